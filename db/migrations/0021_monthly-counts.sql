CREATE TABLE "monthly_counts" (
	"metric" text NOT NULL,
	"day" date NOT NULL,
	"section_id" integer DEFAULT 0 NOT NULL,
	"area_id" integer DEFAULT 0 NOT NULL,
	"key" text DEFAULT '' NOT NULL,
	"part" text DEFAULT '' NOT NULL,
	"value" bigint DEFAULT 0 NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "monthly_counts_metric_day_section_id_area_id_key_part_value_pk" PRIMARY KEY("metric","day","section_id","area_id","key","part","value")
);
--> statement-breakpoint
DROP INDEX "daily_counts_words";--> statement-breakpoint
CREATE INDEX "monthly_counts_words" ON "monthly_counts" USING btree ("metric","day","n" DESC NULLS LAST) WHERE "monthly_counts"."metric" = 'bot.word';--> statement-breakpoint
CREATE INDEX "daily_counts_words" ON "daily_counts" USING btree ("metric","day","n" DESC NULLS LAST) WHERE "daily_counts"."metric" = 'bot.word';--> statement-breakpoint
-- Months of what is there. Words had theirs in daily_counts, written beside those of the days.
DELETE FROM daily_counts WHERE metric = 'bot.word.month';
--> statement-breakpoint
DELETE FROM count_deltas WHERE metric = 'bot.word.month';
--> statement-breakpoint
INSERT INTO monthly_counts (metric, day, section_id, area_id, key, part, value, n)
	SELECT metric, date_trunc('month', day::timestamp)::date, section_id, area_id, key, part, value, sum(n) FROM daily_counts
	WHERE metric NOT IN ('report.hour', 'report.look', 'report.fix') GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(n) <> 0;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION question_counts(q bot_questions) RETURNS TABLE (metric text, day date, key text, part text) LANGUAGE sql IMMUTABLE AS $$
	SELECT t.metric, tokyo_day(q.asked_at), t.key, t.part
	FROM (VALUES ('bot.outcome', coalesce(q.topic, ''), q.outcome),
		('bot.kind', '', q.kind),
		('bot.helpful', coalesce(q.topic, ''), CASE WHEN q.helpful THEN 'yes' WHEN NOT q.helpful THEN 'no' END),
		('bot.word', left(q.folded, 60), CASE WHEN q.folded <> '' THEN '' END)) AS t (metric, key, part)
	WHERE t.part IS NOT NULL
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION counts_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	DELETE FROM daily_counts WHERE metric LIKE TG_ARGV[0];
	DELETE FROM monthly_counts WHERE metric LIKE TG_ARGV[0];
	DELETE FROM count_deltas WHERE metric LIKE TG_ARGV[0];
	RETURN NULL;
END
$$;
--> statement-breakpoint
-- As before; and a block that becomes known when its broadcasts were settled (after eight days) has them counted again.
CREATE OR REPLACE FUNCTION friend_moves_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM 1 FROM friends WHERE id IN (SELECT friend_id FROM moved) ORDER BY id FOR NO KEY UPDATE;
	INSERT INTO count_deltas (metric, day, n)
	WITH touched AS (SELECT DISTINCT friend_id FROM moved),
	here AS (SELECT m.* FROM friend_moves m JOIN touched USING (friend_id)),
	apart AS (
		SELECT here.*, 1 AS sign FROM here
		UNION ALL
		SELECT here.*, -1 FROM here WHERE TG_OP = 'DELETE' OR event_id NOT IN (SELECT event_id FROM moved)
		UNION ALL
		SELECT moved.*, -1 FROM moved WHERE TG_OP = 'DELETE'
	),
	judged AS (
		SELECT sign, at, kind, lag(kind) OVER (PARTITION BY sign, friend_id ORDER BY at, event_id COLLATE "C") AS was FROM apart
	)
	SELECT worth, tokyo_day(at), sum(sign) FROM (
		SELECT sign, at, CASE
			WHEN kind = 'block' AND was IS NULL THEN 'moves.block_unmet'
			WHEN kind = 'block' AND was <> 'block' THEN 'moves.block'
			WHEN kind <> 'block' AND was = 'block' THEN 'moves.return'
			WHEN kind = 'met' AND was IS NULL THEN 'moves.met'
			WHEN kind = 'follow' AND was IS NULL THEN 'moves.add' END AS worth
		FROM judged) w
	WHERE worth IS NOT NULL GROUP BY 1, 2 HAVING sum(sign) <> 0;
	IF TG_OP = 'INSERT' AND EXISTS (SELECT 1 FROM moved WHERE kind = 'block' AND at < now() - interval '7 days') THEN
		UPDATE broadcast_blocks c SET counted_at = '-infinity' FROM broadcasts b
			WHERE b.id = c.broadcast_id AND c.counted_at > '-infinity' AND EXISTS (
				SELECT 1 FROM moved WHERE kind = 'block' AND at >= b.first_accepted_at AND at < coalesce(b.finished_at, now()) + interval '1 day');
	END IF;
	RETURN NULL;
END
$$;
