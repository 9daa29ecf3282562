CREATE TABLE "bot_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "bot_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"version_id" integer NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"reading" text,
	"synonyms" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"category" text,
	"note" text,
	"answer" jsonb,
	"valid_from" date,
	"valid_until" date,
	"section_id" integer,
	"reviewed_on" date,
	"position" integer DEFAULT 0 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" integer,
	CONSTRAINT "bot_entries_key" UNIQUE("version_id","key")
);
--> statement-breakpoint
CREATE TABLE "bot_misses" (
	"folded" text PRIMARY KEY NOT NULL,
	"sample" text NOT NULL,
	"unanswered" integer DEFAULT 0 NOT NULL,
	"unhelpful" integer DEFAULT 0 NOT NULL,
	"first_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"entry_key" text,
	"settled_by" integer,
	"settled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "bot_questions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "bot_questions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"asked" text NOT NULL,
	"folded" text NOT NULL,
	"outcome" text NOT NULL,
	"kind" text,
	"topic" text,
	"entry_key" text,
	"helpful" boolean,
	CONSTRAINT "bot_questions_event_id_unique" UNIQUE("event_id")
);
--> statement-breakpoint
CREATE TABLE "bot_versions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "bot_versions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"book" text NOT NULL,
	"number" integer NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"content" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"based_on" integer,
	"created_by" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_by" integer,
	"published_at" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bot_versions_number" UNIQUE("book","number")
);
--> statement-breakpoint
CREATE TABLE "friend_garbage" (
	"friend_id" bigint PRIMARY KEY NOT NULL,
	"area_key" text NOT NULL,
	"remind_at" time(0),
	"remind_on" text DEFAULT 'eve' NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"reminded_for" date,
	"failures" smallint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "bot_entries" ADD CONSTRAINT "bot_entries_version_id_bot_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."bot_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bot_entries" ADD CONSTRAINT "bot_entries_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bot_entries" ADD CONSTRAINT "bot_entries_updated_by_staff_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bot_misses" ADD CONSTRAINT "bot_misses_settled_by_staff_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bot_versions" ADD CONSTRAINT "bot_versions_created_by_staff_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bot_versions" ADD CONSTRAINT "bot_versions_published_by_staff_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "friend_garbage" ADD CONSTRAINT "friend_garbage_friend_id_friends_id_fk" FOREIGN KEY ("friend_id") REFERENCES "public"."friends"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bot_entries_list" ON "bot_entries" USING btree ("version_id","kind","position");--> statement-breakpoint
CREATE INDEX "bot_misses_open" ON "bot_misses" USING btree ("last_at") WHERE "bot_misses"."state" = 'open';--> statement-breakpoint
CREATE INDEX "bot_questions_asked_at" ON "bot_questions" USING btree ("asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "bot_versions_one_live" ON "bot_versions" USING btree ("book") WHERE "bot_versions"."state" = 'live';--> statement-breakpoint
CREATE UNIQUE INDEX "bot_versions_one_draft" ON "bot_versions" USING btree ("book") WHERE "bot_versions"."state" = 'draft';--> statement-breakpoint
CREATE INDEX "friend_garbage_reminders" ON "friend_garbage" USING btree ("remind_at") WHERE "friend_garbage"."remind_at" is not null;