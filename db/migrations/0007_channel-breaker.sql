ALTER TABLE "channel_state" ADD COLUMN "arm_file_mark" text;--> statement-breakpoint
ALTER TABLE "channel_state" ADD COLUMN "breaker_failing_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "channel_state" ADD COLUMN "slow_until" timestamp (3) with time zone;