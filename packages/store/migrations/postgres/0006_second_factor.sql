ALTER TABLE "staff" ADD COLUMN "factor_secret" text collate "C";--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "factor_step" integer;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "recovery_digests" json;