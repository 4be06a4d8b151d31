CREATE INDEX "refresh_token_school" ON "refresh_token" USING btree ("school_id","token_digest");--> statement-breakpoint
CREATE INDEX "staff_school" ON "staff" USING btree ("school_id","id");