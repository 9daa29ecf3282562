-- Whoever is new or changes in a way that rules ask about is noted in the same transaction.
CREATE FUNCTION friend_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO friend_changes (friend_id) VALUES (CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END);
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER friends_added AFTER INSERT OR DELETE ON friends FOR EACH ROW EXECUTE FUNCTION friend_changed();
--> statement-breakpoint
CREATE TRIGGER friends_changed AFTER UPDATE ON friends FOR EACH ROW
	WHEN ((OLD.state, OLD.stopped_at IS NULL, OLD.spoken, OLD.age_band, OLD.gender, OLD.area_id, OLD.interests, OLD.answered_at IS NULL)
		IS DISTINCT FROM (NEW.state, NEW.stopped_at IS NULL, NEW.spoken, NEW.age_band, NEW.gender, NEW.area_id, NEW.interests, NEW.answered_at IS NULL))
	EXECUTE FUNCTION friend_changed();
--> statement-breakpoint
CREATE FUNCTION friends_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	TRUNCATE friend_slabs, friend_changes;
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER friends_emptied AFTER TRUNCATE ON friends FOR EACH STATEMENT EXECUTE FUNCTION friends_emptied();
--> statement-breakpoint
INSERT INTO friend_changes (friend_id) SELECT id FROM friends;
