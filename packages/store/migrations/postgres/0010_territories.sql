ALTER TABLE "invitation" ALTER COLUMN "school_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "territory_kind" text;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "territory_code" text collate "C";--> statement-breakpoint
ALTER TABLE "school" ADD COLUMN "type" text;--> statement-breakpoint
ALTER TABLE "school" ADD COLUMN "sector" text;--> statement-breakpoint
ALTER TABLE "school" ADD COLUMN "priority" text;--> statement-breakpoint
ALTER TABLE "school" ADD COLUMN "setting" text;--> statement-breakpoint
ALTER TABLE "school" ADD COLUMN "enrolment" integer;--> statement-breakpoint
ALTER TABLE "school" ADD COLUMN "district_code" text collate "C";--> statement-breakpoint
ALTER TABLE "school" ADD COLUMN "district_name" text collate "C";--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "territory_kind" text;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "territory_code" text collate "C";--> statement-breakpoint
UPDATE "staff" SET "territory_kind" = 'department', "territory_code" = "department" WHERE "role" = 'inspector' AND "department" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "staff" DROP COLUMN "department";