import { sql } from "drizzle-orm";
import { LATE_MS } from "../state";

/**
 * When broadcast `w` last got on: it was let go, or LINE answered an attempt. Too many calls (429) is an answer: a slow
 * send gets on. Silence and 5xx are none, and neither is a key that was given up for its age.
 */
export const lastProgress = sql<Date | null>`greatest(w.released_at,
  (select max(e.at) from broadcast_entries e where e.broadcast_id = w.id and e.kind = 'resumed'),
  (select max(case when b.state in ('pending', 'sending') and b.http_status = 429
      then coalesce(b.next_attempt_at, b.lease_until) else b.settled_at end)
    from broadcast_batches b
    where b.broadcast_id = w.id and b.http_status < 500 and b.last_error is distinct from 'key-too-old'))`;

const longAgo = sql`now() - make_interval(secs => ${LATE_MS / 1000})`;

/**
 * Broadcast `w` stands still for so long that a person is asked before anybody else is written to: its words are as old
 * as those of one found late. Nearly always the first comparison is all that is looked at. In doubt only: no new words
 * go out, and nobody is asked.
 */
export const isStalled = sql`case when w.state <> 'sending' or w.released_at >= ${longAgo} then false
  else ${lastProgress} < ${longAgo} and exists (select 1 from broadcast_batches b
    where b.broadcast_id = w.id and b.state = 'pending' and not b.may_have_arrived) end`;
