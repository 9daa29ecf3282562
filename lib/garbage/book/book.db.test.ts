import { count, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEntries, botEntries, botVersions, staff } from "@/db/schema";
import { fillDraft, publishBook } from "@/lib/chatbot/books/commands";
import type { BotEntry } from "@/lib/chatbot/books/entry";
import { findDraft, findLive, listEntries } from "@/lib/chatbot/books/queries";
import type { StaffActor } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { TOWN, TOWN_CATEGORIES } from "../testing/books";
import {
  deleteArea,
  deleteCategory,
  deleteItem,
  deleteKind,
  saveArea,
  saveCategory,
  saveExtra,
  saveItem,
  savePutOutBy,
  saveSuspension,
} from "./commands";
import { printOf } from "./print";
import { calendarIn, categoriesIn } from "./queries";
import { areaInput, extraInput, itemInput, suspensionInput } from "./schema";

const database = testDatabase();
let actor: StaffActor;
let minute = 0;
const ctx = () => ({ db: database.db, actor, now: new Date(Date.UTC(2026, 10, 28, 0, minute++)) });
const entry = (key: string, title: string, category: string): BotEntry => ({
  key,
  kind: "garbage",
  title,
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

beforeAll(async () => {
  const [row] = await database.db
    .insert(staff)
    .values({ name: "伊藤", email: "ito@city.example" })
    .returning({ id: staff.id });
  const roles: StaffActor["roles"] = [{ role: "administrator", sectionId: null }];
  actor = { kind: "staff", staffId: row?.id ?? 0, name: "伊藤", email: "", roles, sessionId: "s" };
});

beforeEach(async () => {
  await database.db.delete(botVersions);
  const books = [
    [
      "garbage",
      { categories: TOWN_CATEGORIES },
      [entry("pan", "なべ", "burn"), entry("jar", "びん", "bottles")],
    ],
    ["calendar", TOWN, []],
  ] as const;
  for (const [book, content, entries] of books) {
    await fillDraft(ctx(), { book, content, entries, note: "" });
    await publishBook(ctx(), { book, seenAt: null, note: "" });
  }
});

const items = async () => {
  const version =
    (await findDraft(ctx(), { book: "garbage" })) ?? (await findLive(ctx(), { book: "garbage" }));
  return listEntries(ctx(), { versionId: version?.id ?? 0 });
};
const item = async (key: string) => (await items()).find((one) => one.key === key);
const draftCalendar = async () => calendarIn(await findDraft(ctx(), { book: "calendar" }));
const form = (more: object) =>
  itemInput.parse({
    key: null,
    seen: null,
    title: "やかん",
    reading: "",
    synonyms: "",
    category: "burn",
    note: "",
    ...more,
  });

describe("items by hand", () => {
  it("are added, changed and deleted in a draft; what is live stays", async () => {
    const added = await saveItem(ctx(), form({ synonyms: "ケトル、湯わかし\nケトル" }));
    if (!added.ok) throw new Error(added.reason);
    expect(await item(added.value.key)).toMatchObject({ title: "やかん", synonyms: ["ケトル", "湯わかし"] });
    const pan = await item("pan");
    const seen = pan?.updatedAt.toISOString();
    expect(await saveItem(ctx(), form({ key: "pan", seen, title: "鍋", note: "洗う" }))).toMatchObject({
      ok: true,
    });
    const jar = await item("jar");
    await deleteItem(ctx(), { key: "jar", seen: jar?.updatedAt.toISOString() ?? "" });
    expect((await items()).map((one) => one.title)).toEqual(["鍋", "やかん"]);
    const live = await findLive(ctx(), { book: "garbage" });
    expect((await listEntries(ctx(), { versionId: live?.id ?? 0 })).map((one) => one.title)).toEqual([
      "なべ",
      "びん",
    ]);
    const [noted] = await database.db
      .select({ n: count() })
      .from(auditEntries)
      .where(eq(auditEntries.action, "bot.draft-edit"));
    expect(noted?.n).toBe(3);
  });

  it("are not written over what somebody else changed, and a refusal begins no draft", async () => {
    const stale = new Date(0).toISOString();
    expect(await saveItem(ctx(), form({ key: "pan", seen: stale }))).toMatchObject({
      ok: false,
      reason: "changed",
    });
    expect(await deleteItem(ctx(), { key: "gone", seen: stale })).toMatchObject({ reason: "gone" });
    expect(await saveItem(ctx(), form({ title: "ナベ" }))).toMatchObject({ reason: "taken" });
    expect(await saveItem(ctx(), form({ category: "nowhere" }))).toMatchObject({ reason: "no-category" });
    expect(await findDraft(ctx(), { book: "garbage" })).toBeNull();
  });

  it("of one name in two categories have keys of their own", async () => {
    const twin = await saveItem(ctx(), form({ title: "なべ", category: "bottles" }));
    const more = await saveItem(ctx(), form({ title: "なべ", category: "refused" }));
    expect(twin.ok && more.ok && twin.value.key !== more.value.key).toBe(true);
    expect(await database.db.select().from(botEntries)).toHaveLength(6);
  });
});

describe("categories and the calendar by hand", () => {
  it("a category that is used stays; one that is not goes", async () => {
    const print = (key: string) => printOf(TOWN_CATEGORIES.find((one) => one.key === key));
    expect(await deleteCategory(ctx(), { key: "burn", seen: print("burn") })).toMatchObject({
      reason: "used",
    });
    expect(await deleteCategory(ctx(), { key: "refused", seen: print("refused") })).toMatchObject({
      ok: true,
    });
    const [first] = TOWN_CATEGORIES;
    if (!first) return;
    const { key, ...category } = { ...first, howTo: { ja: "新しい袋" } };
    expect(await saveCategory(ctx(), { ...category, key, seen: "stale" })).toMatchObject({
      reason: "changed",
    });
    expect(await saveCategory(ctx(), { ...category, key, seen: print("burn") })).toMatchObject({ ok: true });
    const draft = categoriesIn(await findDraft(ctx(), { book: "garbage" }));
    expect(draft.map((one) => [one.key, one.howTo?.ja])).toEqual([
      ["burn", "新しい袋"],
      ["bottles", undefined],
    ]);
  });

  it("an area's cells become rules; a cell that says nothing is refused by the form", async () => {
    const area = (cells: object) => ({
      key: null,
      seen: null,
      name: "北町",
      group: "中央",
      also: "きた",
      center: "",
      cells,
      notes: { burn: "朝のうちに" },
    });
    expect(areaInput.safeParse(area({ burn: "あした" })).success).toBe(false);
    const saved = await saveArea(ctx(), areaInput.parse(area({ burn: "月 木", can: "" })));
    expect(saved.ok).toBe(true);
    const made = (await draftCalendar()).areas.find((one) => one.name === "北町");
    expect(made?.rules).toEqual({
      burn: {
        turns: [
          { kind: "weekly", weekday: 1 },
          { kind: "weekly", weekday: 4 },
        ],
        months: [],
        note: "朝のうちに",
      },
    });
    expect(await saveArea(ctx(), areaInput.parse(area({})))).toMatchObject({ reason: "taken" });
  });

  it("days off, extra days and the time are put in, changed by what they were, and go with their kind", async () => {
    await saveSuspension(
      ctx(),
      suspensionInput.parse({
        seen: null,
        from: "2026-08-15",
        until: "2026-08-15",
        center: "",
        kinds: ["pet"],
      }),
    );
    expect(
      await saveExtra(
        ctx(),
        extraInput.parse({ seen: null, date: "2026-12-30", kinds: ["burn"], areas: "中央\n南" }),
      ),
    ).toMatchObject({ ok: true });
    expect(
      await saveExtra(
        ctx(),
        extraInput.parse({ seen: null, date: "2026-12-30", kinds: ["burn"], areas: "火星" }),
      ),
    ).toMatchObject({ reason: "no-area" });
    await savePutOutBy(ctx(), { seen: printOf({ time: TOWN.putOutBy }), time: "07:00" });
    const calendar = await draftCalendar();
    expect(calendar.suspensions.map((one) => one.from)).toEqual(["2026-08-15", "2026-12-31"]);
    expect(calendar.extras).toEqual([
      { date: "2026-12-30", kinds: ["burn"], areas: ["honmachi", "shinmachi", "minami"] },
    ]);
    expect(calendar.putOutBy).toBe("07:00");

    const south = calendar.areas.find((one) => one.key === "minami");
    await deleteArea(ctx(), { key: "minami", seen: printOf(south) });
    const [burn, , pet] = calendar.kinds;
    await deleteKind(ctx(), { key: "pet", seen: printOf(pet) });
    const after = await draftCalendar();
    expect(after.extras[0]?.areas).toEqual(["honmachi", "shinmachi"]);
    expect(after.suspensions.map((one) => one.from)).toEqual(["2026-12-31"]);
    expect(after.areas.some((one) => "pet" in one.rules)).toBe(false);
    await deleteKind(ctx(), { key: "burn", seen: printOf(burn) });
    expect((await draftCalendar()).extras).toEqual([]);
  });

  it("a center is written one way by hand too, and a kind that is gone goes from a suspension that is saved", async () => {
    const [first, second] = (await calendarIn(await findLive(ctx(), { book: "calendar" }))).areas;
    const area = (one: typeof first, center: string) =>
      areaInput.parse({
        ...one,
        seen: printOf(one),
        group: one?.group ?? "",
        also: "",
        center,
        cells: {},
        notes: {},
      });
    await saveArea(ctx(), area(first, "東部センター"));
    await saveArea(ctx(), area(second, "東部ｾﾝﾀｰ"));
    const day = { seen: null, from: "2026-08-15", until: "", center: "東部 センタ－" };
    await saveSuspension(ctx(), suspensionInput.parse({ ...day, kinds: ["pet", "gone"] }));
    await saveSuspension(ctx(), suspensionInput.parse({ ...day, from: "2026-08-16", kinds: ["gone"] }));
    const { areas, suspensions } = await draftCalendar();
    expect(areas.map((one) => one.center)).toEqual(["東部センター", "東部センター", null]);
    expect(suspensions.slice(0, 2).map((one) => [one.center, one.kinds])).toEqual([
      ["東部センター", ["pet"]],
      ["東部センター", ["gone"]],
    ]);
  });

  it("is of the whole city", async () => {
    const section = { ...ctx(), actor: { ...actor, roles: [{ role: "author" as const, sectionId: 1 }] } };
    await expect(saveItem(section, form({}))).rejects.toThrow("bot.write");
  });
});
