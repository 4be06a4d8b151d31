CREATE TABLE "publication" (
	"id" uuid PRIMARY KEY NOT NULL,
	"release_version" text collate "C" NOT NULL,
	"made_at" timestamp(3) with time zone NOT NULL,
	"minimum_cell" integer NOT NULL,
	"status" text NOT NULL,
	"schools" json NOT NULL,
	"sha256" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "published_figures" (
	"publication_id" uuid NOT NULL,
	"competence" text collate "C" NOT NULL,
	"part" text collate "C" NOT NULL,
	"figures" json NOT NULL,
	CONSTRAINT "published_figures_publication_id_part_competence_pk" PRIMARY KEY("publication_id","part","competence")
);
--> statement-breakpoint
ALTER TABLE "published_figures" ADD CONSTRAINT "published_figures_publication_id_publication_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publication"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "publication_release" ON "publication" USING btree ("release_version","status","made_at");--> statement-breakpoint
CREATE INDEX "published_figures_competence" ON "published_figures" USING btree ("publication_id","competence","part");