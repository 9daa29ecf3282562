DROP INDEX "line_events_pending";--> statement-breakpoint
DROP INDEX "line_events_by_user";--> statement-breakpoint
CREATE INDEX "line_events_pending" ON "line_events" USING btree ("occurred_at") WHERE "line_events"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "line_events_by_user" ON "line_events" USING btree ("line_user_id","occurred_at");