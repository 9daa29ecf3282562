import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import {
  areaShapes,
  auditEntries,
  outbox,
  reportEntries,
  reportNumbers,
  reportPhotos,
  reports,
} from "@/db/schema";
import { loadAreaFinder } from "@/lib/areas/queries";
import { systemContext, within } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { changeReportStatus } from "../commands";
import { makeConversation, makeStaff, makeTown, submissionOf, type Town } from "../testing/city";
import { withdrawReport } from "../withdraw/commands";
import { submitReport, submittedLines } from "./commands";

const base = testDatabase();
const ctx = () => systemContext(base.db, "inbox");
let town: Town;
beforeAll(async () => {
  town = await makeTown(base.db);
});

const submit = (submission: ReturnType<typeof submissionOf>) =>
  base.db.transaction((tx) => submitReport(within(ctx(), tx), submission));
const reportOf = async (conversationId: string) => {
  const rows = await base.db.select().from(reports).where(eq(reports.sourceKey, conversationId));
  expect(rows).toHaveLength(1);
  const [row] = rows;
  if (!row) throw new Error("no report");
  return row;
};
const entriesOf = (reportId: string) =>
  base.db.select().from(reportEntries).where(eq(reportEntries.reportId, reportId)).orderBy(reportEntries.id);

describe("filing a report", () => {
  it("makes report, timeline, audit, mails and links the photos, all at once", async () => {
    const talk = await makeConversation(base.db, 2);
    const [first = "", second = ""] = talk.messageIds;
    const filed = await submit(
      submissionOf(talk.id, {
        photos: [
          { messageId: second, label: "near" },
          { messageId: first, label: "far" },
        ],
      }),
    );
    expect(filed.created).toBe(true);
    expect(filed.number).toMatch(/^R8-\d{6}$/);
    const report = await reportOf(talk.id);
    expect(report).toMatchObject({
      number: filed.number,
      friendId: talk.friendId,
      sectionId: town.roads,
      status: "received",
      photoCount: 2,
      revision: 1,
      receivedAt: new Date("2026-11-22T14:40:00Z"),
      // 14 days, to the end of the day in Tokyo.
      dueAt: new Date("2026-12-06T23:59:59.999+09:00"),
    });
    expect(report.searchText).toContain("舗装の穴");
    expect((await entriesOf(report.id)).map((e) => [e.kind, e.visibility, e.actorKind])).toEqual([
      ["submitted", "public", "friend"],
    ]);
    const photos = await base.db.select().from(reportPhotos).where(eq(reportPhotos.reportId, report.id));
    expect(photos.map((p) => [p.lineMessageId, p.position, p.label])).toEqual(
      expect.arrayContaining([
        [second, 0, "near"],
        [first, 1, "far"],
      ]),
    );
    const mails = await base.db.select().from(outbox).where(eq(outbox.reportId, report.id));
    expect(mails.map((m) => m.mailTo).sort()).toEqual(["duty@example.jp", "road@example.jp"]);
    const audit = await base.db.select().from(auditEntries).where(eq(auditEntries.subjectId, report.id));
    expect(audit.map((a) => a.action)).toEqual(["report.submit"]);
  });

  it("changes nothing the second time", async () => {
    const talk = await makeConversation(base.db, 1);
    const submission = submissionOf(talk.id, {
      photos: [{ messageId: talk.messageIds[0] ?? "", label: "near" }],
    });
    const first = await submit(submission);
    const before = await reportOf(talk.id);
    for (let i = 0; i < 3; i++) {
      expect(await submit(submission)).toMatchObject({
        number: first.number,
        created: false,
        amended: false,
      });
    }
    expect(await reportOf(talk.id)).toEqual(before);
    expect(await entriesOf(before.id)).toHaveLength(1);
    expect(await base.db.select().from(outbox).where(eq(outbox.reportId, before.id))).toHaveLength(2);
  });

  it("reads no borders when its caller knows them, and finds the same area", async () => {
    const asked = vi.spyOn(pg.Client.prototype, "query");
    const textsOf = async (work: () => Promise<unknown>) => {
      asked.mockClear();
      await work();
      return asked.mock.calls.map(([query]) => (query as { text?: string }).text ?? String(query));
    };
    const around = (lng: number, lat: number) => [
      [lng - 1, lat - 1],
      [lng + 1, lat - 1],
      [lng + 1, lat + 1],
      [lng - 1, lat + 1],
      [lng - 1, lat - 1],
    ];
    const geometry = { type: "MultiPolygon" as const, coordinates: [[around(140, 40)]] };
    await base.db.insert(areaShapes).values({ areaId: town.east, source: "outline", name: "東区", geometry });
    const place = { point: { lat: 40, lng: 140 } };
    const [plain, known] = [await makeConversation(base.db), await makeConversation(base.db)];
    const find = await loadAreaFinder(ctx());
    const before = await textsOf(() => submit(submissionOf(plain.id, place)));
    const after = await textsOf(() =>
      base.db.transaction((tx) => submitReport(within(ctx(), tx), submissionOf(known.id, place), find)),
    );
    asked.mockRestore();
    expect(before.length - after.length).toBe(3);
    expect(before.filter((text) => text.includes("area_shapes"))).toHaveLength(1);
    expect(after.filter((text) => /area_shapes|from "areas"|"settings"/.test(text))).toEqual([]);
    for (const { id } of [plain, known])
      expect(await reportOf(id)).toMatchObject({ areaId: town.east, areaSource: "outline" });
    await base.db.delete(areaShapes);
  });

  it("leaves nothing behind when its transaction fails", async () => {
    const talk = await makeConversation(base.db, 1);
    const count = async () => [
      (await base.db.select().from(reports)).length,
      (await base.db.select().from(outbox)).length,
      (await base.db.select().from(auditEntries)).length,
      (await base.db.select().from(reportNumbers))[0]?.last,
    ];
    const before = await count();
    await expect(
      base.db.transaction(async (tx) => {
        await submitReport(within(ctx(), tx), submissionOf(talk.id));
        throw new Error("crash");
      }),
    ).rejects.toThrow("crash");
    expect(await count()).toEqual(before);
  });

  it("gives every report of a rush its own number, and a conversation only one", async () => {
    const talks = await Promise.all(Array.from({ length: 12 }, () => makeConversation(base.db)));
    const filed = await Promise.all(
      talks.flatMap((talk) => [submit(submissionOf(talk.id)), submit(submissionOf(talk.id))]),
    );
    expect(new Set(filed.map((f) => f.number)).size).toBe(talks.length);
    expect(filed.filter((f) => f.created)).toHaveLength(talks.length);
  });

  it("counts each fiscal year by itself", async () => {
    const [march, april] = [await makeConversation(base.db), await makeConversation(base.db)];
    const old = await submit(submissionOf(march.id, { submittedAt: "2027-03-31T14:59:59.999Z" }));
    const fresh = await submit(submissionOf(april.id, { submittedAt: "2027-03-31T15:00:00.000Z" }));
    expect(old.number).toMatch(/^R8-/);
    expect(fresh.number).toBe("R9-000001");
  });

  it("files words that PostgreSQL or a screen would choke on", async () => {
    const talk = await makeConversation(base.db);
    await submit(
      submissionOf(talk.id, { body: "a\u0000b\ud800 <script>alert(1)</script> \u202e", point: null }),
    );
    const report = await reportOf(talk.id);
    expect(report.body).not.toContain("\u0000");
    expect(report.body).toContain("<script>");
    expect([report.lat, report.cellX]).toEqual([null, null]);
  });
});

describe("a late event that changes what was filed", () => {
  it("amends the one report and says what changed", async () => {
    const talk = await makeConversation(base.db, 1);
    await submit(submissionOf(talk.id, { point: null, photos: [] }));
    const before = await reportOf(talk.id);
    const amended = submissionOf(talk.id, {
      point: { lat: 32.8, lng: 130.7 },
      body: "もう少し北です",
      photos: [{ messageId: talk.messageIds[0] ?? "", label: "near" }],
    });
    expect(await submit(amended)).toMatchObject({ number: before.number, created: false, amended: true });
    const after = await reportOf(talk.id);
    expect(after).toMatchObject({ lat: 32.8, body: "もう少し北です", photoCount: 1, number: before.number });
    expect(after.cellX).not.toBeNull();
    const entries = await entriesOf(after.id);
    expect(entries.map((e) => [e.kind, e.body])).toEqual([
      ["submitted", ""],
      ["amended", "answers,place,photos"],
    ]);
    expect(await submit(amended)).toMatchObject({ amended: false });
    expect(await entriesOf(after.id)).toHaveLength(2);
  });

  it("lets a photo go that was taken back, and a category that nobody works move to its section", async () => {
    const talk = await makeConversation(base.db, 1);
    const photos = [{ messageId: talk.messageIds[0] ?? "", label: "near" }];
    await submit(submissionOf(talk.id, { photos }));
    await submit(submissionOf(talk.id, { categoryKey: "park", subcategoryKey: null }));
    const report = await reportOf(talk.id);
    expect(report).toMatchObject({ photoCount: 0, categoryKey: "park", sectionId: town.parks });
    const linked = await base.db.select().from(reportPhotos).where(eq(reportPhotos.reportId, report.id));
    expect(linked).toEqual([]);
  });

  it("is a conflict for who decided on what it was before, and tells the section it left", async () => {
    const talk = await makeConversation(base.db);
    const filed = await submit(submissionOf(talk.id));
    const before = await reportOf(talk.id);
    const amended = await submit(submissionOf(talk.id, { categoryKey: "park", subcategoryKey: null }));
    expect(amended).toMatchObject({ amended: true, leftSectionId: town.roads });
    expect(submittedLines(filed)).toEqual([before.id]);
    expect(submittedLines(amended)).toEqual([before.id, `changed ${before.number} ${town.roads}`]);
    const triage = await makeStaff(base.db, "山田", [{ role: "triage", sectionId: null }]);
    const saved = await changeReportStatus(triage, {
      number: before.number,
      revision: before.revision,
      requestKey: randomUUID(),
      to: "working",
      message: { tell: false, silentReason: "電話で伝えた" },
    });
    expect(saved).toMatchObject({ ok: false, reason: "conflict" });
    expect(saved.ok || saved.message).toContain("通報した人が");
    // Amended twice, it still follows its content: nobody has decided anything.
    await submit(submissionOf(talk.id));
    expect(await reportOf(talk.id)).toMatchObject({ sectionId: town.roads, revision: 3 });
  });

  it("does not move what staff have placed or work on", async () => {
    const talk = await makeConversation(base.db);
    await submit(submissionOf(talk.id));
    const report = await reportOf(talk.id);
    await base.db
      .update(reports)
      .set({ lat: 32.81, lng: 130.71, areaSource: "staff", revision: 2 })
      .where(eq(reports.id, report.id));
    await submit(
      submissionOf(talk.id, { point: { lat: 33, lng: 131 }, categoryKey: "park", subcategoryKey: null }),
    );
    expect(await reportOf(talk.id)).toMatchObject({ lat: 32.81, lng: 130.71, sectionId: town.roads });
  });
});

describe("a report that was never sent after all", () => {
  it("is closed once, and comes back when it was sent after all", async () => {
    const talk = await makeConversation(base.db);
    await submit(submissionOf(talk.id));
    for (let i = 0; i < 2; i++) await withdrawReport(ctx(), { conversationId: talk.id });
    expect(await reportOf(talk.id)).toMatchObject({ status: "not_needed" });
    for (let i = 0; i < 2; i++) await submit(submissionOf(talk.id));
    const report = await reportOf(talk.id);
    expect(report.status).toBe("received");
    expect((await entriesOf(report.id)).map((e) => e.kind)).toEqual(["submitted", "status", "status"]);
    expect(await withdrawReport(ctx(), { conversationId: "nothing" })).toBeNull();
  });

  it("stays in work when somebody works it", async () => {
    const talk = await makeConversation(base.db);
    const { number } = await submit(submissionOf(talk.id));
    const triage = await makeStaff(base.db, "山田", [{ role: "triage", sectionId: null }]);
    const moved = await changeReportStatus(triage, {
      number,
      revision: 1,
      requestKey: crypto.randomUUID(),
      to: "working",
      message: { tell: false, silentReason: "電話で伝えた" },
    });
    expect(moved.ok).toBe(true);
    await withdrawReport(ctx(), { conversationId: talk.id });
    const report = await reportOf(talk.id);
    expect(report.status).toBe("working");
    expect((await entriesOf(report.id)).at(-1)).toMatchObject({ kind: "note", visibility: "internal" });
  });
});
