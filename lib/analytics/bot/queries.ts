import { eq } from "drizzle-orm";
import { BOT_ENTRY_KINDS, BOT_OUTCOMES } from "@/db/enums";
import { botVersions } from "@/db/schema";
import { faqContent } from "@/lib/chatbot/faq/content";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { isoDate } from "@/lib/core/time";
import { garbageContent } from "@/lib/garbage/categories";
import { type Sum, sumCounts } from "../counts/queries";
import { HELPFUL, KINDS, NO_TOPIC, OUTCOMES } from "../messages";
import {
  byName,
  daysOf,
  figure,
  mapBoth,
  ofBoth,
  plainBars,
  sumDays,
  timelineOf,
  totalOf,
} from "../timeline";
import type { BotView, Matrix, Period, Range, WordLine } from "../view";
import { mostAsked, timesAsked } from "../words/queries";

type Asked = { outcomes: Sum[]; topics: Sum[]; kinds: Sum[]; helpful: Sum[] };

async function readAsked(ctx: Ctx, { granularity }: Range, period: Period): Promise<Asked> {
  const byMonth = granularity === "month";
  const [[outcomes = []], [topics = []], [kinds = []], [helpful = []]] = await Promise.all([
    sumCounts(ctx, { metrics: ["bot.outcome"], period, byMonth, groups: [["day", "part"]] }),
    sumCounts(ctx, { metrics: ["bot.outcome"], period, byMonth: true, groups: [["key", "part"]] }),
    sumCounts(ctx, { metrics: ["bot.kind"], period, byMonth: true, groups: [["part"]] }),
    sumCounts(ctx, { metrics: ["bot.helpful"], period, byMonth, groups: [["day", "part"]] }),
  ]);
  return { outcomes, topics, kinds, helpful };
}

/** Topics by the names that the live books give them. */
async function readTopics(ctx: Ctx): Promise<Map<string, string>> {
  const rows = await ctx.db
    .select({ content: botVersions.content })
    .from(botVersions)
    .where(eq(botVersions.state, "live"));
  const names = new Map<string, string>();
  for (const { content } of rows) {
    const [faq, garbage] = [faqContent.safeParse(content), garbageContent.safeParse(content)];
    if (garbage.success) for (const each of garbage.data.categories) names.set(each.key, each.label.ja);
    if (faq.success) for (const each of faq.data.topics) names.set(each.key, each.label.ja);
  }
  return names;
}

async function readWords(ctx: Ctx, range: Range): Promise<WordLine[]> {
  const words = await mostAsked(ctx, range.period);
  const before =
    range.against && (await timesAsked(ctx, { period: range.against, words: words.map(({ word }) => word) }));
  return words.map(({ word, n }) => ({ word, now: n, before: before && (before.get(word) ?? "few") }));
}

export async function getBotView(ctx: Ctx<StaffActor>, range: Range): Promise<BotView> {
  const [asked, known, words] = await Promise.all([
    ofBoth(range, (period) => readAsked(ctx, range, period)),
    readTopics(ctx),
    readWords(ctx, range),
  ]);
  const shape = { range, today: isoDate(ctx.now), unit: "件" as const };
  const part = (rows: Sum[], name: string) => rows.filter((row) => row.part === name);
  const total = (which: (of: Asked) => Sum[]) => figure(mapBoth(asked, (of) => totalOf(which(of))));
  const keys = byName(asked.now.topics, ({ key }) => key);
  const topics = [...keys]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([key]) => ({ key, label: key === "" ? NO_TOPIC : (known.get(key) ?? key) }));
  const cells = byName(asked.now.topics, (row) => `${row.key}/${row.part}`);
  const topicsByOutcome: Matrix = {
    unit: "件",
    rough: false,
    rows: topics,
    columns: BOT_OUTCOMES.map((key) => ({ key, label: OUTCOMES[key] })),
    cells: topics.map(({ key }) => BOT_OUTCOMES.map((outcome) => cells.get(`${key}/${outcome}`) ?? 0)),
  };
  const lines = <K extends string>(
    names: Record<K, string>,
    order: readonly K[],
    which: (of: Asked) => Sum[],
  ) =>
    timelineOf(
      shape,
      mapBoth(asked, (of) => order.map((key) => daysOf(part(which(of), key)))),
      order.map((key, i) => ({
        key,
        label: names[key],
        read: (days, from, to) => sumDays(days[i] ?? new Map(), from, to),
      })),
    );
  return {
    range,
    figures: {
      questions: total((of) => of.outcomes),
      answered: total((of) => part(of.outcomes, "answered")),
      notFound: total((of) => part(of.outcomes, "not_found")),
      helpful: total((of) => part(of.helpful, "yes")),
      unhelpful: total((of) => part(of.helpful, "no")),
    },
    outcomes: lines(OUTCOMES, BOT_OUTCOMES, (of) => of.outcomes),
    kinds: {
      unit: "件",
      rough: false,
      bars: plainBars(
        mapBoth(asked, (of) => byName(of.kinds, (row) => row.part)),
        BOT_ENTRY_KINDS.map((key) => ({ key, label: KINDS[key] })),
      ),
    },
    topics: {
      unit: "件",
      rough: false,
      bars: plainBars(
        mapBoth(asked, (of) => byName(of.topics, (row) => row.key)),
        topics,
      ),
    },
    topicsByOutcome,
    helpful: lines(HELPFUL, ["yes", "no"], (of) => of.helpful),
    words,
  };
}
