CREATE TABLE `membership` (
	`school_id` text NOT NULL,
	`class_id` text NOT NULL,
	`pupil_id` text NOT NULL,
	PRIMARY KEY(`school_id`, `class_id`, `pupil_id`),
	FOREIGN KEY (`school_id`,`class_id`) REFERENCES `school_class`(`school_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`,`pupil_id`) REFERENCES `pupil`(`school_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `membership_pupil` ON `membership` (`school_id`,`pupil_id`);--> statement-breakpoint
CREATE TABLE `pupil_key` (
	`school_id` text NOT NULL,
	`pupil_id` text NOT NULL,
	`kind` text NOT NULL,
	`digest` text NOT NULL,
	PRIMARY KEY(`school_id`, `pupil_id`, `kind`),
	FOREIGN KEY (`school_id`,`pupil_id`) REFERENCES `pupil`(`school_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `pupil_key_digest` ON `pupil_key` (`kind`,`digest`);--> statement-breakpoint
CREATE TABLE `roster_draft` (
	`school_id` text NOT NULL,
	`id` text NOT NULL,
	`staff_id` text NOT NULL,
	`content` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`school_id`, `id`),
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `roster_draft_age` ON `roster_draft` (`created_at`);--> statement-breakpoint
ALTER TABLE `pupil` ADD `year_group` text;--> statement-breakpoint
ALTER TABLE `pupil` ADD `left_at` integer;--> statement-breakpoint
ALTER TABLE `school_class` ADD `kind` text DEFAULT 'class' NOT NULL;--> statement-breakpoint
ALTER TABLE `school_class` ADD `origin` text DEFAULT 'roster' NOT NULL;