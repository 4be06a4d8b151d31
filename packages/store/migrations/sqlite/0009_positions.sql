CREATE TABLE `position` (
	`school_id` text NOT NULL,
	`pupil_id` text NOT NULL,
	`competence` text NOT NULL,
	`school_year` text NOT NULL,
	`level` integer NOT NULL,
	`staff_id` text NOT NULL,
	`said_at` integer NOT NULL,
	PRIMARY KEY(`school_id`, `pupil_id`, `competence`, `school_year`),
	FOREIGN KEY (`school_id`,`pupil_id`) REFERENCES `pupil`(`school_id`,`id`) ON UPDATE no action ON DELETE no action
);
