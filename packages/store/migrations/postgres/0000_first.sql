CREATE TABLE "access_log" (
	"school_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"pupil_id" uuid NOT NULL,
	"action" text collate "C" NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "access_log_school_id_id_pk" PRIMARY KEY("school_id","id")
);
--> statement-breakpoint
CREATE TABLE "assessment" (
	"school_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"class_id" uuid NOT NULL,
	"given_by" uuid NOT NULL,
	"title" text collate "C" NOT NULL,
	"competence" text collate "C" NOT NULL,
	"release_version" text collate "C" NOT NULL,
	"feedback" text NOT NULL,
	"given_at" timestamp(3) with time zone NOT NULL,
	"closes_at" timestamp(3) with time zone,
	CONSTRAINT "assessment_school_id_id_pk" PRIMARY KEY("school_id","id")
);
--> statement-breakpoint
CREATE TABLE "attempt" (
	"school_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"pupil_id" uuid NOT NULL,
	"assessment_id" uuid,
	"mode" text NOT NULL,
	"title" text collate "C" NOT NULL,
	"competence" text collate "C" NOT NULL,
	"feedback" text NOT NULL,
	"release_version" text collate "C" NOT NULL,
	"seed" text collate "C" NOT NULL,
	"prior_mean" double precision NOT NULL,
	"prior_sd" double precision NOT NULL,
	"status" text NOT NULL,
	"answered" integer NOT NULL,
	"current_item_id" text collate "C",
	"current_item_version" integer,
	"current_seed" text collate "C",
	"ability" double precision NOT NULL,
	"standard_error" double precision NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL,
	"last_answer_at" timestamp(3) with time zone,
	"finished_at" timestamp(3) with time zone,
	CONSTRAINT "attempt_school_id_id_pk" PRIMARY KEY("school_id","id")
);
--> statement-breakpoint
CREATE TABLE "card" (
	"digest" text collate "C" PRIMARY KEY NOT NULL,
	"school_id" uuid NOT NULL,
	"pupil_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "erasure" (
	"school_id" uuid NOT NULL,
	"pupil_id" uuid NOT NULL,
	"erased_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "erasure_school_id_pupil_id_pk" PRIMARY KEY("school_id","pupil_id")
);
--> statement-breakpoint
CREATE TABLE "exposure_count" (
	"subject" text NOT NULL,
	"key" text collate "C" NOT NULL,
	"times" integer NOT NULL,
	CONSTRAINT "exposure_count_subject_key_pk" PRIMARY KEY("subject","key")
);
--> statement-breakpoint
CREATE TABLE "job" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"unique_key" text collate "C" NOT NULL,
	"school_id" uuid,
	"input" json NOT NULL,
	"status" text NOT NULL,
	"tries" integer NOT NULL,
	"due_at" timestamp(3) with time zone NOT NULL,
	"percent" integer NOT NULL,
	"checkpoint" json,
	"outcome" json,
	"error" text collate "C",
	"created_at" timestamp(3) with time zone NOT NULL,
	"finished_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "published_release" (
	"version" text collate "C" PRIMARY KEY NOT NULL,
	"framework" text collate "C" NOT NULL,
	"sha256" text collate "C" NOT NULL,
	"published_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pupil" (
	"school_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"class_id" uuid NOT NULL,
	"first_name" text collate "C" NOT NULL,
	"last_name" text collate "C" NOT NULL,
	CONSTRAINT "pupil_school_id_id_pk" PRIMARY KEY("school_id","id")
);
--> statement-breakpoint
CREATE TABLE "refresh_token" (
	"token_digest" text collate "C" PRIMARY KEY NOT NULL,
	"family_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"role" text NOT NULL,
	"school_id" uuid,
	"issued_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"replaced_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "response" (
	"school_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"client_key" uuid NOT NULL,
	"item_id" text collate "C" NOT NULL,
	"item_version" integer NOT NULL,
	"seed" text collate "C" NOT NULL,
	"response" json NOT NULL,
	"points" double precision NOT NULL,
	"possible" double precision NOT NULL,
	"ability" double precision NOT NULL,
	"standard_error" double precision NOT NULL,
	"answered_at" timestamp(3) with time zone NOT NULL,
	"duration_ms" integer NOT NULL,
	CONSTRAINT "response_school_id_attempt_id_ordinal_pk" PRIMARY KEY("school_id","attempt_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "result" (
	"school_id" uuid NOT NULL,
	"pupil_id" uuid NOT NULL,
	"competence" text collate "C" NOT NULL,
	"release_version" text collate "C" NOT NULL,
	"attempt_id" uuid NOT NULL,
	"ability" double precision NOT NULL,
	"standard_error" double precision NOT NULL,
	"level" integer NOT NULL,
	"probabilities" json NOT NULL,
	"responses" integer NOT NULL,
	"finished_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "result_school_id_pupil_id_competence_release_version_pk" PRIMARY KEY("school_id","pupil_id","competence","release_version")
);
--> statement-breakpoint
CREATE TABLE "school" (
	"id" uuid PRIMARY KEY NOT NULL,
	"uai" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"department" text collate "C" NOT NULL,
	CONSTRAINT "school_uai_unique" UNIQUE("uai")
);
--> statement-breakpoint
CREATE TABLE "school_class" (
	"school_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text collate "C" NOT NULL,
	"year_group" text collate "C" NOT NULL,
	"school_year" text collate "C" NOT NULL,
	CONSTRAINT "school_class_school_id_id_pk" PRIMARY KEY("school_id","id")
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" uuid PRIMARY KEY NOT NULL,
	"role" text NOT NULL,
	"school_id" uuid,
	"department" text collate "C",
	"name" text collate "C" NOT NULL,
	"email" text collate "C" NOT NULL,
	"password_hash" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "teaching" (
	"school_id" uuid NOT NULL,
	"class_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	CONSTRAINT "teaching_school_id_class_id_staff_id_pk" PRIMARY KEY("school_id","class_id","staff_id")
);
--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_school_id_school_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."school"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_given_by_staff_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_release_version_published_release_version_fk" FOREIGN KEY ("release_version") REFERENCES "public"."published_release"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_school_id_class_id_school_class_school_id_id_fk" FOREIGN KEY ("school_id","class_id") REFERENCES "public"."school_class"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_school_id_school_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."school"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_release_version_published_release_version_fk" FOREIGN KEY ("release_version") REFERENCES "public"."published_release"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_school_id_pupil_id_pupil_school_id_id_fk" FOREIGN KEY ("school_id","pupil_id") REFERENCES "public"."pupil"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_school_id_assessment_id_assessment_school_id_id_fk" FOREIGN KEY ("school_id","assessment_id") REFERENCES "public"."assessment"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pupil" ADD CONSTRAINT "pupil_school_id_school_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."school"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pupil" ADD CONSTRAINT "pupil_school_id_class_id_school_class_school_id_id_fk" FOREIGN KEY ("school_id","class_id") REFERENCES "public"."school_class"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response" ADD CONSTRAINT "response_school_id_attempt_id_attempt_school_id_id_fk" FOREIGN KEY ("school_id","attempt_id") REFERENCES "public"."attempt"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result" ADD CONSTRAINT "result_school_id_pupil_id_pupil_school_id_id_fk" FOREIGN KEY ("school_id","pupil_id") REFERENCES "public"."pupil"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result" ADD CONSTRAINT "result_school_id_attempt_id_attempt_school_id_id_fk" FOREIGN KEY ("school_id","attempt_id") REFERENCES "public"."attempt"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "school_class" ADD CONSTRAINT "school_class_school_id_school_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."school"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_school_id_school_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."school"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teaching" ADD CONSTRAINT "teaching_school_id_school_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."school"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teaching" ADD CONSTRAINT "teaching_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teaching" ADD CONSTRAINT "teaching_school_id_class_id_school_class_school_id_id_fk" FOREIGN KEY ("school_id","class_id") REFERENCES "public"."school_class"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_log_pupil" ON "access_log" USING btree ("school_id","pupil_id","at");--> statement-breakpoint
CREATE INDEX "assessment_class" ON "assessment" USING btree ("school_id","class_id","given_at");--> statement-breakpoint
CREATE UNIQUE INDEX "attempt_once_an_assessment" ON "attempt" USING btree ("school_id","pupil_id","assessment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "attempt_one_open_practice" ON "attempt" USING btree ("school_id","pupil_id","competence") WHERE mode = 'practice' and status = 'open';--> statement-breakpoint
CREATE INDEX "attempt_assessment" ON "attempt" USING btree ("school_id","assessment_id");--> statement-breakpoint
CREATE INDEX "attempt_pupil" ON "attempt" USING btree ("school_id","pupil_id","competence");--> statement-breakpoint
CREATE INDEX "card_pupil" ON "card" USING btree ("school_id","pupil_id");--> statement-breakpoint
CREATE UNIQUE INDEX "job_unique_key" ON "job" USING btree ("kind","unique_key");--> statement-breakpoint
CREATE INDEX "job_due" ON "job" USING btree ("status","due_at");--> statement-breakpoint
CREATE INDEX "pupil_class" ON "pupil" USING btree ("school_id","class_id");--> statement-breakpoint
CREATE INDEX "refresh_token_family" ON "refresh_token" USING btree ("family_id");--> statement-breakpoint
CREATE INDEX "refresh_token_actor" ON "refresh_token" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "refresh_token_expiry" ON "refresh_token" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "result_cohort" ON "result" USING btree ("release_version","competence","school_id");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_email_unique" ON "staff" USING btree ("email");--> statement-breakpoint
-- Responses are the truth that every result is derived from: they are never changed.
CREATE FUNCTION "refuse_change_of_response"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'responses are append-only' USING ERRCODE = 'integrity_constraint_violation';
END;
$$;--> statement-breakpoint
CREATE TRIGGER "response_append_only" BEFORE UPDATE ON "response" FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_response"();
