CREATE TABLE "broadcast_batches" (
	"broadcast_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"spoken" smallint NOT NULL,
	"friend_ids" bigint[] NOT NULL,
	"size" integer NOT NULL,
	"retry_key" uuid NOT NULL,
	"lane" smallint NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"first_attempt_at" timestamp (3) with time zone,
	"next_attempt_at" timestamp (3) with time zone,
	"lease_owner" text,
	"lease_until" timestamp (3) with time zone,
	"may_have_arrived" boolean DEFAULT false NOT NULL,
	"http_status" integer,
	"line_request_id" text,
	"last_error" text,
	"settled_at" timestamp (3) with time zone,
	"split_from" integer,
	CONSTRAINT "broadcast_batches_broadcast_id_n_pk" PRIMARY KEY("broadcast_id","n"),
	CONSTRAINT "broadcast_batches_retry_key_unique" UNIQUE("retry_key")
);
--> statement-breakpoint
CREATE TABLE "broadcast_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "broadcast_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"broadcast_id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"actor_id" integer,
	"version" integer,
	"reason" text,
	"detail" jsonb
);
--> statement-breakpoint
CREATE TABLE "broadcast_insights" (
	"broadcast_id" uuid PRIMARY KEY NOT NULL,
	"unit" text NOT NULL,
	"figures" jsonb,
	"fetched_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "broadcast_insights_unit_unique" UNIQUE("unit")
);
--> statement-breakpoint
CREATE TABLE "broadcast_series" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"section_id" integer,
	"template_id" uuid NOT NULL,
	"template_version" integer NOT NULL,
	"recurrence" jsonb NOT NULL,
	"next_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"ended_by" integer,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "broadcast_versions" (
	"broadcast_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"content" jsonb NOT NULL,
	"rule" jsonb NOT NULL,
	"schedule" jsonb NOT NULL,
	"hash" text NOT NULL,
	"count_then" integer,
	"submitted_by" integer NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"decision" text,
	"decided_by" integer,
	"decided_at" timestamp (3) with time zone,
	"reason" text,
	"count_at_decision" integer,
	CONSTRAINT "broadcast_versions_broadcast_id_version_pk" PRIMARY KEY("broadcast_id","version")
);
--> statement-breakpoint
CREATE TABLE "broadcasts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"title" text NOT NULL,
	"section_id" integer,
	"author_id" integer NOT NULL,
	"content" jsonb NOT NULL,
	"rule" jsonb NOT NULL,
	"schedule" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"version" integer,
	"approval_owed" boolean DEFAULT false NOT NULL,
	"rendered" jsonb,
	"due_at" timestamp (3) with time zone,
	"held_until" timestamp (3) with time zone,
	"frozen_at" timestamp (3) with time zone,
	"released_at" timestamp (3) with time zone,
	"first_accepted_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"paused_reason" text,
	"count_at_approval" integer,
	"count_at_freeze" integer,
	"corrects_id" uuid,
	"correction_kind" text,
	"series_id" uuid,
	"occurrence_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "channel_state" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"arm_token" text,
	"system_identifier" text,
	"database_oid" text,
	"armed_at" timestamp (3) with time zone,
	"armed_by" integer,
	"paused_reason" text,
	"paused_at" timestamp (3) with time zone,
	"breaker_failures" integer DEFAULT 0 NOT NULL,
	"breaker_open_until" timestamp (3) with time zone,
	"next_slot_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"emergency_waits_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "media" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"kind" text NOT NULL,
	"renditions" jsonb NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"sha256" text NOT NULL,
	"alt_text" text NOT NULL,
	"created_by" integer,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "media_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "segments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"rule" jsonb NOT NULL,
	"section_id" integer,
	"created_by" integer,
	"revision" integer DEFAULT 1 NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "friend_sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"friend_id" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "interests" (
	"bit" smallint PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"label" jsonb NOT NULL,
	"description" jsonb,
	"icon" text,
	"position" integer NOT NULL,
	"valid_from" timestamp with time zone,
	"valid_until" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "interests_key_unique" UNIQUE("key"),
	CONSTRAINT "interests_bit" CHECK ("interests"."bit" between 0 and 59)
);
--> statement-breakpoint
CREATE TABLE "preference_changes" (
	"friend_id" bigint NOT NULL,
	"part" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "preference_changes_friend_id_part_pk" PRIMARY KEY("friend_id","part")
);
--> statement-breakpoint
CREATE TABLE "preference_questions" (
	"key" text PRIMARY KEY NOT NULL,
	"prompt" jsonb NOT NULL,
	"note" jsonb,
	"position" integer NOT NULL,
	"is_asked" boolean DEFAULT true NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_friend_codes" (
	"staff_id" integer PRIMARY KEY NOT NULL,
	"code_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "staff_friend_codes_code_hash_unique" UNIQUE("code_hash")
);
--> statement-breakpoint
CREATE TABLE "staff_friends" (
	"friend_id" bigint PRIMARY KEY NOT NULL,
	"staff_id" integer NOT NULL,
	"bound_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "staff_friends_staff_friend" UNIQUE("staff_id","friend_id")
);
--> statement-breakpoint
CREATE TABLE "trait_options" (
	"trait" text NOT NULL,
	"code" smallint NOT NULL,
	"label" jsonb NOT NULL,
	"position" integer NOT NULL,
	"valid_until" timestamp with time zone,
	CONSTRAINT "trait_options_trait_code_pk" PRIMARY KEY("trait","code")
);
--> statement-breakpoint
ALTER TABLE "friends" ADD COLUMN "spoken" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "friends" ADD COLUMN "spoken_chosen_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "friends" ADD COLUMN "age_band" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "friends" ADD COLUMN "gender" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "friends" ADD COLUMN "area_id" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "friends" ADD COLUMN "interests" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "friends" ADD COLUMN "answered_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "friends" ADD COLUMN "stopped_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "broadcast_batches" ADD CONSTRAINT "broadcast_batches_broadcast_id_broadcasts_id_fk" FOREIGN KEY ("broadcast_id") REFERENCES "public"."broadcasts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcast_entries" ADD CONSTRAINT "broadcast_entries_broadcast_id_broadcasts_id_fk" FOREIGN KEY ("broadcast_id") REFERENCES "public"."broadcasts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcast_entries" ADD CONSTRAINT "broadcast_entries_actor_id_staff_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcast_insights" ADD CONSTRAINT "broadcast_insights_broadcast_id_broadcasts_id_fk" FOREIGN KEY ("broadcast_id") REFERENCES "public"."broadcasts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcast_series" ADD CONSTRAINT "broadcast_series_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcast_series" ADD CONSTRAINT "broadcast_series_ended_by_staff_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcast_versions" ADD CONSTRAINT "broadcast_versions_broadcast_id_broadcasts_id_fk" FOREIGN KEY ("broadcast_id") REFERENCES "public"."broadcasts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcast_versions" ADD CONSTRAINT "broadcast_versions_submitted_by_staff_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcast_versions" ADD CONSTRAINT "broadcast_versions_decided_by_staff_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD CONSTRAINT "broadcasts_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD CONSTRAINT "broadcasts_author_id_staff_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD CONSTRAINT "broadcasts_corrects_id_broadcasts_id_fk" FOREIGN KEY ("corrects_id") REFERENCES "public"."broadcasts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD CONSTRAINT "broadcasts_series_id_broadcast_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."broadcast_series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_state" ADD CONSTRAINT "channel_state_armed_by_staff_id_fk" FOREIGN KEY ("armed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_created_by_staff_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "segments" ADD CONSTRAINT "segments_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "segments" ADD CONSTRAINT "segments_created_by_staff_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "friend_sessions" ADD CONSTRAINT "friend_sessions_friend_id_friends_id_fk" FOREIGN KEY ("friend_id") REFERENCES "public"."friends"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preference_changes" ADD CONSTRAINT "preference_changes_friend_id_friends_id_fk" FOREIGN KEY ("friend_id") REFERENCES "public"."friends"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_friend_codes" ADD CONSTRAINT "staff_friend_codes_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_friends" ADD CONSTRAINT "staff_friends_friend_id_friends_id_fk" FOREIGN KEY ("friend_id") REFERENCES "public"."friends"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_friends" ADD CONSTRAINT "staff_friends_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "broadcast_batches_open" ON "broadcast_batches" USING btree ("lane","broadcast_id","n") WHERE "broadcast_batches"."state" in ('pending', 'sending');--> statement-breakpoint
CREATE INDEX "broadcast_entries_of" ON "broadcast_entries" USING btree ("broadcast_id","id");--> statement-breakpoint
CREATE INDEX "broadcasts_by_state" ON "broadcasts" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "broadcasts_newest" ON "broadcasts" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "broadcasts_corrects" ON "broadcasts" USING btree ("corrects_id");--> statement-breakpoint
CREATE UNIQUE INDEX "broadcasts_occurrence" ON "broadcasts" USING btree ("series_id","occurrence_at");--> statement-breakpoint
CREATE INDEX "friends_segment" ON "friends" USING btree ("area_id","age_band","gender","spoken","interests","id") WHERE "friends"."state" = 'following' and "friends"."stopped_at" is null;