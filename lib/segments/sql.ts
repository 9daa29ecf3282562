import { and, inArray, not, or, type SQL, sql } from "drizzle-orm";
import { type BroadcastKind, SPOKEN } from "@/db/enums";
import { broadcastBatches, broadcasts, friends, reports, staffFriends } from "@/db/schema";
import { maskOf } from "./match";
import { inlineNamed, type NamedRules } from "./named";
import type { Leaf, Rule } from "./rule";
import { friendSinceSpan, reportedFrom } from "./span";

/** Conditions over `friends`; nothing here runs. No leaf is ever null, so `not` divides everybody in two. */

const YES = sql`true`;
const NO = sql`false`;

export type Received = (broadcastId: string) => SQL;
const inBatches = (broadcastId: string, which: SQL): SQL =>
  sql`${friends.id} in (select unnest(${broadcastBatches.friendIds}) from ${broadcastBatches} where ${broadcastBatches.broadcastId} = ${broadcastId} and (${which}))`;
const receivedByBatches: Received = (broadcastId) =>
  inBatches(broadcastId, sql`${broadcastBatches.state} = 'accepted'`);

/**
 * Whom it reached or may still reach. In doubt is asked about again within seconds, leased is under way or its worker
 * died in mid-call, unknown stays unknown; of one that goes out, what waits is reached soon. Surely not: refused,
 * skipped, and what a pause or a stop left untouched.
 */
export const mayReceive: Received = (broadcastId) =>
  inBatches(
    broadcastId,
    sql`${broadcastBatches.state} in ('accepted', 'sending', 'unknown') or ${broadcastBatches.state} = 'pending' and (${broadcastBatches.mayHaveArrived}
      or (select ${broadcasts.state} from ${broadcasts} where ${broadcasts.id} = ${broadcastId}) = 'sending')`,
  );

function leafWhere(leaf: Leaf, now: Date, received: Received): SQL {
  switch (leaf.op) {
    case "age_band":
      return inArray(friends.ageBand, leaf.codes);
    case "gender":
      return inArray(friends.gender, leaf.codes);
    case "area":
      return inArray(friends.areaId, leaf.ids);
    case "interests": {
      const mask = sql`${String(maskOf(leaf.bits))}::bigint`;
      return leaf.match === "any"
        ? sql`(${friends.interests} & ${mask}) <> 0`
        : sql`(${friends.interests} & ${mask}) = ${mask}`;
    }
    case "spoken":
      return inArray(
        friends.spoken,
        leaf.spoken.map((each) => SPOKEN.indexOf(each)),
      );
    case "friend_since": {
      const { from, before } = friendSinceSpan(leaf);
      const since = sql`coalesce(${friends.followedAt}, ${friends.createdAt})`;
      const bounds = [from && sql`${since} >= ${from}`, before && sql`${since} < ${before}`];
      return and(...bounds.map((bound) => bound ?? undefined)) ?? YES;
    }
    case "answered":
      return sql`${friends.answeredAt} is not null`;
    case "reported": {
      const from = leaf.withinDays === null ? null : reportedFrom(leaf.withinDays, now);
      const recent = from ? sql` and ${reports.receivedAt} >= ${from}` : sql``;
      return sql`${friends.id} in (select ${reports.friendId} from ${reports} where ${reports.friendId} is not null${recent})`;
    }
    case "received":
      return received(leaf.broadcastId);
    case "segment":
      return NO;
  }
}

function where(rule: Rule, now: Date, received: Received): SQL {
  switch (rule.op) {
    case "all":
      return and(...rule.rules.map((each) => where(each, now, received))) ?? YES;
    case "any":
      return or(...rule.rules.map((each) => where(each, now, received))) ?? NO;
    case "not":
      return not(where(rule.rule, now, received));
    default:
      return leafWhere(rule, now, received);
  }
}

/** The SQL interpreter: a condition over `friends`, reachable or not. `received`: how to ask whom a broadcast reached. */
export const audienceWhere = (
  rule: Rule,
  named: NamedRules,
  now: Date,
  received: Received = receivedByBatches,
): SQL => where(inlineNamed(rule, named), now, received);

/** Who LINE lets us reach and who did not ask us to stop. Word for word what the index `friends_segment` holds. */
export const reachableWhere: SQL = sql`${friends.state} = 'following' and ${friends.stoppedAt} is null`;

/** The same as a word: why somebody cannot be reached, or that they can. */
export const reachWord: SQL = sql`case when ${reachableWhere} then 'reachable' when ${friends.state} = 'following' then 'stopped' else ${friends.state} end`;

/** A drill is for registered staff, whatever the rule says. */
export const kindWhere = (kind: BroadcastKind): SQL =>
  kind === "drill" ? sql`${friends.id} in (select ${staffFriends.friendId} from ${staffFriends})` : YES;

/**
 * To be run first in the transaction that counts or freezes: with less room PostgreSQL looks through everybody a broadcast
 * reached again for each friend, which takes hours where this takes a second. All friends are looked through: with help.
 */
export const roomForHistory: SQL = sql`
  select set_config('work_mem', '128MB', true), set_config('max_parallel_workers_per_gather', '2', true)`;

/** `select id, spoken from friends …`: exactly the recipients, for freezing them with `insert … select`. */
export const audienceSelect = (
  rule: Rule,
  named: NamedRules,
  kind: BroadcastKind,
  now: Date,
  received?: Received,
): SQL =>
  sql`select ${friends.id}, ${friends.spoken} from ${friends} where ${reachableWhere} and ${kindWhere(kind)} and (${audienceWhere(rule, named, now, received)})`;

/**
 * Everything the count tells, from the rows: for drills, for what bits do not know, and while many friends have just
 * changed. One row, its columns as those of slabCount. Grouped first, so that each condition is tried once a friend.
 */
export function plainCount(rule: Rule, wider: Rule, kind: BroadcastKind, now: Date): SQL {
  const isWider = JSON.stringify(wider) !== JSON.stringify(rule);
  const sum = (condition: SQL, name: string) =>
    sql`coalesce(sum(n) filter (where ${condition}), 0)::bigint as ${sql.raw(name)}`;
  const figures = [
    ...SPOKEN.map((each, place) => sum(sql`meant and reach = 'reachable' and spoken = ${place}`, each)),
    ...["blocked", "stopped", "unknown"].map((why) => sum(sql`meant and reach = ${why}`, why)),
    sum(sql`wide and not meant and reach = 'reachable'`, "unanswered"),
  ];
  return sql`
    select ${sql.join(figures, sql`, `)} from (
      select ${friends.spoken} as spoken, ${reachWord} as reach, (${where(rule, now, receivedByBatches)}) as meant,
        (${isWider ? where(wider, now, receivedByBatches) : NO}) as wide, count(*) as n
      from ${friends} where ${kindWhere(kind)} group by 1, 2, 3, 4) as judged`;
}
