import { desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { auditEntries, sections, staff } from "@/db/schema";
import type { StaffActor } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { publishBook } from "../books/commands";
import { getBookState } from "../books/compare/queries";
import { findDraft } from "../books/queries";
import { removeEntry, revertEntry, saveContent, saveEntry } from "./commands";
import { entryCandidate, NEW_ENTRY, NO_WORDS, type TypedEntry } from "./form";
import { getDesk } from "./queries";
import { saveEntryInput } from "./schema";

const database = testDatabase();
let minute = 0;
let [roads, parks] = [0, 0];

async function person(name: string, roles: StaffActor["roles"]) {
  const email = `${name}@city.example`;
  const [row] = await database.db.insert(staff).values({ name, email }).returning({ id: staff.id });
  const actor: StaffActor = { kind: "staff", staffId: row?.id ?? 0, name, email, roles, sessionId: "s" };
  return () => ({ db: database.db, actor, now: new Date(Date.UTC(2026, 10, 22, 0, minute++)) });
}
let ito: Awaited<ReturnType<typeof person>>;
let kato: Awaited<ReturnType<typeof person>>;
let road: Awaited<ReturnType<typeof person>>;

beforeAll(async () => {
  const made = await database.db
    .insert(sections)
    .values([
      { key: "road", name: "道路課", position: 0 },
      { key: "park", name: "公園課", position: 1 },
    ])
    .returning({ id: sections.id });
  [roads, parks] = [made[0]?.id ?? 0, made[1]?.id ?? 0];
  ito = await person("伊藤", [{ role: "administrator", sectionId: null }]);
  kato = await person("加藤", [{ role: "author", sectionId: null }]);
  road = await person("道野", [{ role: "author", sectionId: roads }]);
});

const typed = (title: string, part: Partial<TypedEntry> = {}): TypedEntry => ({
  ...NEW_ENTRY,
  title,
  answer: { ...NEW_ENTRY.answer, text: { ...NO_WORDS, ja: `${title}の答え` } },
  ...part,
});
const input = (key: string | null, seen: string | null, entry: TypedEntry) =>
  saveEntryInput.parse({ key, seen, entry: entryCandidate(entry) });
const desk = () => getDesk(ito());
const stored = async (title: string) => {
  const found = (await desk()).entries.find((entry) => entry.title === title);
  if (!found) throw new Error(`no entry ${title}`);
  return { ...found, seen: found.updatedAt.toISOString() };
};
const lastAudit = async () => {
  const [row] = await database.db.select().from(auditEntries).orderBy(desc(auditEntries.id)).limit(1);
  return row && [row.action, row.subjectKind, row.subjectId, row.fields];
};

describe("one entry", () => {
  it("begins the draft, is changed in it, and the record holds field names only", async () => {
    const saved = await saveEntry(ito(), input(null, null, typed("住民票")));
    if (!saved.ok || saved.value.kind !== "saved") throw new Error("not saved");
    expect((await getBookState(ito(), { book: "faq" })).draft?.counts.added).toBe(1);
    const { key, seen } = saved.value;
    await saveEntry(kato(), input(key, seen, typed("住民票", { synonyms: ["じゅうみんひょう"] })));
    expect(await lastAudit()).toEqual(["bot.entry-change", "bot-entry", `faq/${key}`, ["synonyms"]]);
    expect(await stored("住民票")).toMatchObject({ synonyms: ["じゅうみんひょう"], position: 0 });
  });

  it("is not overwritten by somebody who had an older one open; theirs is handed back, and may go over it knowingly", async () => {
    const before = await stored("住民票");
    await saveEntry(ito(), input(before.key, before.seen, typed("住民票", { reading: "じゅうみん" })));
    const mine = typed("住民票の写し");
    const answer = await saveEntry(kato(), input(before.key, before.seen, mine));
    if (!answer.ok || answer.value.kind !== "conflict") throw new Error("no conflict");
    expect(answer.value).toMatchObject({ by: "伊藤", theirs: { title: "住民票", reading: "じゅうみん" } });
    expect((await stored("住民票")).reading).toBe("じゅうみん");
    const over = await saveEntry(kato(), input(before.key, answer.value.seen, mine));
    expect(over).toMatchObject({ ok: true, value: { kind: "saved" } });
    await stored("住民票の写し");
  });

  it("saved without a change leaves no trace", async () => {
    const before = await stored("住民票の写し");
    const draft = await findDraft(ito(), { book: "faq" });
    const same = await saveEntry(ito(), input(before.key, "2020-01-01T00:00:00.000Z", typed("住民票の写し")));
    expect(same).toMatchObject({ ok: true, value: { kind: "saved", seen: before.seen } });
    expect((await findDraft(ito(), { book: "faq" }))?.updatedAt).toEqual(draft?.updatedAt);
  });

  it("may stay open while somebody publishes: its save goes into the next draft", async () => {
    const before = await stored("住民票の写し");
    await publishBook(ito(), { book: "faq", seenAt: null, note: "" });
    const saved = await saveEntry(
      kato(),
      input(before.key, before.seen, typed("住民票の写し", { kind: "keyword" })),
    );
    expect(saved).toMatchObject({ ok: true, value: { kind: "saved" } });
    const state = await getBookState(ito(), { book: "faq" });
    expect(state.draft).toMatchObject({ counts: { added: 0, changed: 1, removed: 0 }, by: ["加藤"] });
  });

  it("that points at what is not there is refused, and nothing is written", async () => {
    const nowhere = typed("話題なし", { category: "none-such" });
    expect(await saveEntry(ito(), input(null, null, nowhere))).toMatchObject({ ok: false, reason: "topic" });
    const picture = typed("画像", {
      answer: {
        ...typed("画像").answer,
        kind: "image",
        mediaId: "00000000-0000-4000-8000-000000000000",
      },
    });
    expect(await saveEntry(ito(), input(null, null, picture))).toMatchObject({ ok: false, reason: "media" });
    const start = typed("通報", {
      answer: {
        ...typed("通報").answer,
        kind: "scenario",
        start: "report.none",
        label: { ...NO_WORDS, ja: "始める" },
      },
    });
    expect(await saveEntry(ito(), input(null, null, start))).toMatchObject({ ok: false, reason: "start" });
    expect(await saveEntry(ito(), input("none-such", null, typed("なし")))).toMatchObject({
      ok: false,
      reason: "gone",
    });
    expect((await desk()).entries).toHaveLength(1);
  });

  it("goes and comes back: the draft's change is taken back, a removed one returns, an added one goes", async () => {
    const before = await stored("住民票の写し");
    expect(before.kind).toBe("keyword");
    expect(await revertEntry(ito(), { key: before.key })).toMatchObject({ ok: true });
    const back = await stored("住民票の写し");
    expect(back.kind).toBe("faq");
    expect(await revertEntry(ito(), { key: before.key })).toMatchObject({ ok: false, reason: "not-there" });
    expect(await removeEntry(ito(), { key: back.key, seen: before.seen })).toMatchObject({
      ok: false,
      reason: "changed",
    });
    expect(await removeEntry(ito(), { key: back.key, seen: back.seen })).toMatchObject({ ok: true });
    expect((await desk()).entries).toEqual([]);
    expect((await desk()).liveEntries).toHaveLength(1);
    await revertEntry(ito(), { key: back.key });
    await saveEntry(ito(), input(null, null, typed("追加")));
    await revertEntry(ito(), { key: (await stored("追加")).key });
    expect((await getBookState(ito(), { book: "faq" })).draft?.counts).toEqual({
      added: 0,
      changed: 0,
      removed: 0,
      content: false,
    });
  });
});

describe("who writes for one section", () => {
  it("writes that section's entries, and neither takes, gives away, removes nor reverts another's", async () => {
    const own = await saveEntry(road(), input(null, null, typed("穴", { sectionId: roads })));
    expect(own).toMatchObject({ ok: true });
    await saveEntry(ito(), input(null, null, typed("遊具", { sectionId: parks })));
    const hole = await stored("穴");
    const swing = await stored("遊具");
    const forbidden = { code: "forbidden" };
    for (const sectionId of [parks, null])
      await expect(
        saveEntry(road(), input(hole.key, hole.seen, typed("穴", { sectionId }))),
      ).rejects.toMatchObject(forbidden);
    await expect(
      saveEntry(road(), input(swing.key, swing.seen, typed("遊具", { sectionId: roads }))),
    ).rejects.toMatchObject(forbidden);
    await expect(removeEntry(road(), { key: swing.key, seen: swing.seen })).rejects.toMatchObject(forbidden);
    await expect(revertEntry(road(), { key: swing.key })).rejects.toMatchObject(forbidden);
    const content = { topics: [], phoneKey: "x" };
    await expect(saveContent(road(), { was: { topics: [], phoneKey: null }, content })).rejects.toMatchObject(
      forbidden,
    );
    expect((await stored("遊具")).sectionId).toBe(parks);
    expect(await removeEntry(road(), { key: hole.key, seen: hole.seen })).toMatchObject({ ok: true });
  });
});

describe("topics and the counter's phone", () => {
  const topic = { key: "garbage", label: { ja: "ごみ" } };
  it("are saved into the draft, and not over what somebody else saved", async () => {
    const none = { topics: [], phoneKey: null };
    expect(
      await saveContent(ito(), { was: none, content: { topics: [topic], phoneKey: null } }),
    ).toMatchObject({ ok: true });
    expect(await lastAudit()).toMatchObject([
      "bot.content-change",
      "bot-book",
      expect.any(String),
      ["topics"],
    ]);
    const stale = { was: none, content: { topics: [], phoneKey: null } };
    expect(await saveContent(kato(), stale)).toMatchObject({ ok: false, reason: "changed" });
    expect((await desk()).content.topics).toEqual([topic]);
  });
  it("do not lose a topic that entries have", async () => {
    const was = (await desk()).content;
    const content = { topics: [topic], phoneKey: null };
    await saveContent(ito(), { was, content });
    await saveEntry(ito(), input(null, null, typed("分別", { category: "garbage" })));
    const gone = { topics: [], phoneKey: null };
    expect(await saveContent(ito(), { was: content, content: gone })).toMatchObject({
      ok: false,
      reason: "topic-used",
    });
    expect((await desk()).content).toEqual(content);
  });
});

it("no entry of another book is touched", async () => {
  const rows = await database.db.select().from(auditEntries).where(eq(auditEntries.subjectKind, "bot-entry"));
  expect(rows.every((row) => row.subjectId?.startsWith("faq/"))).toBe(true);
  expect(rows.length).toBeGreaterThan(5);
});
