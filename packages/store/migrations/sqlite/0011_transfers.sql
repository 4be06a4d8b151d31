CREATE TABLE `transfer` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`pupil_id` text NOT NULL,
	`to_school_id` text NOT NULL,
	`to_pupil_id` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `transfer_school` ON `transfer` (`school_id`,`pupil_id`);--> statement-breakpoint
CREATE INDEX `transfer_to_school` ON `transfer` (`to_school_id`,`to_pupil_id`);