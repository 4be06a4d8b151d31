CREATE TABLE "accommodation" (
	"school_id" uuid NOT NULL,
	"pupil_id" uuid NOT NULL,
	"measures" json NOT NULL,
	"staff_id" uuid NOT NULL,
	"said_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "accommodation_school_id_pupil_id_pk" PRIMARY KEY("school_id","pupil_id")
);
--> statement-breakpoint
CREATE TABLE "assessment_pupil" (
	"school_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"pupil_id" uuid NOT NULL,
	CONSTRAINT "assessment_pupil_school_id_assessment_id_pupil_id_pk" PRIMARY KEY("school_id","assessment_id","pupil_id")
);
--> statement-breakpoint
CREATE TABLE "passkey" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"school_id" uuid,
	"public_key" text collate "C" NOT NULL,
	"sign_count" double precision NOT NULL,
	"transports" json NOT NULL,
	"name" text collate "C" NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"last_used_at" timestamp(3) with time zone
);
--> statement-breakpoint
DROP INDEX "attempt_one_open_practice";--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "mode" text DEFAULT 'measure' NOT NULL;--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "opens_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "questions" integer;--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "minutes" integer;--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "level_from" integer;--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "level_to" integer;--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "audience" text DEFAULT 'class' NOT NULL;--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "sequence" uuid;--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "rank" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "attempt" ADD COLUMN "questions" integer;--> statement-breakpoint
ALTER TABLE "attempt" ADD COLUMN "ms_at_most" integer;--> statement-breakpoint
ALTER TABLE "attempt" ADD COLUMN "used_ms" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "attempt" ADD COLUMN "level_from" integer;--> statement-breakpoint
ALTER TABLE "attempt" ADD COLUMN "level_to" integer;--> statement-breakpoint
ALTER TABLE "attempt" ADD COLUMN "reach" text DEFAULT 'any' NOT NULL;--> statement-breakpoint
ALTER TABLE "card" ADD COLUMN "pictures" text collate "C";--> statement-breakpoint
ALTER TABLE "accommodation" ADD CONSTRAINT "accommodation_school_id_pupil_id_pupil_school_id_id_fk" FOREIGN KEY ("school_id","pupil_id") REFERENCES "public"."pupil"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_pupil" ADD CONSTRAINT "assessment_pupil_school_id_assessment_id_assessment_school_id_id_fk" FOREIGN KEY ("school_id","assessment_id") REFERENCES "public"."assessment"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_pupil" ADD CONSTRAINT "assessment_pupil_school_id_pupil_id_pupil_school_id_id_fk" FOREIGN KEY ("school_id","pupil_id") REFERENCES "public"."pupil"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assessment_pupil_pupil" ON "assessment_pupil" USING btree ("school_id","pupil_id");--> statement-breakpoint
CREATE INDEX "passkey_staff" ON "passkey" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "passkey_school" ON "passkey" USING btree ("school_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "attempt_one_open_practice" ON "attempt" USING btree ("school_id","pupil_id","competence") WHERE mode = 'practice' and status = 'open' and assessment_id is null;