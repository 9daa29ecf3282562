CREATE TABLE "broadcast_blocks" (
	"broadcast_id" uuid PRIMARY KEY NOT NULL,
	"blocks" integer NOT NULL,
	"counted_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "count_deltas" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "count_deltas_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"metric" text NOT NULL,
	"day" date NOT NULL,
	"section_id" integer DEFAULT 0 NOT NULL,
	"area_id" integer DEFAULT 0 NOT NULL,
	"key" text DEFAULT '' NOT NULL,
	"part" text DEFAULT '' NOT NULL,
	"value" bigint DEFAULT 0 NOT NULL,
	"n" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "daily_counts" (
	"metric" text NOT NULL,
	"day" date NOT NULL,
	"section_id" integer DEFAULT 0 NOT NULL,
	"area_id" integer DEFAULT 0 NOT NULL,
	"key" text DEFAULT '' NOT NULL,
	"part" text DEFAULT '' NOT NULL,
	"value" bigint DEFAULT 0 NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "daily_counts_metric_day_section_id_area_id_key_part_value_pk" PRIMARY KEY("metric","day","section_id","area_id","key","part","value")
);
--> statement-breakpoint
CREATE TABLE "friend_moves" (
	"event_id" text PRIMARY KEY NOT NULL,
	"friend_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "line_followers" (
	"day" date PRIMARY KEY NOT NULL,
	"followers" integer,
	"targeted_reaches" integer,
	"blocks" integer,
	"demographic" jsonb,
	"fetched_at" timestamp (3) with time zone,
	"next_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "reached" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "first_look_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "broadcast_blocks" ADD CONSTRAINT "broadcast_blocks_broadcast_id_broadcasts_id_fk" FOREIGN KEY ("broadcast_id") REFERENCES "public"."broadcasts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "friend_moves" ADD CONSTRAINT "friend_moves_friend_id_friends_id_fk" FOREIGN KEY ("friend_id") REFERENCES "public"."friends"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "daily_counts_words" ON "daily_counts" USING btree ("metric","day","n" DESC NULLS LAST) WHERE "daily_counts"."metric" in ('bot.word', 'bot.word.month');--> statement-breakpoint
CREATE INDEX "friend_moves_of" ON "friend_moves" USING btree ("friend_id","at","event_id");--> statement-breakpoint
CREATE INDEX "friend_moves_blocks" ON "friend_moves" USING btree ("at","friend_id") WHERE "friend_moves"."kind" = 'block';