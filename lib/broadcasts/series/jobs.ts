import { and, eq, isNull, lte } from "drizzle-orm";
import { broadcastSeries, broadcasts, broadcastVersions } from "@/db/schema";
import { type Ctx, within } from "@/lib/core/context";
import { idFrom } from "@/lib/core/id";
import { hours } from "@/lib/core/time";
import { getVersion } from "../queries";
import { recordHappening } from "../record/commands";
import { nextTimes, recurrenceSchema } from "../recurrence";

/** An occurrence exists this long before its time: staff see what is coming and can call one off. */
const AHEAD_MS = hours(24);

/**
 * Makes the occurrences of repeating broadcasts that come within a day, each one once however many workers look: its id
 * follows from series and time. Of several whose time passed while nobody worked only the last is made; found late, it
 * waits for a person. Returns how many were made.
 */
export async function makeOccurrences(ctx: Ctx): Promise<number> {
  const due = await ctx.db
    .select({ id: broadcastSeries.id })
    .from(broadcastSeries)
    .where(
      and(
        isNull(broadcastSeries.endedAt),
        lte(broadcastSeries.nextAt, new Date(ctx.now.getTime() + AHEAD_MS)),
      ),
    );
  let made = 0;
  for (const { id } of due) if (await makeNext(ctx, id)) made += 1;
  return made;
}

async function makeNext(ctx: Ctx, seriesId: string): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    const [series] = await tx
      .select()
      .from(broadcastSeries)
      .where(eq(broadcastSeries.id, seriesId))
      .for("update", { skipLocked: true });
    if (!series?.nextAt || series.endedAt || series.nextAt.getTime() > ctx.now.getTime() + AHEAD_MS)
      return false;
    const recurrence = recurrenceSchema.parse(series.recurrence);
    let at = series.nextAt;
    for (;;) {
      const [later] = nextTimes(recurrence, at, 1);
      if (!later || later.getTime() > ctx.now.getTime()) break;
      at = later;
    }
    const template = await getVersion(inner, { id: series.templateId, version: series.templateVersion });
    const [from] = await tx.select().from(broadcasts).where(eq(broadcasts.id, series.templateId));
    // A template that is not at work any more leads nothing, whatever its series says.
    if (from?.state !== "scheduled") return false;
    const id = idFrom(`occurrence:${seriesId}:${at.toISOString()}`);
    const [row] = await tx
      .insert(broadcasts)
      .values({
        id,
        kind: template.kind,
        state: "scheduled",
        title: template.title,
        sectionId: series.sectionId,
        authorId: from.authorId,
        writerIds: from.writerIds,
        content: template.content,
        // As it was written, names and all: whoever takes an occurrence back to a draft can go on with it.
        rule: from.rule,
        schedule: template.schedule,
        version: template.version,
        dueAt: at,
        countAtApproval: template.countAtDecision,
        seriesId,
        occurrenceAt: at,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: broadcasts.id });
    await tx
      .update(broadcastSeries)
      .set({ nextAt: nextTimes(recurrence, at, 1)[0] ?? null })
      .where(eq(broadcastSeries.id, seriesId));
    if (!row) return false;
    // What was approved once is what goes out each time: the occurrence carries the same frozen version.
    await tx.insert(broadcastVersions).values({ ...template, broadcastId: id });
    await recordHappening(inner, {
      broadcastId: id,
      kind: "scheduled",
      version: template.version,
      detail: { seriesId, dueAt: at.toISOString() },
      fields: ["state", "due_at"],
    });
    return true;
  });
}
