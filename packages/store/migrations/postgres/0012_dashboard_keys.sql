CREATE TABLE "dashboard_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"digest" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"territory_kind" text NOT NULL,
	"territory_code" text collate "C" NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "dashboard_key_digest" ON "dashboard_key" USING btree ("digest");