CREATE TABLE `assessment` (
	`school_id` text NOT NULL,
	`id` text NOT NULL,
	`class_id` text NOT NULL,
	`given_by` text NOT NULL,
	`title` text NOT NULL,
	`competence` text NOT NULL,
	`release_version` text NOT NULL,
	`feedback` text NOT NULL,
	`given_at` integer NOT NULL,
	`closes_at` integer,
	PRIMARY KEY(`school_id`, `id`),
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`class_id`) REFERENCES `school_class`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`release_version`) REFERENCES `published_release`(`version`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assessment_id_unique` ON `assessment` (`id`);--> statement-breakpoint
CREATE INDEX `assessment_class` ON `assessment` (`school_id`,`class_id`,`given_at`);--> statement-breakpoint
CREATE TABLE `attempt` (
	`school_id` text NOT NULL,
	`id` text NOT NULL,
	`pupil_id` text NOT NULL,
	`assessment_id` text,
	`mode` text NOT NULL,
	`title` text NOT NULL,
	`competence` text NOT NULL,
	`feedback` text NOT NULL,
	`release_version` text NOT NULL,
	`seed` text NOT NULL,
	`prior_mean` real NOT NULL,
	`prior_sd` real NOT NULL,
	`status` text NOT NULL,
	`answered` integer NOT NULL,
	`current_item_id` text,
	`current_item_version` integer,
	`current_seed` text,
	`ability` real NOT NULL,
	`standard_error` real NOT NULL,
	`started_at` integer NOT NULL,
	`last_answer_at` integer,
	`finished_at` integer,
	PRIMARY KEY(`school_id`, `id`),
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pupil_id`) REFERENCES `pupil`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`release_version`) REFERENCES `published_release`(`version`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attempt_id_unique` ON `attempt` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `attempt_once_an_assessment` ON `attempt` (`pupil_id`,`assessment_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `attempt_one_open_practice` ON `attempt` (`pupil_id`,`competence`) WHERE mode = 'practice' and status = 'open';--> statement-breakpoint
CREATE INDEX `attempt_assessment` ON `attempt` (`school_id`,`assessment_id`);--> statement-breakpoint
CREATE INDEX `attempt_pupil` ON `attempt` (`school_id`,`pupil_id`,`competence`);--> statement-breakpoint
CREATE TABLE `published_release` (
	`version` text PRIMARY KEY NOT NULL,
	`framework` text NOT NULL,
	`sha256` text NOT NULL,
	`published_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `response` (
	`school_id` text NOT NULL,
	`attempt_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`client_key` text NOT NULL,
	`item_id` text NOT NULL,
	`item_version` integer NOT NULL,
	`seed` text NOT NULL,
	`response` text NOT NULL,
	`points` real NOT NULL,
	`possible` real NOT NULL,
	`ability` real NOT NULL,
	`standard_error` real NOT NULL,
	`answered_at` integer NOT NULL,
	`duration_ms` integer NOT NULL,
	PRIMARY KEY(`school_id`, `attempt_id`, `ordinal`),
	FOREIGN KEY (`school_id`,`attempt_id`) REFERENCES `attempt`(`school_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `result` (
	`school_id` text NOT NULL,
	`pupil_id` text NOT NULL,
	`competence` text NOT NULL,
	`release_version` text NOT NULL,
	`attempt_id` text NOT NULL,
	`ability` real NOT NULL,
	`standard_error` real NOT NULL,
	`level` integer NOT NULL,
	`probabilities` text NOT NULL,
	`responses` integer NOT NULL,
	`finished_at` integer NOT NULL,
	PRIMARY KEY(`school_id`, `pupil_id`, `competence`, `release_version`),
	FOREIGN KEY (`pupil_id`) REFERENCES `pupil`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempt`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `result_cohort` ON `result` (`release_version`,`competence`,`school_id`);--> statement-breakpoint
CREATE TABLE `pupil` (
	`school_id` text NOT NULL,
	`id` text NOT NULL,
	`class_id` text NOT NULL,
	`first_name` text NOT NULL,
	`last_name` text NOT NULL,
	`card_digest` text NOT NULL,
	PRIMARY KEY(`school_id`, `id`),
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`class_id`) REFERENCES `school_class`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pupil_id_unique` ON `pupil` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `pupil_card` ON `pupil` (`card_digest`);--> statement-breakpoint
CREATE INDEX `pupil_class` ON `pupil` (`school_id`,`class_id`);--> statement-breakpoint
CREATE TABLE `school` (
	`id` text PRIMARY KEY NOT NULL,
	`uai` text NOT NULL,
	`name` text NOT NULL,
	`department` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `school_uai_unique` ON `school` (`uai`);--> statement-breakpoint
CREATE TABLE `school_class` (
	`school_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`year_group` text NOT NULL,
	`school_year` text NOT NULL,
	PRIMARY KEY(`school_id`, `id`),
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `school_class_id_unique` ON `school_class` (`id`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`role` text NOT NULL,
	`school_id` text,
	`department` text,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`password_hash` text NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_email_unique` ON `staff` (`email`);--> statement-breakpoint
CREATE TABLE `teaching` (
	`school_id` text NOT NULL,
	`class_id` text NOT NULL,
	`staff_id` text NOT NULL,
	PRIMARY KEY(`school_id`, `class_id`, `staff_id`),
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`class_id`) REFERENCES `school_class`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `access_log` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`actor_id` text NOT NULL,
	`pupil_id` text NOT NULL,
	`action` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `access_log_pupil` ON `access_log` (`school_id`,`pupil_id`,`at`);--> statement-breakpoint
CREATE TABLE `refresh_token` (
	`token_digest` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`actor_id` text NOT NULL,
	`role` text NOT NULL,
	`issued_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`replaced_at` integer
);
--> statement-breakpoint
CREATE INDEX `refresh_token_family` ON `refresh_token` (`family_id`);