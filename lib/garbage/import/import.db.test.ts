import { count, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { botEntries, botVersions, friendGarbage, friends, staff } from "@/db/schema";
import { publishBook, rollBackBook } from "@/lib/chatbot/books/commands";
import { findDraft, findLive, listEntries } from "@/lib/chatbot/books/queries";
import type { StaffActor } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { importGarbage } from "./commands";
import { importOptions } from "./schema";

const database = testDatabase();
let actor: StaffActor;
let minute = 0;
const ctx = () => ({ db: database.db, actor, now: new Date(Date.UTC(2026, 10, 28, 0, minute++)) });
const file = (name: string, text: string) => ({
  name,
  bytes: new TextEncoder().encode(text),
  encoding: null,
});
const run = (step: "read" | "draft", files: ReturnType<typeof file>[], more: object = {}) =>
  importGarbage(ctx(), { files, options: importOptions.parse({ step, ...more }) });
const totals = async () => {
  const [versions] = await database.db.select({ n: count() }).from(botVersions);
  const [entries] = await database.db.select({ n: count() }).from(botEntries);
  return [versions?.n, entries?.n];
};

const TABLE = "品目,区分,備考\nなべ,金属,\n畳,自己搬入,切って\n新聞,古紙,\n";
const DAYS = "地名,センター,金属,古紙\n中央-本町,北,水2 水4,金\n中央-新町,北,火,木\n";

beforeAll(async () => {
  const [row] = await database.db
    .insert(staff)
    .values({ name: "伊藤", email: "ito@city.example" })
    .returning({ id: staff.id });
  actor = {
    kind: "staff",
    staffId: row?.id ?? 0,
    name: "伊藤",
    email: "ito@city.example",
    roles: [{ role: "administrator", sectionId: null }],
    sessionId: "s",
  };
});

describe("a city's tables become drafts", () => {
  it("only reads until told to write; then publishes, imports again, and goes back", async () => {
    const read = await run("read", [file("分別表.csv", TABLE), file("area_days.csv", DAYS)]);
    if (!read.ok) throw new Error(read.message);
    expect(read.value.garbage?.items).toMatchObject({ added: 3, changed: 0, removed: 0 });
    expect(read.value.calendar).toMatchObject({ areas: 2, kinds: ["金属", "古紙"] });
    expect(await totals()).toEqual([0, 0]);

    expect(await run("draft", [file("分別表.csv", TABLE), file("area_days.csv", DAYS)])).toMatchObject({
      ok: true,
      value: { drafted: { garbage: true, calendar: true } },
    });
    expect(await findLive(ctx(), { book: "garbage" })).toBeNull();
    await publishBook(ctx(), { book: "garbage", seenAt: null, note: "" });
    await publishBook(ctx(), { book: "calendar", seenAt: null, note: "" });
    const first = await findLive(ctx(), { book: "garbage" });
    const entries = await listEntries(ctx(), { versionId: first?.id ?? 0 });

    // Staff taught a word; the city's next table does not have it.
    await database.db
      .update(botEntries)
      .set({ synonyms: ["鍋"] })
      .where(eq(botEntries.key, entries[0]?.key ?? ""));
    const next = "品目,区分,備考\nなべ,金属,取っ手は外す\n畳,粗大ごみ,切って\n雑誌,古紙,\n";
    const again = await run("draft", [file("分別表.csv", next)]);
    if (!again.ok) throw new Error(again.message);
    expect(again.value.garbage?.items).toMatchObject({ added: 1, changed: 2, removed: 1 });
    const draft = await findDraft(ctx(), { book: "garbage" });
    const after = await listEntries(ctx(), { versionId: draft?.id ?? 0 });
    expect(after.map((one) => [one.title, one.key === entries[0]?.key, one.synonyms])).toEqual([
      ["なべ", true, ["鍋"]],
      ["畳", false, []],
      ["雑誌", false, []],
    ]);
    await publishBook(ctx(), { book: "garbage", seenAt: null, note: "" });
    const live = await findLive(ctx(), { book: "garbage" });
    const back = { book: "garbage", versionId: first?.id ?? 0, liveId: live?.id ?? 0, note: "" } as const;
    expect((await rollBackBook(ctx(), back)).ok).toBe(true);
    const restored = await findLive(ctx(), { book: "garbage" });
    expect((await listEntries(ctx(), { versionId: restored?.id ?? 0 })).map((one) => one.title)).toEqual([
      "なべ",
      "畳",
      "新聞",
    ]);
  });

  it("adds without taking away when asked to", async () => {
    const done = await run("draft", [file("分別表.csv", "品目,区分\nやかん,金属\n")], { mode: "add" });
    if (!done.ok) throw new Error(done.message);
    expect(done.value.garbage?.items).toMatchObject({ added: 1, changed: 0, removed: 0 });
    expect(done.value.garbage?.total).toBe(4);
  });

  it("tells how many residents a new table of days leaves without reminders", async () => {
    const live = await findLive(ctx(), { book: "calendar" });
    expect(live).not.toBeNull();
    const people = await database.db
      .insert(friends)
      .values(
        Array.from({ length: 6 }, (_, i) => ({
          lineUserId: `U${i}`.padEnd(33, "0"),
          state: "following" as const,
        })),
      )
      .returning({ id: friends.id });
    await database.db.insert(friendGarbage).values(
      people.map(({ id }) => ({
        friendId: id,
        areaKey: "中央-本町",
        remindAt: "20:00",
        changedAt: ctx().now,
      })),
    );
    const next = DAYS.replaceAll("中央-", "");
    const linesFor = async (actorNow: StaffActor) => {
      const input = { files: [file("area_days.csv", next)], options: importOptions.parse({ step: "read" }) };
      const done = await importGarbage({ ...ctx(), actor: actorNow }, input);
      return done.ok ? done.value.problems.list.map((one) => one.text) : [];
    };
    expect(await linesFor(actor)).toEqual([
      expect.stringContaining("「中央 本町」がカレンダーからなくなります。この地区を選んでいる6人に"),
    ]);
    const author = { ...actor, roles: [{ role: "author" as const, sectionId: null }] };
    expect(await linesFor(author)).toEqual([
      expect.stringContaining("約10人に通知が届かなくなります"),
      expect.stringContaining("5人未満に通知が届かなくなります"),
    ]);
    const same = await run("read", [file("area_days.csv", DAYS)]);
    expect(same.ok && same.value.problems.list).toEqual([]);
  });

  it.each([
    ["a quote that is never closed", '品目,区分\nなべ,"金属\n畳,自己搬入\n', "2行目で始まる引用符"],
    ["a spreadsheet", "PK\u0003\u0004 and more", "表計算ソフト"],
    ["no row at all", "", "行がありません"],
    ["only a heading", "品目,区分\n", "取り込める行がひとつも"],
    ["a million rows", `品目,区分\n${"なべ,金属\n".repeat(1_000_000)}`, "50,000行まで"],
    ["columns that say nothing", "a,b\n1,2\n", "列を選んで"],
    [
      "a category a row",
      `品目,区分\n${Array.from({ length: 300 }, (_, i) => `品${i},区${i}`).join("\n")}`,
      "区分が200種類",
    ],
  ])("%s: says so and changes nothing", async (_name, text, words) => {
    const before = await totals();
    const done = await run("draft", [file("表.csv", text)]);
    expect(done).toMatchObject({ ok: false, message: expect.stringContaining(words) });
    expect(await totals()).toEqual(before);
  });

  it("writes neither book when one of two files is broken", async () => {
    const before = await totals();
    const done = await run("draft", [
      file("分別表.csv", TABLE),
      file("area_days.csv", "地名,センター,金属\n本町,北,あした\n"),
    ]);
    expect(done.ok).toBe(false);
    expect(await totals()).toEqual(before);
  });

  it("is of the whole city: who writes for one section may not", async () => {
    const roles: StaffActor["roles"] = [{ role: "author", sectionId: 1 }];
    const input = { files: [file("分別表.csv", TABLE)], options: importOptions.parse({ step: "draft" }) };
    await expect(importGarbage({ ...ctx(), actor: { ...actor, roles } }, input)).rejects.toThrow("bot.write");
  });
});
