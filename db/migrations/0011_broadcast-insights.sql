ALTER TABLE "broadcast_insights" ADD COLUMN "as_of" text;--> statement-breakpoint
ALTER TABLE "broadcast_insights" ADD COLUMN "next_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "broadcast_insights" ADD COLUMN "ended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "channel_state" ADD COLUMN "next_insight_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "friends_blocked" ON "friends" USING btree ("blocked_at") WHERE "friends"."blocked_at" is not null;