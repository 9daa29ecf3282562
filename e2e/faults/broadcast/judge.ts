import type pg from "pg";
import { sandboxCall } from "../../support/house";
import type { Plan } from "./town";
import { seenByWitness } from "./witness";

export type Verdict = { problems: string[]; figures: Record<string, number> };
export type Accepted = { at: number; unit: string; retryKey: string | null; to: string[] };

type House = { ports: { sandbox: number } };
type Entry = {
  at: number;
  endpoint: string;
  retryKey: string | null;
  to: string[];
  customAggregationUnits: string[];
};

/** Every multicast the platform accepted, in order. */
export async function acceptedBy(house: House): Promise<Accepted[]> {
  const all: Accepted[] = [];
  let after: number | null = 0;
  while (after !== null) {
    const page: { entries: Entry[]; next: number | null } = await sandboxCall(
      house,
      `/ledger?after=${after}&limit=200&omit=messages&endpoint=multicast`,
    );
    for (const { at, retryKey, to, customAggregationUnits } of page.entries)
      all.push({ at, retryKey, to, unit: customAggregationUnits[0] ?? "" });
    after = page.next;
  }
  return all;
}

/** Our name for a broadcast at LINE, written here once more: what is judged must not say how. */
export const unitFor = (plan: Plan): string => `b_${plan.id.replaceAll("-", "").slice(0, 28)}`;

const few = (what: string, ids: string[]): string[] =>
  ids.length > 0 ? [`${what}: ${ids.length} (${ids.slice(0, 3).join(", ")})`] : [];

/** What our tables say became of everybody, by LINE user id. */
async function toldBy(db: pg.Client, plan: Plan): Promise<Map<string, string>> {
  const { rows } = await db.query<{ user: string; state: string }>(
    `select f.line_user_id as user, string_agg(b.state, '+') as state
     from broadcast_batches b cross join unnest(b.friend_ids) as u(id) join friends f on f.id = u.id
     where b.broadcast_id = $1 and b.state <> 'split' group by 1`,
    [plan.id],
  );
  return new Map(rows.map((row) => [row.user, row.state]));
}

async function judgeOne(db: pg.Client, plan: Plan, ledger: Accepted[], figures: Record<string, number>) {
  const problems: string[] = [];
  const of = (what: string, ids: string[]) => problems.push(...few(`${plan.name}: ${what}`, ids));
  const times = new Map<string, number>();
  for (const entry of ledger)
    if (entry.unit === unitFor(plan)) for (const to of entry.to) times.set(to, (times.get(to) ?? 0) + 1);

  // R1: nobody twice.
  of(
    "got it twice",
    [...times].filter(([, n]) => n > 1).map(([id]) => id),
  );
  of(
    "got it and were not meant",
    [...times.keys()].filter((id) => !plan.audience.has(id)),
  );

  const { rows } = await db.query<{ state: string; counts: Record<string, number> }>(
    `select w.state, (select coalesce(jsonb_object_agg(state, n), '{}') from (
        select state, sum(size) as n from broadcast_batches where broadcast_id = w.id group by state) s) as counts
     from broadcasts w where w.id = $1`,
    [plan.id],
  );
  const row = rows[0];
  // R10: found late, never sent by itself.
  if (plan.isLate) {
    if (row?.state !== "late" || times.size > 0) problems.push(`${plan.name}: late, and yet ${row?.state}`);
    return problems;
  }
  if (!["sent", "partly_failed", "stopped"].includes(row?.state ?? ""))
    problems.push(`${plan.name}: still ${row?.state}, ${JSON.stringify(row?.counts)}`);

  // R2: everybody frozen is accounted for, and what we say is what the platform did.
  const told = await toldBy(db, plan);
  of(
    "not accounted for",
    [...plan.audience].filter((id) => !told.has(id)),
  );
  of(
    "frozen and not meant",
    [...told.keys()].filter((id) => !plan.audience.has(id)),
  );
  of(
    "in two batches",
    [...told].filter(([, state]) => state.includes("+")).map(([id]) => id),
  );
  of(
    "said to be reached, and not",
    [...told].filter(([id, s]) => s === "accepted" && !times.has(id)).map(([id]) => id),
  );
  of(
    "reached, and said not to be",
    [...told]
      .filter(([id, s]) => ["failed", "skipped", "pending"].includes(s) && times.has(id))
      .map(([id]) => id),
  );
  const unknown = [...told].filter(([, s]) => s === "unknown").length;
  const accepted = Number(row?.counts.accepted ?? 0);
  const surely = [...told].filter(([id, s]) => s !== "unknown" && times.has(id)).length;
  if (accepted !== surely) problems.push(`${plan.name}: says ${accepted} accepted, the platform ${surely}`);
  figures.recipients = (figures.recipients ?? 0) + plan.audience.size;
  figures.reached = (figures.reached ?? 0) + times.size;
  figures.unknown = (figures.unknown ?? 0) + unknown;
  figures.skipped = (figures.skipped ?? 0) + Number(row?.counts.skipped ?? 0);
  figures.failed = (figures.failed ?? 0) + Number(row?.counts.failed ?? 0);
  return problems;
}

/** Holds what the product says against what the platform accepted. */
export async function judge(house: House, db: pg.Client, plans: readonly Plan[]): Promise<Verdict> {
  const ledger = await acceptedBy(house);
  const figures: Record<string, number> = { broadcasts: plans.length, multicasts: ledger.length };
  const problems: string[] = [];
  const seen = await seenByWitness(
    db,
    plans.map((plan) => plan.id),
  );
  problems.push(...few("audiences frozen more than once", seen.refrozen));
  problems.push(...few("batches taken from a worker that held them", seen.taken));
  for (const plan of plans) problems.push(...(await judgeOne(db, plan, ledger, figures)));
  return { problems, figures };
}
