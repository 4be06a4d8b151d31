CREATE INDEX `refresh_token_school` ON `refresh_token` (`school_id`,`token_digest`);--> statement-breakpoint
CREATE INDEX `staff_school` ON `staff` (`school_id`,`id`);