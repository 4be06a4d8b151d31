ALTER TABLE `staff` ADD `factor_secret` text;--> statement-breakpoint
ALTER TABLE `staff` ADD `factor_step` integer;--> statement-breakpoint
ALTER TABLE `staff` ADD `recovery_digests` text;