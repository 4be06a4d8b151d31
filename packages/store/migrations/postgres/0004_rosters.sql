CREATE TABLE "membership" (
	"school_id" uuid NOT NULL,
	"class_id" uuid NOT NULL,
	"pupil_id" uuid NOT NULL,
	CONSTRAINT "membership_school_id_class_id_pupil_id_pk" PRIMARY KEY("school_id","class_id","pupil_id")
);
--> statement-breakpoint
CREATE TABLE "pupil_key" (
	"school_id" uuid NOT NULL,
	"pupil_id" uuid NOT NULL,
	"kind" text collate "C" NOT NULL,
	"digest" text collate "C" NOT NULL,
	CONSTRAINT "pupil_key_school_id_pupil_id_kind_pk" PRIMARY KEY("school_id","pupil_id","kind")
);
--> statement-breakpoint
CREATE TABLE "roster_draft" (
	"school_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"content" json NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "roster_draft_school_id_id_pk" PRIMARY KEY("school_id","id")
);
--> statement-breakpoint
ALTER TABLE "pupil" ADD COLUMN "year_group" text collate "C";--> statement-breakpoint
ALTER TABLE "pupil" ADD COLUMN "left_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "school_class" ADD COLUMN "kind" text DEFAULT 'class' NOT NULL;--> statement-breakpoint
ALTER TABLE "school_class" ADD COLUMN "origin" text DEFAULT 'roster' NOT NULL;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_school_id_class_id_school_class_school_id_id_fk" FOREIGN KEY ("school_id","class_id") REFERENCES "public"."school_class"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_school_id_pupil_id_pupil_school_id_id_fk" FOREIGN KEY ("school_id","pupil_id") REFERENCES "public"."pupil"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pupil_key" ADD CONSTRAINT "pupil_key_school_id_pupil_id_pupil_school_id_id_fk" FOREIGN KEY ("school_id","pupil_id") REFERENCES "public"."pupil"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_draft" ADD CONSTRAINT "roster_draft_school_id_school_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."school"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "membership_pupil" ON "membership" USING btree ("school_id","pupil_id");--> statement-breakpoint
CREATE INDEX "pupil_key_digest" ON "pupil_key" USING btree ("kind","digest");--> statement-breakpoint
CREATE INDEX "roster_draft_age" ON "roster_draft" USING btree ("created_at");