CREATE TABLE "storage_removals" (
	"key" text PRIMARY KEY NOT NULL,
	"next_attempt_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "storage_removals_due" ON "storage_removals" USING btree ("next_attempt_at");
--> statement-breakpoint
-- Talks that ended without a report keep nothing of what was said; those ended by upkeep or a replay kept it until now.
UPDATE "conversations" SET "draft" = "draft" || '{"answers":{},"photos":[],"place":null,"asking":null,"editing":null}'::jsonb
WHERE "state" NOT IN ('open', 'submitted');
