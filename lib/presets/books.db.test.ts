import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { BOOKS } from "@/db/enums";
import { auditEntries, botEntries, botVersions, sections } from "@/db/schema";
import { openDraft, publishBook } from "@/lib/chatbot/books/commands";
import { findDraft, findLive, listEntries, listVersions } from "@/lib/chatbot/books/queries";
import { systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { EMPTY_CALENDAR } from "@/lib/garbage/calendar";
import { loadCityContent } from "./commands";
import { kumamoto } from "./kumamoto/city";
import type { CityPreset, PresetFaq } from "./types";

const question: PresetFaq = {
  key: "bulky",
  kind: "faq",
  title: "大きなごみを出したい",
  reading: "おおきなごみをだしたい",
  synonyms: ["家具を捨てたい"],
  topic: "garbage",
  answer: { kind: "text", text: { ja: "電話で申し込んでください。" } },
  sectionKey: "waste",
  validUntil: "2027-03-31",
  reviewedOn: "2026-11-01",
};
/** A book with one entry that has everything, and two garbage books that are small. */
const city: CityPreset = {
  ...kumamoto,
  bot: { ...kumamoto.bot, entries: [question] },
  garbage: {
    categories: [],
    items: [
      { key: "pot", title: "鍋", reading: "なべ", synonyms: ["両手鍋"], category: "metal", note: "洗う。" },
    ],
    calendar: {
      ...EMPTY_CALENDAR,
      areas: [{ key: "a", name: "東町", group: null, also: [], rules: { metal: "水2" }, note: "朝早く。" }],
    },
  },
};

describe("a city's books", () => {
  const database = testDatabase();
  const ctx = () => systemContext(database.db, "test", new Date("2026-11-22T00:00:00Z"));
  const live = async (book: (typeof BOOKS)[number]) => {
    const version = await findLive(ctx(), { book });
    if (!version) throw new Error(`${book} is not live`);
    return { version, entries: await listEntries(ctx(), { versionId: version.id }) };
  };

  it("are live after the first load, written by the house", async () => {
    await loadCityContent(ctx(), city);
    const [faq, garbage, calendar] = [await live("faq"), await live("garbage"), await live("calendar")];
    const [section] = await database.db.select().from(sections).where(eq(sections.key, "waste"));
    expect(faq.version.content).toEqual(city.bot.content);
    expect(faq.entries).toMatchObject([
      {
        key: "bulky",
        kind: "faq",
        category: "garbage",
        sectionId: section?.id,
        validFrom: null,
        validUntil: "2027-03-31",
        reviewedOn: "2026-11-01",
        updatedBy: null,
      },
    ]);
    expect(garbage.entries).toMatchObject([
      { key: "pot", kind: "garbage", category: "metal", note: "洗う。", answer: null, sectionId: null },
    ]);
    expect(calendar.version.content).toMatchObject({
      areas: [
        {
          name: "東町",
          center: null,
          rules: { metal: { turns: [{ kind: "nth", weekday: 3, nth: 2 }], note: "朝早く。" } },
        },
      ],
    });
    const acts = await database.db
      .select({ kind: auditEntries.actorKind, id: auditEntries.subjectId })
      .from(auditEntries)
      .where(eq(auditEntries.action, "bot.publish"));
    expect(acts).toEqual(BOOKS.map((book) => ({ kind: "system", id: `${book}@1` })));
  });

  it("stay the staff's when the city is loaded again: what is published, and what is only begun", async () => {
    const draft = await openDraft(ctx(), { book: "garbage" });
    await database.db
      .update(botEntries)
      .set({ note: "職員が直した。" })
      .where(eq(botEntries.versionId, draft.id));
    expect(await publishBook(ctx(), { book: "garbage", seenAt: null, note: "直した" })).toMatchObject({
      ok: true,
    });
    const begun = await openDraft(ctx(), { book: "calendar" });
    const before = await database.db.select().from(botVersions);
    await loadCityContent(ctx(), city);
    expect(await database.db.select().from(botVersions)).toEqual(before);
    expect((await live("garbage")).entries).toMatchObject([{ note: "職員が直した。" }]);
    expect((await findDraft(ctx(), { book: "calendar" }))?.id).toBe(begun.id);
  });

  it("are left alone where staff began a draft before the city had one", async () => {
    await database.db.delete(botVersions);
    const own = await openDraft(ctx(), { book: "faq" });
    await loadCityContent(ctx(), city);
    expect(await listVersions(ctx(), { book: "faq" })).toMatchObject([
      { id: own.id, state: "draft", entries: 0 },
    ]);
    expect(await findLive(ctx(), { book: "faq" })).toBeNull();
    expect((await live("garbage")).version.number).toBe(1);
  });

  it("are refused whole when a cell of the calendar says nothing", async () => {
    await database.db.delete(botVersions);
    const [area] = city.garbage?.calendar.areas ?? [];
    if (!city.garbage || !area) throw new Error("no calendar");
    const calendar = { ...city.garbage.calendar, areas: [{ ...area, rules: { metal: "ときどき" } }] };
    const broken = { ...city, garbage: { ...city.garbage, calendar } };
    await expect(loadCityContent(ctx(), broken)).rejects.toMatchObject({ code: "invalid" });
    expect(await database.db.select().from(botVersions)).toEqual([]);
  });
});
