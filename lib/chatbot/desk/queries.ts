import type { Ctx } from "@/lib/core/context";
import { isoDate } from "@/lib/core/time";
import { type BotEntry, isValidOn } from "../books/entry";
import { findDraft, findLive, listEntries } from "../books/queries";
import { createIndex, type Index } from "../match/create";
import { type Overlap, overlapsOf } from "./overlap";
import { rememberByStamp } from "./store";

/** The draft's books, or what residents get now. */
export type Which = "draft" | "live";

type Read = { stamp: string; entries: BotEntry[]; content: unknown };
const remember = rememberByStamp<Read>();
const rememberOverlaps = rememberByStamp<Overlap[]>();
const rememberIndex = rememberByStamp<Index>();

/** Every entry the bot would ask, of every book; a book without a draft counts as it is live. */
export async function readBooks(ctx: Ctx, args: { which: Which }): Promise<Read> {
  const versions = await Promise.all(
    (["faq", "garbage"] as const).map(
      async (book) =>
        (args.which === "draft" ? await findDraft(ctx, { book }) : null) ?? (await findLive(ctx, { book })),
    ),
  );
  const found = versions.filter((version) => version !== null);
  const stamp = found.map(({ id, updatedAt }) => `${id}:${updatedAt.getTime()}`).join(" ");
  return remember(stamp, async () => {
    const entries: BotEntry[] = [];
    for (const { id } of found) entries.push(...(await listEntries(ctx, { versionId: id })));
    return { stamp, entries, content: versions[0]?.content ?? {} };
  });
}

/** Which entries hide each other in the draft, whatever the day: one that is not valid yet will be. */
export async function listOverlaps(ctx: Ctx): Promise<Overlap[]> {
  const { stamp, entries } = await readBooks(ctx, { which: "draft" });
  return rememberOverlaps(stamp, async () => overlapsOf(entries));
}

/** What the draft's books would be asked with today. */
export async function readIndex(ctx: Ctx): Promise<{ index: Index; entries: BotEntry[] }> {
  const day = isoDate(ctx.now);
  const { stamp, entries } = await readBooks(ctx, { which: "draft" });
  const index = await rememberIndex(`${stamp} ${day}`, async () =>
    createIndex(entries.filter((entry) => isValidOn(entry, day))),
  );
  return { index, entries };
}
