import type { Ctx } from "@/lib/core/context";
import { isoDate } from "@/lib/core/time";
import { findMediaPlaces } from "@/lib/media/queries";
import type { BotEntry } from "../books/entry";
import { getVersion, listEntries, listLiveIds } from "../books/queries";
import { mediaOf, type Source, stampOf } from "../library";

/** What a library is made of, as of `ctx.now`; null when it is still what `known` was made of. */
export async function loadSource(
  ctx: Ctx,
  args: { mediaBase: string; known: string | null },
): Promise<Source | null> {
  const day = isoDate(ctx.now);
  const live = await listLiveIds(ctx);
  const stamp = stampOf(live, day);
  if (stamp === args.known) return null;
  const entries: BotEntry[] = [];
  for (const version of live)
    if (version.book !== "calendar") entries.push(...(await listEntries(ctx, { versionId: version.id })));
  const id = live.find(({ book }) => book === "faq")?.id;
  const faq = id === undefined ? null : await getVersion(ctx, { book: "faq", versionId: id });
  const media = await findMediaPlaces(ctx, { ids: mediaOf(entries), base: args.mediaBase });
  return { stamp, day, entries, content: faq?.content, media };
}
