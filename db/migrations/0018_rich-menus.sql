CREATE TABLE "menu_jobs" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "menu_jobs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"mode" text,
	"version_id" integer,
	"state" text DEFAULT 'pending' NOT NULL,
	"step" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"released_at" timestamp (3) with time zone,
	"last_error" text,
	"asked_by" integer,
	"asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"shown_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "menu_state" (
	"id" integer PRIMARY KEY NOT NULL,
	"mode" text DEFAULT 'normal' NOT NULL,
	"switched_at" timestamp (3) with time zone,
	"switched_by" integer,
	"lease_owner" text,
	"lease_until" timestamp (3) with time zone,
	"seen" jsonb,
	"seen_at" timestamp (3) with time zone,
	"seen_error" text
);
--> statement-breakpoint
CREATE TABLE "menu_versions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "menu_versions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"mode" text NOT NULL,
	"number" integer NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"content" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_by" integer,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"published_by" integer,
	"published_at" timestamp (3) with time zone,
	CONSTRAINT "menu_versions_number" UNIQUE("mode","number")
);
--> statement-breakpoint
ALTER TABLE "menu_jobs" ADD CONSTRAINT "menu_jobs_version_id_menu_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."menu_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "menu_jobs" ADD CONSTRAINT "menu_jobs_asked_by_staff_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "menu_state" ADD CONSTRAINT "menu_state_switched_by_staff_id_fk" FOREIGN KEY ("switched_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "menu_versions" ADD CONSTRAINT "menu_versions_created_by_staff_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "menu_versions" ADD CONSTRAINT "menu_versions_published_by_staff_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "menu_jobs_open" ON "menu_jobs" USING btree ("next_attempt_at") WHERE "menu_jobs"."state" in ('pending', 'running');--> statement-breakpoint
CREATE UNIQUE INDEX "menu_versions_one_live" ON "menu_versions" USING btree ("mode") WHERE "menu_versions"."state" = 'live';--> statement-breakpoint
CREATE UNIQUE INDEX "menu_versions_one_draft" ON "menu_versions" USING btree ("mode") WHERE "menu_versions"."state" = 'draft';