CREATE TABLE "invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"digest" text collate "C" NOT NULL,
	"school_id" uuid NOT NULL,
	"staff_id" uuid,
	"given_by" uuid,
	"role" text NOT NULL,
	"name" text collate "C" NOT NULL,
	"email" text collate "C" NOT NULL,
	"class_ids" json NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_school_id_school_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."school"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_digest" ON "invitation" USING btree ("digest");--> statement-breakpoint
CREATE INDEX "invitation_school" ON "invitation" USING btree ("school_id","id");--> statement-breakpoint
CREATE INDEX "invitation_expiry" ON "invitation" USING btree ("expires_at");