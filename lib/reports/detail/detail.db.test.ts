import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { PhotoState } from "@/db/enums";
import { auditEntries, outbox, reportPhotos } from "@/db/schema";
import { listAudit } from "@/lib/audit/queries";
import { parseAuditSearch } from "@/lib/audit/search";
import { systemContext, within } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { changeReportStatus } from "../commands";
import { announcement } from "../event";
import { hidePhoto } from "../photos/commands";
import { submitReport } from "../submit/commands";
import { makeConversation, makeReport, makeStaff, makeTown, submissionOf, type Town } from "../testing/city";
import { recordOpening } from "./commands";
import { getPhotoKey, getReportByNumber } from "./queries";

const base = testDatabase();
const NOW = new Date("2026-11-22T14:40:00Z");
let town: Town;
beforeAll(async () => {
  town = await makeTown(base.db);
});

const triage = (now = NOW) => makeStaff(base.db, "山田", [{ role: "triage", sectionId: null }], now);
const openings = (reportId: string, staffId: number) =>
  base.db
    .select()
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.subjectId, reportId),
        eq(auditEntries.action, "report.view"),
        eq(auditEntries.actorId, staffId),
      ),
    );

async function addPhoto(reportId: string, state: PhotoState = "ready", hidden = false) {
  const id = randomUUID();
  await base.db.insert(reportPhotos).values({
    id,
    reportId,
    state,
    hidden,
    fullKey: `photos/${id}-full.jpg`,
    thumbKey: `photos/${id}-thumb.jpg`,
  });
  return id;
}

describe("opening a case", () => {
  it("is found in the audit by the number people use, with what was done to its photos", async () => {
    const report = await makeReport(base.db, { sectionId: town.roads, photoCount: 1 });
    const ctx = await triage();
    await recordOpening(ctx, { reportId: report.id });
    const photoId = await addPhoto(report.id);
    const hide = { number: report.number, requestKey: randomUUID(), photoId, reason: "顔が写っている" };
    expect((await hidePhoto(ctx, hide)).ok).toBe(true);
    const actions = async (params: Record<string, string>) =>
      (await listAudit(ctx, parseAuditSearch(params))).rows.map((row) => row.action);
    expect(await actions({ id: ` ${report.number.toLowerCase()} ` })).toEqual(["photo.hide", "report.view"]);
    expect(await actions({ id: report.number, subject: "report" })).toEqual(["report.view"]);
    expect(await actions({ id: report.id })).toEqual(["report.view"]);
    expect(await actions({ id: "R8-999999" })).toEqual([]);
  });
  it("is one entry, however many photos and reloads belong to it", async () => {
    const report = await makeReport(base.db, { sectionId: town.roads });
    const ctx = await triage();
    await Promise.all(Array.from({ length: 8 }, () => recordOpening(ctx, { reportId: report.id })));
    expect(await openings(report.id, ctx.actor.staffId)).toHaveLength(1);
    const minutesLater = (n: number) => ({ ...ctx, now: new Date(NOW.getTime() + n * 60_000) });
    await recordOpening(minutesLater(29), { reportId: report.id });
    expect(await openings(report.id, ctx.actor.staffId)).toHaveLength(1);
    await recordOpening(minutesLater(31), { reportId: report.id });
    expect(await openings(report.id, ctx.actor.staffId)).toHaveLength(2);
    const other = await triage();
    await recordOpening(other, { reportId: report.id });
    expect(await openings(report.id, other.actor.staffId)).toHaveLength(1);
  });
});

describe("a photo", () => {
  it.each([
    ["ready", false, true],
    ["ready", true, false],
    ["waiting", false, false],
    ["refused", false, false],
    ["deleted", false, false],
  ] as const)("that is %s (hidden: %s) can be had: %s", async (state, hidden, had) => {
    const report = await makeReport(base.db, { sectionId: town.roads });
    const photoId = await addPhoto(report.id, state, hidden);
    const asked = getPhotoKey(await triage(), { number: report.number, photoId, size: "thumb" }).then(
      ({ key }) => key,
      (error) => error.code,
    );
    expect(await asked).toBe(had ? `photos/${photoId}-thumb.jpg` : "not-found");
  });

  it.each(["R8-\0", "\ud800", "R8-999999", ""])("is not found under %j", async (number) =>
    expect(
      getPhotoKey(await triage(), { number, photoId: randomUUID(), size: "full" }),
    ).rejects.toMatchObject({
      code: "not-found",
    }),
  );

  it("belongs to its own report and is for those who may see that", async () => {
    const [mine, other] = [
      await makeReport(base.db, { sectionId: town.roads }),
      await makeReport(base.db, { sectionId: town.parks }),
    ];
    const photoId = await addPhoto(mine.id);
    const ask = async (role: "section" | "viewer" | "author", sectionId: number | null, number: string) =>
      getPhotoKey(await makeStaff(base.db, "職員", [{ role, sectionId }], NOW), {
        number,
        photoId,
        size: "full",
      }).then(
        () => "seen",
        (error) => error.code,
      );
    expect(await ask("section", town.roads, mine.number)).toBe("seen");
    expect(await ask("viewer", null, mine.number)).toBe("seen");
    expect(await ask("section", town.parks, mine.number)).toBe("not-found");
    expect(await ask("section", town.parks, other.number)).toBe("not-found");
    expect(await ask("author", null, mine.number)).toBe("not-found");
  });

  it("is gone at once when staff hide it, with the reason on record", async () => {
    const report = await makeReport(base.db, { sectionId: town.roads, photoCount: 1 });
    const photoId = await addPhoto(report.id);
    const ctx = await triage();
    const input = { number: report.number, photoId, requestKey: randomUUID(), reason: "顔が写っている" };
    const results = await Promise.all([hidePhoto(ctx, input), hidePhoto(ctx, input)]);
    expect(results.every((r) => r.ok)).toBe(true);
    const detail = await getReportByNumber(ctx, { number: report.number });
    expect(detail).toMatchObject({ photos: [], photoCount: 0 });
    expect(detail.entries.map((e) => [e.kind, e.visibility, e.body])).toEqual([
      ["photo", "internal", "顔が写っている"],
    ]);
    expect(await hidePhoto(ctx, { ...input, requestKey: randomUUID() })).toMatchObject({
      reason: "photo-gone",
    });
  });
});

describe("a case as staff see it", () => {
  it("shows how each message fares, the receipt apart from later ones", async () => {
    const talk = await makeConversation(base.db);
    const filed = await base.db.transaction((tx) =>
      submitReport(within(systemContext(base.db, "inbox"), tx), submissionOf(talk.id)),
    );
    const ctx = await triage(new Date("2026-11-23T00:00:00Z"));
    const read = () => getReportByNumber(ctx, { number: filed.number });
    expect((await read()).receipt).toBeNull();
    await base.db.insert(outbox).values({
      id: randomUUID(),
      kind: "reply",
      dedupeKey: "reply:x",
      reportId: filed.reportId,
      payload: "[]",
      state: "unknown",
      lastError: "token-expired",
    });
    await changeReportStatus(ctx, {
      number: filed.number,
      revision: 1,
      requestKey: randomUUID(),
      to: "checking",
      message: { tell: true, text: "確認中です" },
    });
    const detail = await read();
    expect(detail.receipt).toEqual({ state: "unknown", sentAt: null, error: "token-expired" });
    expect(detail.entries.map((e) => [e.kind, e.delivery?.state ?? null])).toEqual([
      ["submitted", null],
      ["status", null],
      ["message", "pending"],
    ]);
    expect(detail.mails.map((m) => m.mailTo)).toEqual(["duty@example.jp", "road@example.jp"]);
    expect(detail.reachable).toBe(true);
  });

  it("does not name duplicates of other sections", async () => {
    const original = await makeReport(base.db, { sectionId: town.roads });
    const own = await makeReport(base.db, { sectionId: town.roads, duplicateOfId: original.id });
    await makeReport(base.db, { sectionId: town.parks, duplicateOfId: original.id });
    const ctx = await makeStaff(base.db, "佐藤", [{ role: "section", sectionId: town.roads }], NOW);
    expect((await getReportByNumber(ctx, { number: original.number })).duplicates).toEqual([own.number]);
    expect((await getReportByNumber(await triage(), { number: original.number })).duplicates).toHaveLength(2);
  });

  it("does not name the first of a chain in another section, in the answer or in the history", async () => {
    const first = await makeReport(base.db, { sectionId: town.parks });
    const second = await makeReport(base.db, {
      sectionId: town.roads,
      status: "duplicate",
      duplicateOfId: first.id,
    });
    const third = await makeReport(base.db, { sectionId: town.roads });
    const own = await makeStaff(base.db, "佐藤", [{ role: "section", sectionId: town.roads }], NOW);
    const marked = await changeReportStatus(own, {
      number: third.number,
      revision: 1,
      requestKey: randomUUID(),
      to: "duplicate",
      duplicateOf: second.number,
      reason: "同じ枝です",
      message: { tell: false, silentReason: "電話で伝えた" },
    });
    if (!marked.ok) throw new Error(marked.reason);
    const { lines, own: answered } = announcement(marked.value);
    expect(lines).toEqual([`changed ${third.number} ${town.roads}`, `changed ${first.number} ${town.parks}`]);
    const seenBy = (ctx: typeof own) => getReportByNumber(ctx, { number: third.number });
    const seen = await seenBy(own);
    expect(JSON.stringify([answered, seen])).not.toContain(first.number);
    expect(seen).toMatchObject({ status: "duplicate", duplicateOf: null });
    expect(seen.entries.at(-1)?.body).toBe("ほかの課の通報\n同じ枝です");
    const all = await seenBy(await triage());
    expect(all.duplicateOf).toBe(first.number);
    expect(all.entries.at(-1)?.body).toBe(`${first.number}\n同じ枝です`);
  });
});
