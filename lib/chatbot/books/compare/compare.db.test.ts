import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { staff } from "@/db/schema";
import type { StaffActor } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { discardDraft, fillDraft, openDraft, publishBook, rollBackBook } from "../commands";
import { differenceOf } from "../difference";
import type { BotEntry } from "../entry";
import { findDraft, findLive, listEntries, listVersions } from "../queries";
import { countChanges } from "../state";
import { countAgainstLive, getBookState } from "./queries";

const database = testDatabase();
let minute = 0;

async function person(name: string) {
  const [row] = await database.db
    .insert(staff)
    .values({ name, email: `${name}@city.example` })
    .returning({ id: staff.id });
  const actor: StaffActor = {
    kind: "staff",
    staffId: row?.id ?? 0,
    name,
    email: `${name}@city.example`,
    roles: [{ role: "administrator", sectionId: null }],
    sessionId: "s",
  };
  return () => ({ db: database.db, actor, now: new Date(Date.UTC(2026, 10, 22, 0, minute++)) });
}

const entry = (key: string, part: Partial<BotEntry> = {}): BotEntry => ({
  key,
  kind: "faq",
  title: `見出し${key}`,
  reading: null,
  synonyms: [],
  category: null,
  note: null,
  answer: { kind: "text", text: { ja: "答え" } },
  validFrom: null,
  validUntil: null,
  sectionId: null,
  reviewedOn: null,
  ...part,
});

describe("where a book stands", () => {
  it("tells what is live, what the draft changes and by whom, and that it lies behind after a roll-back", async () => {
    const ito = await person("伊藤");
    const kato = await person("加藤");
    expect(await getBookState(ito(), { book: "faq" })).toEqual({ book: "faq", live: null, draft: null });

    await fillDraft(ito(), { book: "faq", content: {}, entries: [entry("a"), entry("b")], note: "表.csv" });
    const first = await getBookState(ito(), { book: "faq" });
    expect(first.draft).toMatchObject({
      counts: { added: 2, changed: 0, removed: 0, content: false },
      note: "表.csv",
      by: ["伊藤"],
      isBehind: false,
    });
    await publishBook(ito(), { book: "faq", seenAt: first.draft?.updatedAt ?? null, note: "はじめ" });

    expect(await listVersions(ito(), { book: "faq" })).toMatchObject([
      { number: 1, state: "live", entries: 2, publishedBy: "伊藤", createdBy: "伊藤", note: "はじめ" },
    ]);

    await fillDraft(kato(), {
      book: "faq",
      content: { phoneKey: "x" },
      entries: [entry("b", { synonyms: ["ほか"] }), entry("c")],
      note: "",
    });
    const second = await getBookState(ito(), { book: "faq" });
    expect(second.live).toMatchObject({ number: 1, publishedBy: "伊藤" });
    expect(second.draft?.counts).toEqual({ added: 1, changed: 1, removed: 1, content: true });
    expect(second.draft && countChanges(second.draft.counts)).toBe(4);
    expect(second.draft?.by).toEqual(["加藤"]);
    await publishBook(kato(), { book: "faq", seenAt: null, note: "" });

    await openDraft(ito(), { book: "faq" });
    const older = first.draft?.id ?? 0;
    expect(await countAgainstLive(ito(), { book: "faq", versionId: older })).toEqual({
      added: 1,
      changed: 1,
      removed: 1,
      content: true,
    });
    const live = await findLive(ito(), { book: "faq" });
    const back = await rollBackBook(ito(), {
      book: "faq",
      versionId: older,
      liveId: live?.id ?? 0,
      note: "",
    });
    expect(back.ok).toBe(true);
    const behind = await getBookState(ito(), { book: "faq" });
    expect(behind.draft).toMatchObject({ isBehind: true, counts: { added: 1, changed: 1, removed: 1 } });
    const seenAt = behind.draft?.updatedAt ?? new Date(0);
    expect(await discardDraft(ito(), { book: "faq", seenAt })).toMatchObject({ ok: true });
    expect((await getBookState(ito(), { book: "faq" })).draft).toBeNull();
  });

  it("counts in the database what differenceOf finds in memory", async () => {
    const maker = await person("佐藤");
    const words = fc.constantFrom("あ", "い", "う");
    const nullable = fc.option(words, { nil: null });
    const arbitrary = fc.uniqueArray(
      fc.record({
        key: fc.constantFrom("1", "2", "3", "4"),
        kind: fc.constantFrom("faq" as const, "keyword" as const),
        title: words,
        reading: nullable,
        synonyms: fc.array(words, { maxLength: 2 }),
        category: nullable,
        answer: fc.oneof(
          fc.constant(null),
          fc.record(
            {
              kind: fc.constant("text"),
              text: fc.record({ ja: words, en: words }, { noNullPrototype: true }),
            },
            { noNullPrototype: true },
          ),
        ),
        validUntil: fc.constantFrom(null, "2026-12-31"),
      }),
      { selector: (one) => one.key, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(arbitrary, arbitrary, async (before, after) => {
        const fill = (entries: typeof before) =>
          fillDraft(maker(), {
            book: "garbage",
            content: {},
            entries: entries.map(({ key, ...part }) => entry(key, part)),
            note: "",
          });
        await fill(before);
        await publishBook(maker(), { book: "garbage", seenAt: null, note: "" });
        await fill(after);
        const [live, draft] = [
          await findLive(maker(), { book: "garbage" }),
          await findDraft(maker(), { book: "garbage" }),
        ];
        const difference = differenceOf(
          await listEntries(maker(), { versionId: live?.id ?? 0 }),
          await listEntries(maker(), { versionId: draft?.id ?? 0 }),
        );
        const state = await getBookState(maker(), { book: "garbage" });
        expect(state.draft?.counts).toEqual({
          added: difference.added.length,
          changed: difference.changed.length,
          removed: difference.removed.length,
          content: false,
        });
      }),
      { numRuns: 12 },
    );
  });
});
