import type { Ctx } from "@/lib/core/context";
import { isoDate } from "@/lib/core/time";
import { everyWording } from "../answer";
import { type BotEntry, isValidOn } from "../books/entry";
import { type BookVersion, findDraft, findLive, listEntries } from "../books/queries";
import { inSteps } from "../live/store";
import { type Index, indexing } from "../match/create";
import { findingOverlaps, formsOf, type Overlap } from "./overlap";
import { rememberByStamp, rememberOf } from "./store";

/** The draft's books, or what residents get now. */
export type Which = "draft" | "live";

type Read = { stamp: string; entries: BotEntry[]; content: unknown };
/** Of one version: an entry of a book that stays as it is is the same object from one draft of another to the next. */
const rememberEntries = rememberByStamp<BotEntry[]>();
const rememberOverlaps = rememberByStamp<Overlap[]>();
const rememberIndex = rememberByStamp<Index>();
export const knownForms = rememberOf(formsOf);

/** Every entry the bot would ask, of every book; a book without a draft counts as it is live. */
export async function readBooks(ctx: Ctx, args: { which: Which }): Promise<Read> {
  const versions = await Promise.all(
    (["faq", "garbage"] as const).map(
      async (book) =>
        (args.which === "draft" ? await findDraft(ctx, { book }) : null) ?? (await findLive(ctx, { book })),
    ),
  );
  const found = versions.filter((version) => version !== null);
  const stampOf = (version: BookVersion) => `${version.id}:${version.updatedAt.getTime()}`;
  const entries: BotEntry[] = [];
  for (const version of found)
    entries.push(
      ...(await rememberEntries(stampOf(version), () => listEntries(ctx, { versionId: version.id }))),
    );
  return { stamp: found.map(stampOf).join(" "), entries, content: versions[0]?.content ?? {} };
}

/** Which entries hide each other in the draft, whatever the day: one that is not valid yet will be. */
export async function listOverlaps(ctx: Ctx): Promise<Overlap[]> {
  const { stamp, entries } = await readBooks(ctx, { which: "draft" });
  return rememberOverlaps(stamp, () => inSteps(findingOverlaps(entries, knownForms)));
}

/** What the draft's books would be asked with today. */
export async function readIndex(ctx: Ctx): Promise<{ index: Index; entries: BotEntry[] }> {
  const day = isoDate(ctx.now);
  const { stamp, entries } = await readBooks(ctx, { which: "draft" });
  const index = await rememberIndex(`${stamp} ${day}`, () =>
    inSteps(
      indexing(
        entries.filter((entry) => isValidOn(entry, day)),
        (entry) => everyWording(entry.answer),
      ),
    ),
  );
  return { index, entries };
}
