import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/core/context";
import type { Metric } from "../metric";
import { countsOf, DIMENSIONS, type Dimension, type Wanted } from "./sql";

/** What was not grouped by is empty. */
export type Sum = {
  metric: Metric;
  day: string;
  section: number;
  area: number;
  key: string;
  part: string;
  value: number;
  n: number;
};

/** Sums by several sets of dimensions at once, a list for each, in one pass over the counts. Sums of 0 are left out. */
export async function sumCounts(
  ctx: Ctx,
  { groups, ...wanted }: Wanted & { groups: readonly (readonly Dimension[])[] },
): Promise<Sum[][]> {
  const used = DIMENSIONS.filter((each) => groups.some((group) => group.includes(each)));
  const list = used.join(", ");
  const sets = groups.map((group) => `(${group.join(", ")})`).join(", ");
  const shown = used.map((each) => (each === "day" ? "to_char(day, 'YYYY-MM-DD') as day" : each));
  const { rows } = await ctx.db.execute<Record<string, string | number | null>>(sql`
    select ${sql.raw(used.length > 0 ? `grouping(${list}) as mask, ${shown.join(", ")}` : "0 as mask")}, sum(n) as n
    from ${countsOf(wanted, used)} as counts group by grouping sets (${sql.raw(sets)}) having sum(n) <> 0`);
  const maskOf = (group: readonly Dimension[]) =>
    used.reduce((mask, each) => mask * 2 + (group.includes(each) ? 0 : 1), 0);
  return groups.map((group) =>
    rows
      .filter((row) => row.mask === maskOf(group))
      .map((row) => ({
        metric: row.metric as Metric,
        day: String(row.day ?? ""),
        section: Number(row.section_id ?? 0),
        area: Number(row.area_id ?? 0),
        key: String(row.key ?? ""),
        part: String(row.part ?? ""),
        value: Number(row.value ?? 0),
        n: Number(row.n),
      })),
  );
}

/** How many messages of each broadcast LINE took. */
export async function readReach(ctx: Ctx): Promise<Map<string, number>> {
  const [sums = []] = await sumCounts(ctx, {
    metrics: ["broadcast.reach"],
    period: null,
    byMonth: true,
    groups: [["key"]],
  });
  return new Map(sums.map(({ key, n }) => [key, n]));
}
