DROP INDEX "friend_garbage_reminders";--> statement-breakpoint
DROP INDEX "outbox_due";--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "priority" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "send_before" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "friend_garbage_reminders" ON "friend_garbage" USING btree ("remind_on","remind_at") WHERE "friend_garbage"."remind_at" is not null;--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("priority","next_attempt_at") WHERE "outbox"."state" in ('pending', 'attempting');--> statement-breakpoint
ALTER TABLE "friend_garbage" DROP COLUMN "failures";