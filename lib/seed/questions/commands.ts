import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { areas, botMisses, botQuestions, friendGarbage, friends } from "@/db/schema";
import { recountMisses } from "@/lib/chatbot/count/commands";
import { foldQuestion } from "@/lib/chatbot/fold";
import { makeLibrary } from "@/lib/chatbot/library";
import { loadSource } from "@/lib/chatbot/live/queries";
import { refOf } from "@/lib/chatbot/tap";
import { type Ctx, within } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { days, isoDate } from "@/lib/core/time";
import type { DemoCity } from "@/lib/demo/cities";
import { createGarbage } from "@/lib/garbage/resident/store";
import type { CityPreset } from "@/lib/presets/types";
import { chanceFrom } from "../random";
import { makeQuestions, type QuestionInsert } from "./asked";
import { listenerOf } from "./heard";
import { garbageWishOf } from "./wishes";
import { LEFT, TAUGHT } from "./words";

/** One statement with one parameter: as many of their own would take seconds to write down. */
const insertRows = (ctx: Ctx, rows: readonly QuestionInsert[]) =>
  ctx.db.execute(sql`
    insert into ${botQuestions} (event_id, asked_at, asked, folded, outcome, kind, topic, entry_key, helpful, helpful_at, chosen_at)
    select "eventId", "askedAt", asked, folded, outcome, kind, topic, "entryKey", helpful, "helpfulAt", "chosenAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
      "eventId" text, "askedAt" timestamptz, asked text, folded text, outcome text, kind text, topic text,
      "entryKey" text, helpful boolean, "helpfulAt" timestamptz, "chosenAt" timestamptz)`);

/** What staff made of some of the misses: taught, or left for a reason. */
async function settleMisses(
  ctx: Ctx,
  input: { city: DemoCity; rows: readonly QuestionInsert[]; deskId: number },
): Promise<void> {
  const at = (daysAgo: number) => new Date(ctx.now.getTime() - days(daysAgo));
  const misses = input.rows.filter((row) => row.outcome === "not_found");
  for (const { words, item, daysAgo } of TAUGHT) {
    const entryKey = refOf({ kind: "garbage", key: item });
    const folded = misses.filter((row) => row.asked.includes(words)).map((row) => row.folded);
    await ctx.db
      .update(botMisses)
      .set({ state: "settled", entryKey, settledBy: input.deskId, settledAt: at(daysAgo) })
      .where(inArray(botMisses.folded, [...new Set(folded)]));
  }
  for (const { words, reason, daysAgo } of LEFT[input.city])
    await ctx.db
      .update(botMisses)
      .set({ state: "left", reason, settledBy: input.deskId, settledAt: at(daysAgo) })
      .where(eq(botMisses.folded, foldQuestion(words)));
}

/** Residents who told where they put out their garbage, and some who want to be reminded. */
async function insertGarbageWishes(ctx: Ctx, city: DemoCity, preset: CityPreset): Promise<void> {
  const residents = await ctx.db
    .select({ id: friends.id, lineUserId: friends.lineUserId, area: areas.name })
    .from(friends)
    .innerJoin(areas, eq(areas.id, friends.areaId))
    .where(and(eq(friends.state, "following"), ne(friends.areaId, 0)));
  const rows = residents.flatMap(({ id, lineUserId, area }) => {
    const chance = chanceFrom(`garbage/${city}/${lineUserId}`);
    const wish = garbageWishOf(area, preset.garbage?.calendar.areas ?? [], ctx.now, chance);
    return wish ? [{ friendId: id, ...wish }] : [];
  });
  if (rows.length > 0) await ctx.db.insert(friendGarbage).values(rows);
}

/** Writes what residents asked the bot in the last 60 days, as it would have answered and counted them. */
export async function insertQuestions(
  ctx: Ctx,
  input: { city: DemoCity; preset: CityPreset; desk: { id: number } },
): Promise<void> {
  const { city, preset } = input;
  const source = await loadSource(ctx, { mediaBase: "", known: null });
  if (!source) throw new AppError("unavailable", "the bot has no library: load the city first");
  const asking = {
    city,
    faq: preset.bot.entries,
    items: preset.garbage?.items ?? [],
    hear: listenerOf(makeLibrary(source), createGarbage().commands),
  };
  const rows = makeQuestions(asking, ctx.now, chanceFrom(`questions/${city}/${isoDate(ctx.now)}`));
  await ctx.db.transaction(async (tx) => {
    const inside = within(ctx, tx);
    await insertRows(inside, rows);
    await recountMisses(inside);
    await settleMisses(inside, { city, rows, deskId: input.desk.id });
    await insertGarbageWishes(inside, city, preset);
  });
}
