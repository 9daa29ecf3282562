import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "@/db/enums";
import { fillDraft } from "@/lib/chatbot/books/commands";
import type { BotEntry } from "@/lib/chatbot/books/entry";
import { systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { areaOf, categoryOf, TOWN } from "@/lib/garbage/testing/books";
import { loadCityContent } from "@/lib/presets/commands";
import { kumamoto } from "@/lib/presets/kumamoto/city";
import { tryBot } from "./commands";
import { tryInput } from "./schema";

const database = testDatabase();
const now = new Date("2026-11-28T00:00:00Z");

/** A person of their own for each case: turns are counted by person. */
let lastId = 0;
function person(role: Role) {
  lastId += 1;
  const roles = [{ role, sectionId: null }];
  const actor = { kind: "staff" as const, staffId: lastId, name: "", email: "", roles, sessionId: "s" };
  return { db: database.db, actor, now };
}

const plain = tryInput.parse({ asked: { kind: "text", text: "避難所" }, which: "draft", language: "ja" });
const typed = tryInput.parse({
  ...plain,
  entry: {
    key: null,
    kind: "faq",
    title: "避難所",
    reading: "",
    synonyms: [],
    category: null,
    answer: { kind: "text", text: { ja: "小学校です。" } },
  },
});

beforeAll(() => loadCityContent(systemContext(database.db, "test", now), kumamoto));

describe("trying a draft of the garbage books", () => {
  const ctx = () => systemContext(database.db, "test", now);
  const said = async (which: "draft" | "live", asked: object) => {
    const done = await tryBot(person("viewer"), tryInput.parse({ ...plain, which, asked }));
    if (!done.ok) throw new Error(done.reason);
    return JSON.stringify(done.value.messages);
  };

  it("days are answered from the draft's calendar, by words and by buttons", async () => {
    // 29 November 2026 is a Sunday.
    const area = areaOf("draft-town", { burn: "日" }, { name: "下書き町" });
    const content = { ...TOWN, areas: [area] };
    await fillDraft(ctx(), { book: "calendar", content, entries: [], note: "" });
    expect(await said("draft", { kind: "text", text: "明日のごみ" })).toContain("下書き町");
    expect(await said("live", { kind: "text", text: "明日のごみ" })).not.toContain("下書き町");
    const tap = { kind: "tap", data: "b=g.area&k=draft-town&q=d1" };
    expect(await said("draft", tap)).toContain("あした 11月29日(日)の収集：燃やすごみ");
    expect(await said("live", tap)).not.toContain("燃やすごみの収集：");
    expect(await said("live", tap)).not.toContain("下書き町");
  });

  it("two things of one title are asked about by the names of the draft's categories", async () => {
    const thing = (category: string): BotEntry => ({
      key: `futon-${category}`,
      kind: "garbage",
      title: "折り紙の布団",
      reading: null,
      synonyms: [],
      category,
      note: null,
      answer: null,
      validFrom: null,
      validUntil: null,
      sectionId: null,
      reviewedOn: null,
    });
    const categories = [categoryOf("x", "下書きごみ"), categoryOf("y", "資源")];
    const entries = [thing("x"), thing("y")];
    await fillDraft(ctx(), { book: "garbage", content: { categories }, entries, note: "" });
    const messages = await said("draft", { kind: "text", text: "折り紙の布団" });
    expect(messages).toContain("折り紙の布団（下書きごみ）");
    expect(messages).toContain("折り紙の布団（資源）");
    expect(await said("draft", { kind: "tap", data: "b=c&e=x&k=g:futon-y" })).toContain("資源");
  });
});

describe("trying the bot", () => {
  it("is for everybody who sees the bot; with an entry that is not saved, for who writes", async () => {
    expect(await tryBot(person("viewer"), plain)).toMatchObject({ ok: true });
    await expect(tryBot(person("viewer"), typed)).rejects.toThrow("bot.write");
    expect(await tryBot(person("author"), typed)).toMatchObject({
      ok: true,
      value: { outcome: { kind: "answer" } },
    });
  });

  it.each([
    ["what is saved", plain, 60],
    ["what is being typed", typed, 20],
  ])("%s: not without end, and again a minute later", async (_name, input, most) => {
    const ctx = person("author");
    for (let n = 0; n < most; n++) expect((await tryBot(ctx, input)).ok).toBe(true);
    expect(await tryBot(ctx, input)).toMatchObject({
      ok: false,
      reason: "too-often",
      message: expect.stringContaining("1分"),
    });
    const later = { ...ctx, now: new Date(now.getTime() + 60_000) };
    expect((await tryBot(later, input)).ok).toBe(true);
  });
});
