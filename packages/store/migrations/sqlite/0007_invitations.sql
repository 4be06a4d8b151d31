CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`digest` text NOT NULL,
	`school_id` text NOT NULL,
	`staff_id` text,
	`given_by` text,
	`role` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`class_ids` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_digest` ON `invitation` (`digest`);--> statement-breakpoint
CREATE INDEX `invitation_school` ON `invitation` (`school_id`,`id`);--> statement-breakpoint
CREATE INDEX `invitation_expiry` ON `invitation` (`expires_at`);