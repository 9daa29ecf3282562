CREATE INDEX "reports_updated" ON "reports" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "reports_number" ON "reports" USING btree (length("number"),"number","id");--> statement-breakpoint
CREATE INDEX "reports_duplicates" ON "reports" USING btree ("duplicate_of_id") WHERE "reports"."duplicate_of_id" is not null;