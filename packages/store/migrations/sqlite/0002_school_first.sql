CREATE TABLE `card` (
	`digest` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`pupil_id` text NOT NULL
);
--> statement-breakpoint
INSERT INTO `card`("digest", "school_id", "pupil_id") SELECT "card_digest", "school_id", "id" FROM `pupil`;--> statement-breakpoint
CREATE INDEX `card_pupil` ON `card` (`school_id`,`pupil_id`);--> statement-breakpoint
CREATE TABLE `erasure` (
	`school_id` text NOT NULL,
	`pupil_id` text NOT NULL,
	`erased_at` integer NOT NULL,
	PRIMARY KEY(`school_id`, `pupil_id`)
);
--> statement-breakpoint
CREATE TABLE `exposure_count` (
	`subject` text NOT NULL,
	`key` text NOT NULL,
	`times` integer NOT NULL,
	PRIMARY KEY(`subject`, `key`)
);
--> statement-breakpoint
CREATE TABLE `job` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`unique_key` text NOT NULL,
	`school_id` text,
	`input` text NOT NULL,
	`status` text NOT NULL,
	`tries` integer NOT NULL,
	`due_at` integer NOT NULL,
	`percent` integer NOT NULL,
	`checkpoint` text,
	`outcome` text,
	`error` text,
	`created_at` integer NOT NULL,
	`finished_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `job_unique_key` ON `job` (`kind`,`unique_key`);--> statement-breakpoint
CREATE INDEX `job_due` ON `job` (`status`,`due_at`);--> statement-breakpoint
CREATE TABLE `__new_assessment` (
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
	FOREIGN KEY (`given_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`release_version`) REFERENCES `published_release`(`version`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`,`class_id`) REFERENCES `school_class`(`school_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_assessment`("school_id", "id", "class_id", "given_by", "title", "competence", "release_version", "feedback", "given_at", "closes_at") SELECT "school_id", "id", "class_id", "given_by", "title", "competence", "release_version", "feedback", "given_at", "closes_at" FROM `assessment`;--> statement-breakpoint
DROP TABLE `assessment`;--> statement-breakpoint
ALTER TABLE `__new_assessment` RENAME TO `assessment`;--> statement-breakpoint
CREATE INDEX `assessment_class` ON `assessment` (`school_id`,`class_id`,`given_at`);--> statement-breakpoint
CREATE TABLE `__new_attempt` (
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
	FOREIGN KEY (`release_version`) REFERENCES `published_release`(`version`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`,`pupil_id`) REFERENCES `pupil`(`school_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`,`assessment_id`) REFERENCES `assessment`(`school_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_attempt`("school_id", "id", "pupil_id", "assessment_id", "mode", "title", "competence", "feedback", "release_version", "seed", "prior_mean", "prior_sd", "status", "answered", "current_item_id", "current_item_version", "current_seed", "ability", "standard_error", "started_at", "last_answer_at", "finished_at") SELECT "school_id", "id", "pupil_id", "assessment_id", "mode", "title", "competence", "feedback", "release_version", "seed", "prior_mean", "prior_sd", "status", "answered", "current_item_id", "current_item_version", "current_seed", "ability", "standard_error", "started_at", "last_answer_at", "finished_at" FROM `attempt`;--> statement-breakpoint
DROP TABLE `attempt`;--> statement-breakpoint
ALTER TABLE `__new_attempt` RENAME TO `attempt`;--> statement-breakpoint
CREATE UNIQUE INDEX `attempt_once_an_assessment` ON `attempt` (`school_id`,`pupil_id`,`assessment_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `attempt_one_open_practice` ON `attempt` (`school_id`,`pupil_id`,`competence`) WHERE mode = 'practice' and status = 'open';--> statement-breakpoint
CREATE INDEX `attempt_assessment` ON `attempt` (`school_id`,`assessment_id`);--> statement-breakpoint
CREATE INDEX `attempt_pupil` ON `attempt` (`school_id`,`pupil_id`,`competence`);--> statement-breakpoint
CREATE TABLE `__new_result` (
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
	FOREIGN KEY (`school_id`,`pupil_id`) REFERENCES `pupil`(`school_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`,`attempt_id`) REFERENCES `attempt`(`school_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_result`("school_id", "pupil_id", "competence", "release_version", "attempt_id", "ability", "standard_error", "level", "probabilities", "responses", "finished_at") SELECT "school_id", "pupil_id", "competence", "release_version", "attempt_id", "ability", "standard_error", "level", "probabilities", "responses", "finished_at" FROM `result`;--> statement-breakpoint
DROP TABLE `result`;--> statement-breakpoint
ALTER TABLE `__new_result` RENAME TO `result`;--> statement-breakpoint
CREATE INDEX `result_cohort` ON `result` (`release_version`,`competence`,`school_id`);--> statement-breakpoint
CREATE TABLE `__new_pupil` (
	`school_id` text NOT NULL,
	`id` text NOT NULL,
	`class_id` text NOT NULL,
	`first_name` text NOT NULL,
	`last_name` text NOT NULL,
	PRIMARY KEY(`school_id`, `id`),
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`,`class_id`) REFERENCES `school_class`(`school_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_pupil`("school_id", "id", "class_id", "first_name", "last_name") SELECT "school_id", "id", "class_id", "first_name", "last_name" FROM `pupil`;--> statement-breakpoint
DROP TABLE `pupil`;--> statement-breakpoint
ALTER TABLE `__new_pupil` RENAME TO `pupil`;--> statement-breakpoint
CREATE INDEX `pupil_class` ON `pupil` (`school_id`,`class_id`);--> statement-breakpoint
CREATE TABLE `__new_teaching` (
	`school_id` text NOT NULL,
	`class_id` text NOT NULL,
	`staff_id` text NOT NULL,
	PRIMARY KEY(`school_id`, `class_id`, `staff_id`),
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`,`class_id`) REFERENCES `school_class`(`school_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_teaching`("school_id", "class_id", "staff_id") SELECT "school_id", "class_id", "staff_id" FROM `teaching`;--> statement-breakpoint
DROP TABLE `teaching`;--> statement-breakpoint
ALTER TABLE `__new_teaching` RENAME TO `teaching`;--> statement-breakpoint
DROP INDEX `school_class_id_unique`;--> statement-breakpoint
CREATE TABLE `__new_access_log` (
	`school_id` text NOT NULL,
	`id` text NOT NULL,
	`actor_id` text NOT NULL,
	`pupil_id` text NOT NULL,
	`action` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`school_id`, `id`)
);
--> statement-breakpoint
INSERT INTO `__new_access_log`("school_id", "id", "actor_id", "pupil_id", "action", "at") SELECT "school_id", "id", "actor_id", "pupil_id", "action", "at" FROM `access_log`;--> statement-breakpoint
DROP TABLE `access_log`;--> statement-breakpoint
ALTER TABLE `__new_access_log` RENAME TO `access_log`;--> statement-breakpoint
CREATE INDEX `access_log_pupil` ON `access_log` (`school_id`,`pupil_id`,`at`);--> statement-breakpoint
ALTER TABLE `refresh_token` ADD `school_id` text;--> statement-breakpoint
UPDATE `refresh_token` SET `school_id` = COALESCE((SELECT `school_id` FROM `pupil` WHERE `pupil`.`id` = `actor_id`), (SELECT `school_id` FROM `staff` WHERE `staff`.`id` = `actor_id`));--> statement-breakpoint
CREATE INDEX `refresh_token_actor` ON `refresh_token` (`actor_id`);--> statement-breakpoint
CREATE INDEX `refresh_token_expiry` ON `refresh_token` (`expires_at`);--> statement-breakpoint
-- Rows in the order of their key: an attempt's responses are read together, and with each answer.
CREATE TABLE `__new_response` (
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
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `__new_response` SELECT * FROM `response`;--> statement-breakpoint
DROP TABLE `response`;--> statement-breakpoint
ALTER TABLE `__new_response` RENAME TO `response`;--> statement-breakpoint
-- Responses are the truth that every result is derived from: they are never changed.
CREATE TRIGGER `response_append_only` BEFORE UPDATE ON `response`
BEGIN
  SELECT RAISE(ABORT, 'responses are append-only');
END;--> statement-breakpoint
INSERT INTO `exposure_count`("subject", "key", "times") SELECT 'item', `item_id` || '@' || `item_version`, COUNT(*) FROM `response` GROUP BY `item_id`, `item_version`;--> statement-breakpoint
INSERT INTO `exposure_count`("subject", "key", "times") SELECT 'competence', `competence`, COUNT(*) FROM `attempt` GROUP BY `competence`;
