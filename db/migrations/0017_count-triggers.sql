-- What each row counts for, and triggers that write down what a change makes of it, in the same transaction. Whoever
-- changes these rows, from wherever, cannot forget to count. lib/analytics/recount finds the same from the rows alone.
CREATE FUNCTION tokyo_day(at timestamptz) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT (at AT TIME ZONE 'Asia/Tokyo')::date
$$;
--> statement-breakpoint
CREATE FUNCTION minutes_between(a timestamptz, b timestamptz) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT greatest(0, floor(extract(epoch FROM b - a) / 60))::bigint
$$;
--> statement-breakpoint
UPDATE reports r SET first_look_at = e.at
	FROM (SELECT report_id, min(at) AS at FROM report_entries WHERE actor_kind = 'staff' AND kind <> 'submitted' GROUP BY 1) e
	WHERE e.report_id = r.id;
--> statement-breakpoint
CREATE FUNCTION report_looked_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	UPDATE reports SET first_look_at = NEW.at
		WHERE id = NEW.report_id AND (first_look_at IS NULL OR first_look_at > NEW.at);
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER report_entries_first_look AFTER INSERT ON report_entries FOR EACH ROW
	WHEN (NEW.actor_kind = 'staff' AND NEW.kind <> 'submitted') EXECUTE FUNCTION report_looked_at();
--> statement-breakpoint
-- Moves: what one is worth depends on the one before it, so that all moves of the friends concerned are judged without
-- and with the new ones. The friend's row is locked: two moves at once would not see each other.
CREATE FUNCTION friend_moves_counted() RETURNS trigger LANGUAGE plpgsql AS $$
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
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER friend_moves_added AFTER INSERT ON friend_moves REFERENCING NEW TABLE AS moved
	FOR EACH STATEMENT EXECUTE FUNCTION friend_moves_counted();
--> statement-breakpoint
CREATE TRIGGER friend_moves_removed AFTER DELETE ON friend_moves REFERENCING OLD TABLE AS moved
	FOR EACH STATEMENT EXECUTE FUNCTION friend_moves_counted();
--> statement-breakpoint
-- Friends as they are now: the day is the one on which we learned of the change, and the sum of all days is what is.
CREATE FUNCTION friend_counts(f friends) RETURNS TABLE (metric text, area_id integer, value bigint) LANGUAGE sql IMMUTABLE AS $$
	SELECT t.metric, f.area_id, t.value
	FROM (VALUES ('friends.now', 0::bigint), ('friends.age', f.age_band), ('friends.gender', f.gender), ('friends.spoken', f.spoken)) AS t (metric, value)
	WHERE f.state = 'following'
	UNION ALL SELECT 'friends.answered', f.area_id, 0 WHERE f.state = 'following' AND f.answered_at IS NOT NULL
	UNION ALL SELECT 'friends.stopped', f.area_id, 0 WHERE f.state = 'following' AND f.stopped_at IS NOT NULL
	UNION ALL SELECT 'friends.interest', f.area_id, bit FROM generate_series(0, 59) AS bit
		WHERE f.state = 'following' AND (f.interests >> bit) & 1 = 1
$$;
--> statement-breakpoint
CREATE FUNCTION friend_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO count_deltas (metric, day, area_id, value, n)
	SELECT metric, tokyo_day(now()), area_id, value, sum(sign) FROM (
		SELECT c.*, 1 AS sign FROM friend_counts(NEW) c UNION ALL SELECT c.*, -1 FROM friend_counts(OLD) c) both_sides
	GROUP BY metric, area_id, value HAVING sum(sign) <> 0;
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER friends_counted_in AFTER INSERT ON friends FOR EACH ROW WHEN (NEW.state = 'following') EXECUTE FUNCTION friend_counted();
--> statement-breakpoint
CREATE TRIGGER friends_counted_out AFTER DELETE ON friends FOR EACH ROW WHEN (OLD.state = 'following') EXECUTE FUNCTION friend_counted();
--> statement-breakpoint
CREATE TRIGGER friends_counted_anew AFTER UPDATE ON friends FOR EACH ROW
	WHEN ((OLD.state, OLD.stopped_at IS NULL, OLD.spoken, OLD.age_band, OLD.gender, OLD.area_id, OLD.interests, OLD.answered_at IS NULL)
		IS DISTINCT FROM (NEW.state, NEW.stopped_at IS NULL, NEW.spoken, NEW.age_band, NEW.gender, NEW.area_id, NEW.interests, NEW.answered_at IS NULL))
	EXECUTE FUNCTION friend_counted();
--> statement-breakpoint
-- Questions. Words are cut: an index takes no long key, and residents write what they like.
CREATE FUNCTION question_counts(q bot_questions) RETURNS TABLE (metric text, day date, key text, part text) LANGUAGE sql IMMUTABLE AS $$
	SELECT t.metric, tokyo_day(q.asked_at), t.key, t.part
	FROM (VALUES ('bot.outcome', coalesce(q.topic, ''), q.outcome),
		('bot.kind', '', q.kind),
		('bot.helpful', coalesce(q.topic, ''), CASE WHEN q.helpful THEN 'yes' WHEN NOT q.helpful THEN 'no' END),
		('bot.word', left(q.folded, 60), CASE WHEN q.folded <> '' THEN '' END)) AS t (metric, key, part)
	WHERE t.part IS NOT NULL
	UNION ALL SELECT 'bot.word.month', date_trunc('month', tokyo_day(q.asked_at)::timestamp)::date, left(q.folded, 60), '' WHERE q.folded <> ''
$$;
--> statement-breakpoint
CREATE FUNCTION question_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO count_deltas (metric, day, key, part, n)
	SELECT metric, day, key, part, sum(sign) FROM (
		SELECT c.*, 1 AS sign FROM question_counts(NEW) c UNION ALL SELECT c.*, -1 FROM question_counts(OLD) c) both_sides
	GROUP BY metric, day, key, part HAVING sum(sign) <> 0;
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER bot_questions_counted AFTER INSERT OR DELETE ON bot_questions FOR EACH ROW EXECUTE FUNCTION question_counted();
--> statement-breakpoint
CREATE TRIGGER bot_questions_counted_anew AFTER UPDATE ON bot_questions FOR EACH ROW
	WHEN ((OLD.asked_at, OLD.folded, OLD.outcome, OLD.kind, OLD.topic, OLD.helpful)
		IS DISTINCT FROM (NEW.asked_at, NEW.folded, NEW.outcome, NEW.kind, NEW.topic, NEW.helpful))
	EXECUTE FUNCTION question_counted();
--> statement-breakpoint
-- Reports: in the section that has them now. Cells of zoom 16, x in the high half.
CREATE FUNCTION report_counts(r reports) RETURNS TABLE (metric text, day date, section_id integer, area_id integer, key text, value bigint) LANGUAGE sql IMMUTABLE AS $$
	SELECT t.metric, tokyo_day(t.at), coalesce(r.section_id, 0), t.area_id, t.key, t.value
	FROM (VALUES
		('report.received', r.received_at, coalesce(r.area_id, 0), r.category_key, 0::bigint),
		('report.hour', r.received_at, 0, '', extract(hour FROM r.received_at AT TIME ZONE 'Asia/Tokyo')::bigint),
		('report.cell', CASE WHEN r.cell_x IS NOT NULL AND r.cell_y IS NOT NULL THEN r.received_at END, 0, r.category_key,
			(r.cell_x >> 6)::bigint * 65536 + (r.cell_y >> 6)),
		('report.no_point', CASE WHEN r.cell_x IS NULL OR r.cell_y IS NULL THEN r.received_at END, 0, '', 0),
		('report.closed', CASE WHEN r.status NOT IN ('received', 'checking', 'working') THEN r.status_at END, 0, '', 0),
		('report.look', r.first_look_at, 0, '', minutes_between(r.received_at, r.first_look_at)),
		('report.fix', CASE WHEN r.status = 'done' THEN r.status_at END, 0, '', minutes_between(r.received_at, r.status_at))
	) AS t (metric, at, area_id, key, value)
	WHERE t.at IS NOT NULL
$$;
--> statement-breakpoint
CREATE FUNCTION report_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO count_deltas (metric, day, section_id, area_id, key, value, n)
	SELECT metric, day, section_id, area_id, key, value, sum(sign) FROM (
		SELECT c.*, 1 AS sign FROM report_counts(NEW) c UNION ALL SELECT c.*, -1 FROM report_counts(OLD) c) both_sides
	GROUP BY metric, day, section_id, area_id, key, value HAVING sum(sign) <> 0;
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER reports_counted AFTER INSERT OR DELETE ON reports FOR EACH ROW EXECUTE FUNCTION report_counted();
--> statement-breakpoint
CREATE TRIGGER reports_counted_anew AFTER UPDATE ON reports FOR EACH ROW
	WHEN ((OLD.received_at, OLD.section_id, OLD.area_id, OLD.category_key, OLD.cell_x, OLD.cell_y, OLD.status, OLD.status_at, OLD.first_look_at)
		IS DISTINCT FROM (NEW.received_at, NEW.section_id, NEW.area_id, NEW.category_key, NEW.cell_x, NEW.cell_y, NEW.status, NEW.status_at, NEW.first_look_at))
	EXECUTE FUNCTION report_counted();
--> statement-breakpoint
-- Walks through a scenario, by the day they began: each step that was reached, and the one where it ended or stands.
CREATE FUNCTION walk_counts(c conversations) RETURNS TABLE (metric text, day date, key text, part text, value bigint) LANGUAGE sql IMMUTABLE AS $$
	SELECT t.metric, tokyo_day(c.started_at), c.scenario_key, t.part, c.scenario_version
	FROM (SELECT 'walk.state' AS metric, c.state AS part
		UNION ALL SELECT 'walk.left', c.reached[cardinality(c.reached)] WHERE c.state IN ('cancelled', 'stopped', 'expired')
		UNION ALL SELECT 'walk.open', c.reached[cardinality(c.reached)] WHERE c.state = 'open'
		UNION ALL SELECT DISTINCT 'walk.reached', unnest(c.reached)) t
	WHERE cardinality(c.reached) > 0
$$;
--> statement-breakpoint
CREATE FUNCTION walk_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO count_deltas (metric, day, key, part, value, n)
	SELECT metric, day, key, part, value, sum(sign) FROM (
		SELECT c.*, 1 AS sign FROM walk_counts(NEW) c UNION ALL SELECT c.*, -1 FROM walk_counts(OLD) c) both_sides
	GROUP BY metric, day, key, part, value HAVING sum(sign) <> 0;
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER conversations_counted AFTER INSERT OR DELETE ON conversations FOR EACH ROW EXECUTE FUNCTION walk_counted();
--> statement-breakpoint
CREATE TRIGGER conversations_counted_anew AFTER UPDATE ON conversations FOR EACH ROW
	WHEN ((OLD.started_at, OLD.scenario_key, OLD.scenario_version, OLD.state, OLD.reached)
		IS DISTINCT FROM (NEW.started_at, NEW.scenario_key, NEW.scenario_version, NEW.state, NEW.reached))
	EXECUTE FUNCTION walk_counted();
--> statement-breakpoint
-- Messages that LINE took.
CREATE FUNCTION batch_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO count_deltas (metric, day, key, n)
	SELECT 'broadcast.reach', tokyo_day(at), id, sum(n) FROM (
		SELECT NEW.settled_at AS at, NEW.broadcast_id::text AS id, NEW.size AS n WHERE NEW.state = 'accepted'
		UNION ALL SELECT OLD.settled_at, OLD.broadcast_id::text, -OLD.size WHERE OLD.state = 'accepted') both_sides
	WHERE at IS NOT NULL GROUP BY 2, 3 HAVING sum(n) <> 0;
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER broadcast_batches_counted AFTER INSERT OR DELETE ON broadcast_batches FOR EACH ROW EXECUTE FUNCTION batch_counted();
--> statement-breakpoint
CREATE TRIGGER broadcast_batches_counted_anew AFTER UPDATE ON broadcast_batches FOR EACH ROW
	WHEN ((OLD.state = 'accepted', OLD.settled_at, OLD.size) IS DISTINCT FROM (NEW.state = 'accepted', NEW.settled_at, NEW.size))
	EXECUTE FUNCTION batch_counted();
--> statement-breakpoint
CREATE FUNCTION counts_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	DELETE FROM daily_counts WHERE metric LIKE TG_ARGV[0];
	DELETE FROM count_deltas WHERE metric LIKE TG_ARGV[0];
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER friend_moves_uncounted AFTER TRUNCATE ON friend_moves FOR EACH STATEMENT EXECUTE FUNCTION counts_emptied('moves.%');
--> statement-breakpoint
CREATE TRIGGER friends_uncounted AFTER TRUNCATE ON friends FOR EACH STATEMENT EXECUTE FUNCTION counts_emptied('friends.%');
--> statement-breakpoint
CREATE TRIGGER bot_questions_uncounted AFTER TRUNCATE ON bot_questions FOR EACH STATEMENT EXECUTE FUNCTION counts_emptied('bot.%');
--> statement-breakpoint
CREATE TRIGGER reports_uncounted AFTER TRUNCATE ON reports FOR EACH STATEMENT EXECUTE FUNCTION counts_emptied('report.%');
--> statement-breakpoint
CREATE TRIGGER conversations_uncounted AFTER TRUNCATE ON conversations FOR EACH STATEMENT EXECUTE FUNCTION counts_emptied('walk.%');
--> statement-breakpoint
CREATE TRIGGER broadcast_batches_uncounted AFTER TRUNCATE ON broadcast_batches FOR EACH STATEMENT EXECUTE FUNCTION counts_emptied('broadcast.%');
--> statement-breakpoint
-- What was there before.
INSERT INTO friend_moves (event_id, friend_id, kind, at)
	SELECT 'known:' || id || ':follow', id, 'follow', followed_at FROM friends WHERE followed_at IS NOT NULL
	UNION ALL SELECT 'known:' || id || ':block', id, 'block', blocked_at FROM friends WHERE blocked_at IS NOT NULL
	UNION ALL SELECT 'known:' || id || ':met', id, 'met', state_at FROM friends
		WHERE state = 'following' AND followed_at IS NULL AND state_at IS NOT NULL;
--> statement-breakpoint
INSERT INTO count_deltas (metric, day, area_id, value, n)
	SELECT c.metric, tokyo_day(coalesce(f.answered_at, f.followed_at, f.created_at)), c.area_id, c.value, count(*)
	FROM friends f, friend_counts(f) c GROUP BY 1, 2, 3, 4;
--> statement-breakpoint
INSERT INTO count_deltas (metric, day, key, part, n)
	SELECT c.metric, c.day, c.key, c.part, count(*) FROM bot_questions q, question_counts(q) c GROUP BY 1, 2, 3, 4;
--> statement-breakpoint
INSERT INTO count_deltas (metric, day, section_id, area_id, key, value, n)
	SELECT c.metric, c.day, c.section_id, c.area_id, c.key, c.value, count(*) FROM reports r, report_counts(r) c GROUP BY 1, 2, 3, 4, 5, 6;
--> statement-breakpoint
INSERT INTO count_deltas (metric, day, key, n)
	SELECT 'broadcast.reach', tokyo_day(settled_at), broadcast_id, sum(size) FROM broadcast_batches
	WHERE state = 'accepted' AND settled_at IS NOT NULL GROUP BY 2, 3;
