import { z } from "zod";

/** LINE's numbers by aggregation unit. Null where LINE keeps them to itself: fewer than 20 people. */
const overview = z.object({
  overview: z.object({
    uniqueImpression: z.number().nullable().catch(null),
    uniqueClick: z.number().nullable().catch(null),
  }),
});
export type InsightFigures = { impressions: number | null; clicks: number | null };

export function readInsight(figures: unknown): InsightFigures | null {
  const parsed = overview.safeParse(figures);
  if (!parsed.success) return null;
  const { uniqueImpression, uniqueClick } = parsed.data.overview;
  return { impressions: uniqueImpression, clicks: uniqueClick };
}
