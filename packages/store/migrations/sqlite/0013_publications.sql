CREATE TABLE `publication` (
	`id` text PRIMARY KEY NOT NULL,
	`release_version` text NOT NULL,
	`made_at` integer NOT NULL,
	`minimum_cell` integer NOT NULL,
	`status` text NOT NULL,
	`schools` text NOT NULL,
	`sha256` text
);
--> statement-breakpoint
CREATE INDEX `publication_release` ON `publication` (`release_version`,`status`,`made_at`);--> statement-breakpoint
CREATE TABLE `published_figures` (
	`publication_id` text NOT NULL,
	`competence` text NOT NULL,
	`part` text NOT NULL,
	`figures` text NOT NULL,
	PRIMARY KEY(`publication_id`, `part`, `competence`),
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `published_figures_competence` ON `published_figures` (`publication_id`,`competence`,`part`);