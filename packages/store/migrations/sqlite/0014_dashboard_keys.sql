CREATE TABLE `dashboard_key` (
	`id` text PRIMARY KEY NOT NULL,
	`digest` text NOT NULL,
	`name` text NOT NULL,
	`territory_kind` text NOT NULL,
	`territory_code` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dashboard_key_digest` ON `dashboard_key` (`digest`);