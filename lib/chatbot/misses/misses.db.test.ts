import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEntries, botMisses, botQuestions, sections, staff } from "@/db/schema";
import type { StaffActor } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { fillDraft, publishBook, rollBackBook } from "../books/commands";
import type { BotEntry } from "../books/entry";
import { findDraft, findLive, listEntries, listVersions } from "../books/queries";
import { countQuestions } from "../count/commands";
import { readIndex } from "../desk/queries";
import { saveEntry } from "../entries/commands";
import { entryCandidate, NEW_ENTRY, NO_WORDS } from "../entries/form";
import { saveEntryInput } from "../entries/schema";
import { ask } from "../match/ask";
import { keptWords } from "../question";
import { leaveMisses, reopenMisses, teachWords } from "./commands";
import { countDecided, countOpenMisses, findWaiting, listDecided, listWaiting } from "./queries";

const database = testDatabase();
let minute = 0;
let asked = 0;
const next = () => new Date(Date.UTC(2026, 10, 22, 0, minute++));
let roads = 0;

async function person(name: string, sectionId: number | null) {
  const email = `${name}@city.example`;
  const [row] = await database.db.insert(staff).values({ name, email }).returning({ id: staff.id });
  const roles = [
    { role: "author" as const, sectionId },
    { role: "approver" as const, sectionId },
  ];
  const actor: StaffActor = { kind: "staff", staffId: row?.id ?? 0, name, email, roles, sessionId: "s" };
  return () => ({ db: database.db, actor, now: next() });
}
let ito: Awaited<ReturnType<typeof person>>;
let road: Awaited<ReturnType<typeof person>>;

const entry = (
  key: string,
  kind: BotEntry["kind"],
  title: string,
  part: Partial<BotEntry> = {},
): BotEntry => ({
  key,
  kind,
  title,
  reading: null,
  synonyms: [],
  category: null,
  note: null,
  answer: kind === "garbage" ? null : { kind: "text", text: { ja: "答え" } },
  validFrom: null,
  validUntil: null,
  sectionId: null,
  reviewedOn: null,
  ...part,
});

/** A question that finds nothing, as the talk counts it. */
async function miss(text: string): Promise<string> {
  const kept = keptWords(text);
  const said = {
    eventId: `event-${asked++}`,
    askedAt: next(),
    ...kept,
    outcome: "not_found" as const,
    kind: null,
    topic: null,
    entryKey: null,
  };
  await countQuestions(ito(), [{ said, words: [] }]);
  return kept.folded;
}
const publish = (book: "faq" | "garbage") => publishBook(ito(), { book, seenAt: null, note: "" });
const waiting = async () =>
  (await listWaiting(ito(), { since: null, sort: "count" })).map((row) => [
    row.sample,
    row.unanswered,
    row.isBack,
  ]);
const battery = { book: "garbage", key: "battery" } as const;

beforeAll(async () => {
  const [made] = await database.db
    .insert(sections)
    .values({ key: "road", name: "道路課", position: 0 })
    .returning({ id: sections.id });
  roads = made?.id ?? 0;
  ito = await person("伊藤", null);
  road = await person("道野", roads);
});
beforeEach(async () => {
  await database.db.delete(botMisses);
  await database.db.delete(botQuestions);
  await database.db.execute(sql`delete from bot_versions`);
  await fillDraft(ito(), {
    book: "garbage",
    content: {},
    entries: [entry("battery", "garbage", "乾電池", { synonyms: ["電池"] })],
    note: "",
  });
  await publish("garbage");
  await fillDraft(ito(), {
    book: "faq",
    content: {},
    entries: [entry("hole", "faq", "道路に穴がある", { sectionId: roads })],
    note: "",
  });
  await publish("faq");
});

describe("a question that found nothing", () => {
  it("is taught to an entry, waits no more, comes back when it is missed again after publishing, also after a roll-back", async () => {
    const folded = await miss("タンサンデンチ");
    await miss("たんさん電池の捨て方");
    expect(await countOpenMisses(ito())).toBe(2);
    const taught = await teachWords(ito(), {
      folded: [folded],
      target: battery,
      words: ["タンサンデンチ", "電池"],
    });
    expect(taught).toEqual({ ok: true, value: { settled: 1, words: ["タンサンデンチ"] } });
    const draft = await findDraft(ito(), { book: "garbage" });
    const [drafted] = await listEntries(ito(), { versionId: draft?.id ?? 0 });
    expect(drafted?.synonyms).toEqual(["電池", "タンサンデンチ"]);
    const { index } = await readIndex(ito());
    expect(ask(index, "たんさんでんち")).toMatchObject({
      kind: "answer",
      hit: { entry: { key: "battery" } },
    });

    // Until it is published, residents go on asking in vain: that is known.
    await miss("タンサンデンチ");
    expect((await waiting()).map(([sample]) => sample)).toEqual(["たんさん電池の捨て方"]);
    await publish("garbage");
    expect(await countOpenMisses(ito())).toBe(1);
    expect(await countDecided(ito())).toEqual({ settled: 1, left: 0 });

    const older = (await listVersions(ito(), { book: "garbage" })).find((row) => row.number === 1);
    const live = await findLive(ito(), { book: "garbage" });
    await rollBackBook(ito(), {
      book: "garbage",
      versionId: older?.id ?? 0,
      liveId: live?.id ?? 0,
      note: "",
    });
    await miss("タンサンデンチ");
    expect(await waiting()).toContainEqual(["タンサンデンチ", 3, true]);
    expect(await countOpenMisses(ito())).toBe(2);
    expect(await countDecided(ito())).toEqual({ settled: 0, left: 0 });
    expect(await findWaiting(ito(), { folded: [folded, "none"] })).toHaveLength(1);
    expect(
      await teachWords(ito(), { folded: [folded], target: battery, words: ["タンサンデンチ"] }),
    ).toMatchObject({
      ok: true,
    });
    expect(await countOpenMisses(ito())).toBe(1);
  });

  it("is not settled twice, nor by words with something taken out, nor into an entry that is gone; the draft stays as it was", async () => {
    const folded = await miss("電話は090-1234-5678です");
    const draftOf = () => findDraft(ito(), { book: "garbage" });
    const teach = (part: object) =>
      teachWords(ito(), { folded: [folded], target: battery, words: ["電話"], ...part });
    expect(await teach({ words: ["電話は●●●です"] })).toMatchObject({ ok: false, reason: "masked" });
    expect(await teach({ target: { book: "garbage", key: "gone" } })).toMatchObject({
      ok: false,
      reason: "gone",
    });
    expect(await draftOf()).toBeNull();
    expect(await teach({})).toMatchObject({ ok: true });
    const before = await draftOf();
    expect(await teach({ words: ["ほか"] })).toMatchObject({ ok: false, reason: "settled" });
    expect((await draftOf())?.updatedAt).toEqual(before?.updatedAt);
  });

  it("becomes a new entry and is settled with it", async () => {
    const folded = await miss("ハトのフン");
    const typed = {
      ...NEW_ENTRY,
      title: "ハトのフン",
      answer: { ...NEW_ENTRY.answer, text: { ...NO_WORDS, ja: "水でぬらして掃除してください。" } },
    };
    const saved = await saveEntry(
      ito(),
      saveEntryInput.parse({ key: null, seen: null, entry: entryCandidate(typed), misses: [folded] }),
    );
    expect(saved).toMatchObject({ ok: true, value: { kind: "saved", settled: 1 } });
    const [row] = await database.db.select().from(botMisses).where(eq(botMisses.folded, folded));
    expect(row).toMatchObject({ state: "settled", entryKey: expect.stringMatching(/^f:/) });
  });

  it("may be left for a reason, stays left however often it is asked, and can be opened again", async () => {
    const folded = await miss("あいうえお");
    expect(await leaveMisses(ito(), { folded: [folded], reason: "質問ではない" })).toMatchObject({
      ok: true,
    });
    await publish("garbage");
    await miss("あいうえお");
    expect(await waiting()).toEqual([]);
    const list = await listDecided(ito(), { shelf: "left", since: null, page: 1, size: 10 });
    expect(list).toMatchObject({
      total: 1,
      rows: [{ sample: "あいうえお", reason: "質問ではない", by: "伊藤" }],
    });
    expect(await reopenMisses(ito(), { folded: [folded] })).toMatchObject({
      ok: true,
      value: { reopened: 1 },
    });
    expect(await waiting()).toEqual([["あいうえお", 2, false]]);
    expect(await reopenMisses(ito(), { folded: [folded] })).toMatchObject({ ok: false, reason: "settled" });
  });

  it("is listed by how often or how lately it was asked, and within a period", async () => {
    await miss("たくさん");
    await miss("たくさん");
    await miss("さいきん");
    const samples = async (sort: "count" | "recent", since: Date | null = null) =>
      (await listWaiting(ito(), { since, sort })).map((row) => row.sample);
    expect(await samples("count")).toEqual(["たくさん", "さいきん"]);
    expect(await samples("recent")).toEqual(["さいきん", "たくさん"]);
    const [latest] = await listWaiting(ito(), { since: null, sort: "recent" });
    expect(await samples("count", latest?.lastAt ?? null)).toEqual(["さいきん"]);
  });
});

it("who writes for one section teaches that section's entries only", async () => {
  const folded = await miss("あな");
  const teach = (target: { book: "faq" | "garbage"; key: string }) =>
    teachWords(road(), { folded: [folded], target, words: ["あな"] });
  await expect(teach(battery)).rejects.toMatchObject({ code: "forbidden" });
  expect(await countOpenMisses(ito())).toBe(1);
  expect(await teach({ book: "faq", key: "hole" })).toMatchObject({ ok: true });
});

it("the record names neither words nor questions", async () => {
  const rows = await database.db.select().from(auditEntries).where(eq(auditEntries.subjectKind, "bot-miss"));
  expect(rows.length).toBeGreaterThan(3);
  for (const row of rows)
    expect(JSON.stringify([row.subjectId, row.fields])).not.toMatch(/[ぁ-んァ-ヶ一-龠]/);
});
