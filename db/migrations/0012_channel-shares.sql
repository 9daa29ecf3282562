CREATE TABLE "channel_shares" (
	"owner" text PRIMARY KEY NOT NULL,
	"share" integer NOT NULL,
	"was" integer NOT NULL,
	"was_until" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "channel_state" DROP COLUMN "next_slot_at";