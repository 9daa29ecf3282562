import type { BotEntry } from "@/lib/chatbot/books/entry";
import { findDraft, findLive } from "@/lib/chatbot/books/queries";
import { readBooks, type Which } from "@/lib/chatbot/desk/queries";
import { type Library, makingLibrary, mediaOf } from "@/lib/chatbot/library";
import { inSteps } from "@/lib/chatbot/live/store";
import type { Ctx } from "@/lib/core/context";
import { isoDate } from "@/lib/core/time";
import { readBooks as readGarbage } from "@/lib/garbage/resident/queries";
import type { Books } from "@/lib/garbage/resident/scene";
import { findMediaPlaces } from "@/lib/media/queries";
import { rememberLibrary } from "./store";

/**
 * All the bot would know. `typed` takes the place of the entry of its key; it is answered with whatever its days are,
 * since somebody wants to see it now.
 */
export async function readLibrary(
  ctx: Ctx,
  args: { which: Which; typed: BotEntry | null },
): Promise<Library> {
  const { which, typed } = args;
  const day = isoDate(ctx.now);
  const books = await readBooks(ctx, { which });
  const make = async (entries: readonly BotEntry[]): Promise<Library> => {
    const media = await findMediaPlaces(ctx, { ids: mediaOf(entries), base: "" });
    const stamp = `${books.stamp} ${day}`;
    return inSteps(makingLibrary({ stamp, day, entries, content: books.content, media }));
  };
  if (!typed) return rememberLibrary(`${books.stamp} ${day}`, () => make(books.entries));
  const others = books.entries.filter((entry) => entry.kind === "garbage" || entry.key !== typed.key);
  return make([...others, typed]);
}

/** What is answered of garbage, items and days: of a draft with the draft's own categories and calendar. */
export async function readGarbageBooks(ctx: Ctx, args: { which: Which }): Promise<Books> {
  const idOf = async (book: "garbage" | "calendar") => {
    const draft = args.which === "draft" ? await findDraft(ctx, { book }) : null;
    return (draft ?? (await findLive(ctx, { book })))?.id ?? null;
  };
  return readGarbage(ctx, { garbage: await idOf("garbage"), calendar: await idOf("calendar") });
}
