CREATE TABLE "position" (
	"school_id" uuid NOT NULL,
	"pupil_id" uuid NOT NULL,
	"competence" text collate "C" NOT NULL,
	"school_year" text collate "C" NOT NULL,
	"level" integer NOT NULL,
	"staff_id" uuid NOT NULL,
	"said_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "position_school_id_pupil_id_competence_school_year_pk" PRIMARY KEY("school_id","pupil_id","competence","school_year")
);
--> statement-breakpoint
ALTER TABLE "position" ADD CONSTRAINT "position_school_id_pupil_id_pupil_school_id_id_fk" FOREIGN KEY ("school_id","pupil_id") REFERENCES "public"."pupil"("school_id","id") ON DELETE no action ON UPDATE no action;