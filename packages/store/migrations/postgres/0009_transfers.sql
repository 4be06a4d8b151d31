CREATE TABLE "transfer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"school_id" uuid NOT NULL,
	"pupil_id" uuid NOT NULL,
	"to_school_id" uuid NOT NULL,
	"to_pupil_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp(3) with time zone NOT NULL,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp(3) with time zone
);
--> statement-breakpoint
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_school_id_school_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."school"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "transfer_school" ON "transfer" USING btree ("school_id","pupil_id");--> statement-breakpoint
CREATE INDEX "transfer_to_school" ON "transfer" USING btree ("to_school_id","to_pupil_id");