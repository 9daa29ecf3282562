import { type SQL, sql } from "drizzle-orm";
import { SPOKEN } from "@/db/enums";
import { friendChanges, friendSlabs, friends } from "@/db/schema";
import type { Rule } from "../rule";
import { audienceWhere, reachWord } from "../sql";
import { leafKeys, REACHABLE, receivedKey, SLAB, spokenKey, UNREACHABLE } from "./slab";

/** Counting by bits: the same rule as bit strings of whole slabs, put together by & | ~ and counted. */

const ZEROS = sql.raw(`0::bit(${SLAB})`);

/**
 * Whoever changed since the bits were set, and as a mask of each slab: its bytes in hexadecimal, with zeros between. Bit
 * by bit each change would write a slab's 8 KB anew, which took three times as long.
 */
const changes: SQL = sql`
    changed as materialized (select distinct ${friendChanges.friendId} as id from ${friendChanges}),
    bytes as (
      select (id / ${SLAB})::int as slab, ((id % ${SLAB}) / 8)::int as byte, bit_or(128 >> (id % 8)::int) as bits
      from changed group by 1, 2),
    spaced as (
      select slab, byte, repeat('00', byte - coalesce(lag(byte) over (partition by slab order by byte), -1) - 1)
        || lpad(to_hex(bits), 2, '0') as hex from bytes),
    masks as materialized (
      select slab, ('x' || string_agg(hex, '' order by byte))::bit varying::bit(${sql.raw(String(SLAB))}) as mask
      from spaced group by 1)`;
/** For the few friends who are asked by their rows: to go through everybody a broadcast reached would take longer. */
const receivedByBits = (broadcastId: string): SQL =>
  sql`coalesce((select get_bit(${friendSlabs.bits}, (${friends.id} % ${SLAB})::int) from ${friendSlabs} where ${friendSlabs.slab} = ${friends.id} / ${SLAB} and ${friendSlabs.key} = ${receivedKey(broadcastId)}), 0) = 1`;

const NO_RULES: ReadonlyMap<string, Rule> = new Map();

/** Aggregates over the rows of a slab, each named once however often it is used. */
class Columns {
  private readonly byKeys = new Map<string, string>();
  readonly keys = new Set<string>();

  of(keys: readonly string[]): SQL {
    const wanted = JSON.stringify([...keys].sort());
    const name = this.byKeys.get(wanted) ?? `c${this.byKeys.size}`;
    this.byKeys.set(wanted, name);
    for (const key of keys) this.keys.add(key);
    return sql.raw(name);
  }
  get list(): SQL {
    const each = [...this.byKeys].map(
      ([keys, name]) =>
        sql`coalesce(bit_or(${friendSlabs.bits}) filter (where ${friendSlabs.key} = any(${sql.param(JSON.parse(keys))}::text[])), ${ZEROS}) as ${sql.raw(name)}`,
    );
    return sql.join(each, sql`, `);
  }
}

function bits(rule: Rule, columns: Columns, received: ReadonlySet<string>): SQL | null {
  switch (rule.op) {
    case "all":
    case "any": {
      const parts = rule.rules.map((each) => bits(each, columns, received));
      const known = parts.flatMap((part) => (part ? [part] : []));
      if (known.length < parts.length) return null;
      if (known.length === 0) return rule.op === "all" ? sql`(~${ZEROS})` : sql`(${ZEROS})`;
      return sql`(${sql.join(known, rule.op === "all" ? sql` & ` : sql` | `)})`;
    }
    case "not": {
      const inner = bits(rule.rule, columns, received);
      return inner && sql`(~${inner})`;
    }
    default: {
      const places = rule.op === "spoken" ? rule.spoken.map((each) => SPOKEN.indexOf(each)) : [];
      const groups = leafKeys(rule, places, received);
      return (
        groups &&
        sql`(${sql.join(
          groups.map((keys) => columns.of(keys)),
          sql` & `,
        )})`
      );
    }
  }
}

/**
 * Everything the count tells, in one statement; null when the rule asks what slabs do not know. Two rows to add up: by
 * bits whoever did not change since they were set, by their rows whoever did. `wider` is the rule and whom it only misses
 * for want of an answer; neither holds named rules. `received`: broadcasts whose bits are set.
 */
export function slabCount(rule: Rule, wider: Rule, received: ReadonlySet<string>, now: Date): SQL | null {
  const columns = new Columns();
  const meant = bits(rule, columns, received);
  const wide = bits(wider, columns, received);
  if (!meant || !wide) return null;
  const figures: { name: string; old: SQL; fresh: SQL }[] = [
    ...SPOKEN.map((spoken, place) => ({
      name: spoken,
      old: sql`meant & ${columns.of([REACHABLE])} & ${columns.of([spokenKey(place)])}`,
      fresh: sql`meant and reach = ${REACHABLE} and spoken = ${place}`,
    })),
    ...UNREACHABLE.map((why) => ({
      name: why,
      old: sql`meant & ${columns.of([why])}`,
      fresh: sql`meant and reach = ${why}`,
    })),
    {
      name: "unanswered",
      old: sql`wide & ~meant & ${columns.of([REACHABLE])}`,
      fresh: sql`wide and not meant and reach = ${REACHABLE}`,
    },
  ];
  const row = (each: Rule) => audienceWhere(each, NO_RULES, now, receivedByBits);
  const old = figures.map(
    ({ name, old }) => sql`coalesce(sum(bit_count(${old} & live)), 0)::bigint as ${sql.raw(name)}`,
  );
  const fresh = figures.map(({ fresh }) => sql`count(*) filter (where ${fresh})`);
  return sql`
    with ${changes},
    facts as (
      select ${friendSlabs.slab}, ${columns.list} from ${friendSlabs}
      where ${friendSlabs.key} = any(${sql.param([...columns.keys])}::text[]) group by ${friendSlabs.slab}),
    -- Kept: otherwise each figure below would put both together again.
    judged as materialized (
      select facts.*, ${meant} as meant, ${wide} as wide, ~coalesce(mask, ${ZEROS}) as live
      from facts left join masks using (slab)),
    fresh as (
      select one.* from changed cross join lateral (
        select ${friends.spoken} as spoken, ${reachWord} as reach,
          (${row(rule)}) as meant, (${row(wider)}) as wide
        from ${friends} where ${friends.id} = changed.id
        -- Not to be flattened: one look-up a change, whatever the planner believes of so young a table.
        offset 0) as one)
    select ${sql.join(old, sql`, `)} from judged
    union all select ${sql.join(fresh, sql`, `)} from fresh`;
}

/** One fact about everybody, reachable or not: its name among the bits, and how to ask a row. */
export type Fact = { key: string; row: SQL };

/** How many of all friends each fact holds of, in one statement: `key`, `n`, to add up by key. */
export const factCount = (facts: readonly Fact[]): SQL => sql`
    with ${changes},
    old as (
      select ${friendSlabs.key} as key, sum(bit_count(${friendSlabs.bits} & ~coalesce(mask, ${ZEROS}))) as n
      from ${friendSlabs} left join masks on masks.slab = ${friendSlabs.slab}
      where ${friendSlabs.key} = any(${sql.param(facts.map(({ key }) => key))}::text[]) group by 1),
    fresh as (
      select array[${sql.join(
        facts.map(({ row }) => sql`count(*) filter (where ${row})`),
        sql`, `,
      )}] as counts
      -- Not to be flattened either: one look-up a change.
      from changed cross join lateral (select * from ${friends} where ${friends.id} = changed.id offset 0) as friends)
    select key, n::text from old
    union all select key, n::text from fresh, unnest(${sql.param(facts.map(({ key }) => key))}::text[], counts) as each(key, n)`;

/** The same from the rows alone: while most of them have just changed. */
export const plainFactCount = (facts: readonly Fact[]): SQL => sql`
    select key, n::text from (
      select array[${sql.join(
        facts.map(({ row }) => sql`count(*) filter (where ${row})`),
        sql`, `,
      )}] as counts from ${friends}) as fresh,
      unnest(${sql.param(facts.map(({ key }) => key))}::text[], counts) as each(key, n)`;
