CREATE TABLE `__new_invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`digest` text NOT NULL,
	`school_id` text,
	`staff_id` text,
	`given_by` text,
	`role` text NOT NULL,
	`territory_kind` text,
	`territory_code` text,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`class_ids` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_invitation`("id", "digest", "school_id", "staff_id", "given_by", "role", "territory_kind", "territory_code", "name", "email", "class_ids", "created_at", "expires_at") SELECT "id", "digest", "school_id", "staff_id", "given_by", "role", NULL, NULL, "name", "email", "class_ids", "created_at", "expires_at" FROM `invitation`;--> statement-breakpoint
DROP TABLE `invitation`;--> statement-breakpoint
ALTER TABLE `__new_invitation` RENAME TO `invitation`;--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_digest` ON `invitation` (`digest`);--> statement-breakpoint
CREATE INDEX `invitation_school` ON `invitation` (`school_id`,`id`);--> statement-breakpoint
CREATE INDEX `invitation_expiry` ON `invitation` (`expires_at`);--> statement-breakpoint
ALTER TABLE `school` ADD `type` text;--> statement-breakpoint
ALTER TABLE `school` ADD `sector` text;--> statement-breakpoint
ALTER TABLE `school` ADD `priority` text;--> statement-breakpoint
ALTER TABLE `school` ADD `setting` text;--> statement-breakpoint
ALTER TABLE `school` ADD `enrolment` integer;--> statement-breakpoint
ALTER TABLE `school` ADD `district_code` text;--> statement-breakpoint
ALTER TABLE `school` ADD `district_name` text;--> statement-breakpoint
ALTER TABLE `staff` ADD `territory_kind` text;--> statement-breakpoint
ALTER TABLE `staff` ADD `territory_code` text;--> statement-breakpoint
UPDATE `staff` SET `territory_kind` = 'department', `territory_code` = `department` WHERE `role` = 'inspector' AND `department` IS NOT NULL;--> statement-breakpoint
ALTER TABLE `staff` DROP COLUMN `department`;