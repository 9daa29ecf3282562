ALTER TABLE "bot_misses" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "bot_questions" ADD COLUMN "helpful_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "bot_questions" ADD COLUMN "chosen_at" timestamp (3) with time zone;