import type pg from "pg";

/**
 * Writes down, in the database itself and in the same transaction, each time a batch is taken from a worker that still
 * held it, and each time an audience is frozen. It knows nothing of how the product does either.
 */
export async function placeWitness(db: pg.Client): Promise<void> {
  await db.query(`
    create schema witness;
    create table witness.taken (broadcast_id uuid not null, n integer not null, at timestamptz not null default clock_timestamp());
    create table witness.frozen (broadcast_id uuid not null, at timestamptz not null default clock_timestamp());
    create function witness.note_taken() returns trigger language plpgsql as $$
      begin insert into witness.taken (broadcast_id, n) values (new.broadcast_id, new.n); return null; end $$;
    create function witness.note_frozen() returns trigger language plpgsql as $$
      begin insert into witness.frozen (broadcast_id) values (new.id); return null; end $$;
    create trigger witness_taken after update on broadcast_batches for each row
      when (old.state = 'sending' and new.state = 'sending' and new.lease_owner is distinct from old.lease_owner
        and old.lease_until > clock_timestamp())
      execute function witness.note_taken();
    create trigger witness_frozen after update on broadcasts for each row
      when (new.frozen_at is not null and new.frozen_at is distinct from old.frozen_at)
      execute function witness.note_frozen();`);
}

/** Of these broadcasts: batches a worker took while another held them; audiences that were frozen more than once. */
export async function seenByWitness(
  db: pg.Client,
  ids: string[],
): Promise<{ taken: string[]; refrozen: string[] }> {
  const taken = await db.query<{ id: string }>(
    "select distinct broadcast_id || '/' || n as id from witness.taken where broadcast_id = any($1)",
    [ids],
  );
  const refrozen = await db.query<{ id: string }>(
    "select broadcast_id::text as id from witness.frozen where broadcast_id = any($1) group by 1 having count(*) > 1",
    [ids],
  );
  return { taken: taken.rows.map((r) => r.id), refrozen: refrozen.rows.map((r) => r.id) };
}
