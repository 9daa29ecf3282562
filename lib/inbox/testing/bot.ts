import { eq, like } from "drizzle-orm";
import type { Db } from "@/db";
import type { Book } from "@/db/enums";
import { botMisses, botQuestions, outbox } from "@/db/schema";
import { fillDraft, publishBook } from "@/lib/chatbot/books/commands";
import type { BotEntry } from "@/lib/chatbot/books/entry";
import { systemContext } from "@/lib/core/context";
import { loadCityContent } from "@/lib/presets/commands";
import { kumamoto } from "@/lib/presets/kumamoto/city";
import type { Content } from "../jobs";
import { createContentStore } from "../store";
import { receiveIn, webhook, workThrough } from "./webhook";

const START = Date.now() - 3_600_000;
const { event, text } = webhook(START);

/** Things that residents do, `seconds` after a fixed hour. */
export const residents = {
  text,
  at: (seconds: number) => new Date(START + seconds * 1000),
  tap: (user: string, seconds: number, data: string) =>
    event(user, seconds, { type: "postback", postback: { data } }),
  unsend: (user: string, seconds: number, messageId: string) =>
    event(user, seconds, { type: "unsend", unsend: { messageId } }),
};

/** An FAQ entry whose answer is its title and の答えです. */
export const entryOf = (key: string, title: string, more: Partial<BotEntry> = {}): BotEntry => ({
  key,
  kind: "faq",
  title,
  reading: null,
  synonyms: [],
  category: "living",
  note: null,
  answer: { kind: "text", text: { ja: `${title}の答えです`, en: `The answer on ${key}` } },
  validFrom: null,
  validUntil: null,
  sectionId: null,
  reviewedOn: null,
  ...more,
});
export const ENTRIES = [
  entryOf("pass", "敬老パスの更新"),
  entryOf("library", "図書館の開館時間"),
  entryOf("library-card", "図書館の利用カード"),
  entryOf("pool", "市民プールの料金", { kind: "keyword" }),
];
const FAQ = { topics: [{ key: "living", label: { ja: "くらし" } }], phoneKey: "ward" };

type Sent = { webhookEventId: string };

/** A worker, its database and its bot. `database` is asked for inside tests only. */
export function botTalk(database: { db: Db; pool: Parameters<typeof receiveIn>[0]["pool"] }) {
  const ctx = () => systemContext(database.db, "test");
  let content: (() => Promise<Content>) | undefined;

  const publishOf = async (book: Book, given: object, entries: BotEntry[]): Promise<void> => {
    await fillDraft(ctx(), { book, content: given, entries, note: "" });
    const done = await publishBook(ctx(), { book, seenAt: null, note: "" });
    if (!done.ok) throw new Error(done.reason);
  };
  const publish = (entries: BotEntry[]) => publishOf("faq", FAQ, entries);
  const work = (language: string | null = null, owner = "w"): Promise<number> => {
    content ??= createContentStore(database.db);
    return workThrough(database, { owner, leaseMs: 20_000, content, language: async () => language });
  };
  const receive = (...list: object[]) => receiveIn(database, ...list);
  const replyTo = async ({ webhookEventId }: Sent): Promise<string | null> => {
    const [row] = await database.db
      .select()
      .from(outbox)
      .where(eq(outbox.dedupeKey, `reply:${webhookEventId}`));
    return row ? JSON.stringify(row.payload) : null;
  };
  return {
    publishOf,
    publish,
    work,
    receive,
    replyTo,
    /** Kumamoto with a small FAQ of its own, live. */
    begin: async () => {
      await loadCityContent(ctx(), kumamoto);
      await publish(ENTRIES);
    },
    /** One after the other, each worked before the next comes. Answers what was said to the last. */
    live: async (...list: Sent[]): Promise<string> => {
      for (const each of list) {
        await receive(each);
        await work();
      }
      const last = list.at(-1);
      return (last && (await replyTo(last))) ?? "";
    },
    rowOf: async ({ webhookEventId }: Sent) =>
      (await database.db.select().from(botQuestions).where(eq(botQuestions.eventId, webhookEventId)))[0],
    missesLike: (words: string) =>
      database.db
        .select()
        .from(botMisses)
        .where(like(botMisses.sample, `%${words}%`)),
  };
}
