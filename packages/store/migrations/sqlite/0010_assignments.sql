CREATE TABLE `accommodation` (
	`school_id` text NOT NULL,
	`pupil_id` text NOT NULL,
	`measures` text NOT NULL,
	`staff_id` text NOT NULL,
	`said_at` integer NOT NULL,
	PRIMARY KEY(`school_id`, `pupil_id`),
	FOREIGN KEY (`school_id`,`pupil_id`) REFERENCES `pupil`(`school_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `assessment_pupil` (
	`school_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`pupil_id` text NOT NULL,
	PRIMARY KEY(`school_id`, `assessment_id`, `pupil_id`),
	FOREIGN KEY (`school_id`,`assessment_id`) REFERENCES `assessment`(`school_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`,`pupil_id`) REFERENCES `pupil`(`school_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assessment_pupil_pupil` ON `assessment_pupil` (`school_id`,`pupil_id`);--> statement-breakpoint
CREATE TABLE `passkey` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`school_id` text,
	`public_key` text NOT NULL,
	`sign_count` real NOT NULL,
	`transports` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `passkey_staff` ON `passkey` (`staff_id`);--> statement-breakpoint
CREATE INDEX `passkey_school` ON `passkey` (`school_id`,`id`);--> statement-breakpoint
DROP INDEX `attempt_one_open_practice`;--> statement-breakpoint
ALTER TABLE `attempt` ADD `questions` integer;--> statement-breakpoint
ALTER TABLE `attempt` ADD `ms_at_most` integer;--> statement-breakpoint
ALTER TABLE `attempt` ADD `used_ms` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `attempt` ADD `level_from` integer;--> statement-breakpoint
ALTER TABLE `attempt` ADD `level_to` integer;--> statement-breakpoint
ALTER TABLE `attempt` ADD `reach` text DEFAULT 'any' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `attempt_one_open_practice` ON `attempt` (`school_id`,`pupil_id`,`competence`) WHERE mode = 'practice' and status = 'open' and assessment_id is null;--> statement-breakpoint
ALTER TABLE `assessment` ADD `mode` text DEFAULT 'measure' NOT NULL;--> statement-breakpoint
ALTER TABLE `assessment` ADD `opens_at` integer;--> statement-breakpoint
ALTER TABLE `assessment` ADD `questions` integer;--> statement-breakpoint
ALTER TABLE `assessment` ADD `minutes` integer;--> statement-breakpoint
ALTER TABLE `assessment` ADD `level_from` integer;--> statement-breakpoint
ALTER TABLE `assessment` ADD `level_to` integer;--> statement-breakpoint
ALTER TABLE `assessment` ADD `audience` text DEFAULT 'class' NOT NULL;--> statement-breakpoint
ALTER TABLE `assessment` ADD `sequence` text;--> statement-breakpoint
ALTER TABLE `assessment` ADD `rank` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `card` ADD `pictures` text;