import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { botEntries, botVersions, broadcasts, menuJobs, sections } from "@/db/schema";
import { makeCity, makeDraft, makeFriends, makePerson, NOON } from "@/lib/broadcasts/testing/desk";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { countBroadcastDuties, countReviewsDue, isMenuFailed, listMoving } from "./queries";

const base = testDatabase();
let author: Ctx<StaffActor>;
let approver: Ctx<StaffActor>;
let both: Ctx<StaffActor>;
let roads: Ctx<StaffActor>;
let sectionId: number;
beforeAll(async () => {
  await makeCity(base.db);
  await makeFriends(base.db, 3);
  const [section] = await base.db
    .insert(sections)
    .values({ key: "roads", name: "道路課", position: 1 })
    .returning({ id: sections.id });
  sectionId = section?.id ?? 0;
  author = await makePerson(base.db, "広報 花子", ["author"]);
  approver = await makePerson(base.db, "課長 太郎", ["approver"]);
  both = await makePerson(base.db, "係長 次郎", ["author", "approver"]);
  roads = await makePerson(base.db, "道路 一郎", ["author", "approver"], undefined, sectionId);
});

type Row = typeof broadcasts.$inferInsert;
async function make(by: Ctx<StaffActor>, change: Partial<Row>): Promise<string> {
  const { id } = await makeDraft(by);
  await base.db.update(broadcasts).set(change).where(eq(broadcasts.id, id));
  return id;
}
const inMinutes = (n: number) => new Date(NOON.getTime() + n * 60_000);

describe("what waits for whom", () => {
  it("approvals: for those who may decide, and never their own", async () => {
    const before = (await countBroadcastDuties(both)).approvals;
    await make(both, { state: "submitted" });
    await make(author, { state: "submitted" });
    await make(author, { state: "draft", approvalOwed: true });
    expect((await countBroadcastDuties(approver)).approvals).toBe(2);
    expect((await countBroadcastDuties(both)).approvals).toBe(before + 1);
    expect(await countBroadcastDuties(author)).toMatchObject({ approvals: 0, lookedAtLater: 0 });
    expect((await countBroadcastDuties(approver)).lookedAtLater).toBe(1);
  });

  it("a section's people count their section's only, what came back to its writer, what failed within a week", async () => {
    expect((await countBroadcastDuties(roads)).late).toBe(0);
    await make(author, { state: "late", sectionId: null });
    await make(author, { state: "late", sectionId });
    await make(author, { state: "returned" });
    await make(author, { state: "partly_failed", finishedAt: inMinutes(-60) });
    await make(author, { state: "partly_failed", finishedAt: inMinutes(-60 * 24 * 8) });
    await make(author, { state: "held", heldUntil: null });
    await make(author, { state: "held", heldUntil: inMinutes(1) });
    await make(author, { state: "paused" });
    expect(await countBroadcastDuties(roads)).toMatchObject({ late: 1, returned: 0, paused: 0 });
    expect(await countBroadcastDuties(author)).toMatchObject({
      late: 2,
      returned: 1,
      partlyFailed: 1,
      stuck: 1,
      paused: 1,
    });
    expect(await countBroadcastDuties(approver)).toMatchObject({ returned: 0 });
  });

  it("what moves, or will within a day, the next first", async () => {
    const next = await make(author, { state: "scheduled", dueAt: inMinutes(30), sectionId });
    const later = await make(author, { state: "scheduled", dueAt: inMinutes(60 * 20), sectionId });
    await make(author, { state: "scheduled", dueAt: inMinutes(60 * 30), sectionId });
    const sending = await make(author, { state: "sending", dueAt: inMinutes(-5), sectionId });
    const shown = (await listMoving(roads, { limit: 10 })).filter((row) => row.dueAt !== null);
    expect(shown.map((row) => row.id)).toEqual([sending, next, later]);
    expect(await listMoving(author, { limit: 2 })).toHaveLength(2);
  });

  it("answers that nobody has looked at for a year, of one's own section", async () => {
    const [version] = await base.db
      .insert(botVersions)
      .values({ book: "faq", number: 900, state: "live" })
      .onConflictDoNothing()
      .returning({ id: botVersions.id });
    const versionId = version?.id ?? 0;
    const entry = (key: string, reviewedOn: string | null, owner: number | null) => ({
      ...{ versionId, key, reviewedOn, sectionId: owner },
      ...{ kind: "faq" as const, title: key },
    });
    await base.db
      .insert(botEntries)
      .values([
        entry("old", "2025-11-21", null),
        entry("edge", "2025-11-22", null),
        entry("never", null, sectionId),
        entry("new", "2026-11-01", sectionId),
      ]);
    expect(await countReviewsDue(author)).toBe(2);
    expect(await countReviewsDue(roads)).toBe(1);
    expect(await countReviewsDue(approver)).toBe(0);
  });

  it("a menu that could not be published, until it could", async () => {
    expect(await isMenuFailed(approver)).toBe(false);
    await base.db.insert(menuJobs).values({ kind: "publish", state: "failed" });
    expect(await isMenuFailed(approver)).toBe(true);
    await base.db.insert(menuJobs).values({ kind: "publish", state: "done" });
    expect(await isMenuFailed(approver)).toBe(false);
  });
});
