import { sql } from "drizzle-orm";
import { type BroadcastKind, SPOKEN, type Spoken } from "@/db/enums";
import { friends, segments } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import type { NamedRules } from "./named";
import { type Rule, ruleSchema } from "./rule";
import { audienceWhere, kindWhere, reachableWhere } from "./sql";

/** Every saved rule, archived ones too: what once named them still means the same. */
export async function listNamedRules(ctx: Ctx): Promise<NamedRules> {
  const rows = await ctx.db.select({ id: segments.id, rule: segments.rule }).from(segments);
  return new Map(rows.map((row) => [row.id, ruleSchema.parse(row.rule)]));
}

export type AudienceCount = {
  total: number;
  bySpoken: Record<Spoken, number>;
  /** They match the rule, but nothing would reach them. */
  leftOut: { blocked: number; stopped: number; unknown: number };
};

/** How many would receive it now, and how many match but cannot. One statement: the numbers belong together. */
export async function countAudience(
  ctx: Ctx,
  input: { rule: Rule; kind: BroadcastKind },
): Promise<AudienceCount> {
  const meant = sql`${kindWhere(input.kind)} and (${audienceWhere(input.rule, await listNamedRules(ctx), ctx.now)})`;
  const { rows } = await ctx.db.execute<{ what: string; n: string }>(sql`
    select spoken::text as what, count(*) as n from ${friends}
    where ${reachableWhere} and ${meant} group by spoken
    union all
    select case when state = 'following' then 'stopped' else state end, count(*) from ${friends}
    where not (${reachableWhere}) and ${meant} group by 1`);
  const counted = (what: string) => Number(rows.find((row) => row.what === what)?.n ?? 0);
  const bySpoken = SPOKEN.map((spoken, place) => [spoken, counted(String(place))] as const);
  return {
    total: bySpoken.reduce((sum, [, n]) => sum + n, 0),
    bySpoken: Object.fromEntries(bySpoken) as Record<Spoken, number>,
    leftOut: { blocked: counted("blocked"), stopped: counted("stopped"), unknown: counted("unknown") },
  };
}
