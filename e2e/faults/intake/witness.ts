import type pg from "pg";

/**
 * Writes down, in the database itself and in the same transaction, each time an event is brought to an end. It knows
 * nothing of leases or locks: an event that two workers bring to an end stands here twice.
 */
export async function placeWitness(db: pg.Client): Promise<void> {
  await db.query(`
    create schema witness;
    create table witness.endings (event_id text not null, at timestamptz not null default clock_timestamp());
    create function witness.note() returns trigger language plpgsql as $$
      begin insert into witness.endings (event_id) values (new.webhook_event_id); return null; end $$;
    create trigger witness after update on line_events for each row
      when (new.state in ('done', 'skipped') and new.processed_at is distinct from old.processed_at)
      execute function witness.note();`);
}

/** Ids of the events that were brought to an end more than once. */
export async function workedTwice(db: pg.Client): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    "select event_id as id from witness.endings group by 1 having count(*) > 1",
  );
  return rows.map((r) => r.id);
}
