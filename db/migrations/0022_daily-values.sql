CREATE TABLE "daily_values" (
	"metric" text NOT NULL,
	"day" date NOT NULL,
	"section_id" integer DEFAULT 0 NOT NULL,
	"packed" "bytea" NOT NULL,
	CONSTRAINT "daily_values_metric_day_section_id_pk" PRIMARY KEY("metric","day","section_id")
);
--> statement-breakpoint
CREATE FUNCTION unpacked(packed bytea) RETURNS SETOF integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
	SELECT (get_byte(packed, i) << 24) | (get_byte(packed, i + 1) << 16) | (get_byte(packed, i + 2) << 8) | get_byte(packed, i + 3)
	FROM generate_series(0, length(packed) - 4, 4) AS i
$$;
--> statement-breakpoint
INSERT INTO daily_values (metric, day, section_id, packed)
	SELECT metric, day, section_id, string_agg(int4send(value::int), ''::bytea ORDER BY value)
	FROM daily_counts, generate_series(1, n::int)
	WHERE metric IN ('report.hour', 'report.look', 'report.fix') GROUP BY 1, 2, 3;
--> statement-breakpoint
DELETE FROM daily_counts WHERE metric IN ('report.hour', 'report.look', 'report.fix');
--> statement-breakpoint
CREATE OR REPLACE FUNCTION counts_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	DELETE FROM daily_counts WHERE metric LIKE TG_ARGV[0];
	DELETE FROM monthly_counts WHERE metric LIKE TG_ARGV[0];
	DELETE FROM daily_values WHERE metric LIKE TG_ARGV[0];
	DELETE FROM count_deltas WHERE metric LIKE TG_ARGV[0];
	RETURN NULL;
END
$$;
--> statement-breakpoint
-- Cells of the heat map without their category, which nobody asked for; what is there is summed up.
CREATE OR REPLACE FUNCTION report_counts(r reports) RETURNS TABLE (metric text, day date, section_id integer, area_id integer, key text, value bigint) LANGUAGE sql IMMUTABLE AS $$
	SELECT t.metric, tokyo_day(t.at), coalesce(r.section_id, 0), t.area_id, t.key, t.value
	FROM (VALUES
		('report.received', r.received_at, coalesce(r.area_id, 0), r.category_key, 0::bigint),
		('report.hour', r.received_at, 0, '', extract(hour FROM r.received_at AT TIME ZONE 'Asia/Tokyo')::bigint),
		('report.cell', CASE WHEN r.cell_x IS NOT NULL AND r.cell_y IS NOT NULL THEN r.received_at END, 0, '',
			(r.cell_x >> 6)::bigint * 65536 + (r.cell_y >> 6)),
		('report.no_point', CASE WHEN r.cell_x IS NULL OR r.cell_y IS NULL THEN r.received_at END, 0, '', 0),
		('report.closed', CASE WHEN r.status NOT IN ('received', 'checking', 'working') THEN r.status_at END, 0, '', 0),
		('report.look', r.first_look_at, 0, '', minutes_between(r.received_at, r.first_look_at)),
		('report.fix', CASE WHEN r.status = 'done' THEN r.status_at END, 0, '', minutes_between(r.received_at, r.status_at))
	) AS t (metric, at, area_id, key, value)
	WHERE t.at IS NOT NULL
$$;
--> statement-breakpoint
CREATE TEMPORARY TABLE cells ON COMMIT DROP AS
	SELECT metric, day, section_id, value, sum(n) AS n FROM (
		SELECT metric, day, section_id, value, n FROM daily_counts WHERE metric = 'report.cell'
		UNION ALL SELECT metric, day, section_id, value, n FROM count_deltas WHERE metric = 'report.cell') c
	GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0;
--> statement-breakpoint
DELETE FROM daily_counts WHERE metric = 'report.cell';
--> statement-breakpoint
DELETE FROM monthly_counts WHERE metric = 'report.cell';
--> statement-breakpoint
DELETE FROM count_deltas WHERE metric = 'report.cell';
--> statement-breakpoint
INSERT INTO daily_counts (metric, day, section_id, value, n) SELECT metric, day, section_id, value, n FROM cells ORDER BY 1, 2, 3, 4;
--> statement-breakpoint
INSERT INTO monthly_counts (metric, day, section_id, value, n)
	SELECT metric, date_trunc('month', day::timestamp)::date, section_id, value, sum(n) FROM cells GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4;
