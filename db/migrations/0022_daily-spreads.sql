CREATE TABLE "daily_spreads" (
	"metric" text NOT NULL,
	"day" date NOT NULL,
	"section_id" integer DEFAULT 0 NOT NULL,
	"pairs" bigint[] NOT NULL,
	CONSTRAINT "daily_spreads_metric_day_section_id_pk" PRIMARY KEY("metric","day","section_id")
);
--> statement-breakpoint
-- A value and how often it came in one number: lib/analytics/spread.ts.
INSERT INTO daily_spreads (metric, day, section_id, pairs)
	SELECT metric, day, section_id, array_agg(value * 1048576 + n + 524288 ORDER BY value) FROM daily_counts
	WHERE metric IN ('report.look', 'report.fix') AND n <> 0 GROUP BY 1, 2, 3;
--> statement-breakpoint
DELETE FROM daily_counts WHERE metric IN ('report.look', 'report.fix');
--> statement-breakpoint
CREATE OR REPLACE FUNCTION counts_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	DELETE FROM daily_counts WHERE metric LIKE TG_ARGV[0];
	DELETE FROM monthly_counts WHERE metric LIKE TG_ARGV[0];
	DELETE FROM daily_spreads WHERE metric LIKE TG_ARGV[0];
	DELETE FROM count_deltas WHERE metric LIKE TG_ARGV[0];
	RETURN NULL;
END
$$;
