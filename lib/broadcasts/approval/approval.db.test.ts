import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  auditEntries,
  broadcastEntries,
  broadcasts,
  broadcastVersions,
  sections,
  segments,
  staff,
  staffRoles,
} from "@/db/schema";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { EVERYONE, MAX_DEPTH, type Rule } from "@/lib/segments/rule";
import { saveDraft } from "../draft/commands";
import { getBroadcast, getVersion } from "../queries";
import { cancelBroadcast, schedule, sendEmergency, unschedule } from "../release/commands";
import { NOW } from "../schedule";
import { ACCOUNT, makeCity, makeDraft, makeFriends, makePerson, saying } from "../testing/desk";
import { approve, returnDraft, submitForApproval, withdraw } from "./commands";

const base = testDatabase();
let author: Ctx<StaffActor>;
let approver: Ctx<StaffActor>;
let both: Ctx<StaffActor>;
beforeAll(async () => {
  await makeCity(base.db);
  await makeFriends(base.db, 7);
  author = await makePerson(base.db, "広報 花子", ["author"]);
  approver = await makePerson(base.db, "課長 太郎", ["approver"]);
  both = await makePerson(base.db, "係長 次郎", ["author", "approver"]);
});

const row = async (id: string) => (await getBroadcast(approver, { id })).row;
const seenOf = async (id: string) => {
  const { version } = await row(id);
  if (version === null) throw new Error("no version");
  return { id, version, hash: (await getVersion(approver, { id, version })).hash };
};
const submitted = async (by = author, change: Parameters<typeof makeDraft>[1] = {}) => {
  const draft = await makeDraft(by, change);
  const result = await submitForApproval(by, draft);
  if (!result.ok) throw new Error(result.reason);
  return seenOf(draft.id);
};
const entriesOf = async (id: string) =>
  (
    await base.db
      .select()
      .from(broadcastEntries)
      .where(eq(broadcastEntries.broadcastId, id))
      .orderBy(broadcastEntries.id)
  ).map((entry) => entry.kind);
const approvals = async (id: string) => (await entriesOf(id)).filter((kind) => kind === "approved").length;

describe("asking for approval", () => {
  it("freezes the words and counts who would get them", async () => {
    const seen = await submitted();
    expect(await row(seen.id)).toMatchObject({ state: "submitted", version: 1 });
    expect(await getVersion(approver, seen)).toMatchObject({
      countThen: 7,
      submittedBy: author.actor.staffId,
    });
    expect(await entriesOf(seen.id)).toEqual(["created", "submitted"]);
  });
  it("is refused while something could not be sent, and nothing is kept", async () => {
    const draft = await makeDraft(author, { content: saying("") });
    expect(await submitForApproval(author, draft)).toMatchObject({ ok: false, reason: "content" });
    expect(await submitForApproval(author, { ...draft, revision: 99 })).toMatchObject({ reason: "conflict" });
    expect(
      await base.db.select().from(broadcastVersions).where(eq(broadcastVersions.broadcastId, draft.id)),
    ).toEqual([]);
  });
  it("is refused for a real message that says 【訓練】", async () => {
    const draft = await makeDraft(author, { content: saying("【訓練】避難してください。") });
    expect(await submitForApproval(author, draft)).toMatchObject({ reason: "content" });
  });
});

describe("a rule about another broadcast", () => {
  it("is saved only by who may see that broadcast, and stays where it is", async () => {
    const secret = await makeDraft(author);
    const [section] = await base.db
      .insert(sections)
      .values({ key: "roads", name: "道路課", position: 1 })
      .returning();
    const sectionId = section?.id ?? 0;
    const roads = await makePerson(base.db, "道路 一郎", ["author"], undefined, sectionId);
    const draft = await makeDraft(roads, { sectionId });
    const rule: Rule = { op: "received", broadcastId: secret.id };
    const save = async (by: Ctx<StaffActor>, title: string) => {
      const { content, schedule, revision } = await row(draft.id);
      return saveDraft(by, { id: draft.id, revision, title, content, rule, schedule });
    };
    expect(await save(roads, "一")).toMatchObject({ ok: false, reason: "foreign" });
    expect(await row(draft.id)).toMatchObject({ rule: EVERYONE });
    expect(await save(author, "二")).toMatchObject({ ok: true, value: { kind: "saved" } });
    expect(await save(roads, "三")).toMatchObject({ ok: true, value: { kind: "saved" } });
  });
});

describe("named segments", () => {
  const nested = (depth: number, innermost: Rule): Rule =>
    depth === 1 ? innermost : { op: "not", rule: nested(depth - 1, innermost) };
  const saved = async (rule: Rule): Promise<Rule> => {
    const id = crypto.randomUUID();
    await base.db.insert(segments).values({ id, name: id, rule });
    return { op: "segment", segmentId: id };
  };
  it("as deep as they may be are put in, read back, approved and sent", async () => {
    const rule: Rule = { op: "all", rules: [await saved(nested(MAX_DEPTH, EVERYONE))] };
    const seen = await submitted(author, { rule });
    expect(await approve(approver, seen)).toMatchObject({ ok: true });
    const chief = await makePerson(base.db, "危機管理", ["administrator"]);
    const draft = await makeDraft(chief, { kind: "emergency", rule });
    const given = { ...draft, count: 0, typed: ACCOUNT };
    expect(await sendEmergency(chief, given)).toMatchObject({ ok: true });
    expect((await getVersion(chief, { id: draft.id, version: 1 })).hash).toHaveLength(64);
  });
  it("that grow without end together are refused before anything is kept", async () => {
    let rule: Rule = EVERYONE;
    for (let n = 0; n < 20; n++) rule = await saved(nested(MAX_DEPTH, rule));
    const draft = await makeDraft(author, { kind: "emergency", rule });
    expect(await submitForApproval(author, draft)).toMatchObject({ reason: "rule-too-large" });
    expect((await row(draft.id)).version).toBeNull();
  });
});

describe("a second person", () => {
  it("approves exactly what they saw", async () => {
    const seen = await submitted();
    expect(await approve(approver, { ...seen, hash: "0".repeat(64) })).toMatchObject({
      reason: "stale-version",
    });
    expect(await approve(approver, { ...seen, version: 2 })).toMatchObject({ reason: "stale-version" });
    expect(await approve(approver, seen)).toMatchObject({ ok: true });
    expect(await row(seen.id)).toMatchObject({ state: "approved", countAtApproval: 7 });
    const audit = await base.db.select().from(auditEntries).where(eq(auditEntries.subjectId, seen.id));
    expect(audit.map((a) => a.action)).toContain("broadcast.approved");
  });
  it("does not approve words that were changed in the table behind everybody's back", async () => {
    const seen = await submitted();
    await base.db
      .update(broadcastVersions)
      .set({ content: saying("別の文面") })
      .where(eq(broadcastVersions.broadcastId, seen.id));
    expect(await approve(approver, seen)).toMatchObject({ reason: "stale-version" });
  });
  it("is never the one who wrote it, asked for it, or changed a word of it", async () => {
    const own = await submitted(both);
    expect(await approve(both, own)).toMatchObject({ reason: "own" });
    const draft = await makeDraft(author);
    const saved = await saveDraft(both, {
      ...draft,
      title: "直した題",
      content: saying("直した文面です。"),
      rule: (await row(draft.id)).rule,
      schedule: NOW,
    });
    if (!saved.ok) throw new Error("save");
    await submitForApproval(author, { id: draft.id, revision: saved.value.revision });
    expect(await approve(both, await seenOf(draft.id))).toMatchObject({ reason: "own" });
    expect(await approve(approver, await seenOf(draft.id))).toMatchObject({ ok: true });
  });
  it("sends it back with a reason; a new version is asked for and told apart", async () => {
    const first = await submitted();
    expect(await returnDraft(approver, { ...first, reason: "日付を直してください" })).toMatchObject({
      ok: true,
    });
    const back = await row(first.id);
    expect(back).toMatchObject({ state: "returned", version: null });
    await saveDraft(author, {
      id: first.id,
      revision: back.revision,
      title: back.title,
      content: saying("秋まつりは23日です。"),
      rule: back.rule,
      schedule: NOW,
    });
    await submitForApproval(author, { id: first.id, revision: back.revision + 1 });
    const second = await seenOf(first.id);
    expect(second.version).toBe(2);
    expect(await approve(approver, first)).toMatchObject({ reason: "stale-version" });
    expect(await approve(approver, second)).toMatchObject({ ok: true });
    expect(await entriesOf(first.id)).toEqual(["created", "submitted", "returned", "submitted", "approved"]);
  });
  it("of another section cannot see it at all", async () => {
    const stranger = await makePerson(base.db, "無関係", []);
    const seen = await submitted();
    await expect(approve(stranger, seen)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("two clicks, two tabs, two people (F28)", () => {
  it("approve once, whoever was first", async () => {
    for (let round = 0; round < 8; round++) {
      const seen = await submitted();
      const other = await makePerson(base.db, `承認者${round}`, ["approver"]);
      const results = await Promise.all([
        approve(approver, seen),
        approve(approver, seen),
        approve(other, seen),
        approve(other, seen),
      ]);
      expect(results.filter((r) => r.ok)).toHaveLength(1);
      expect(await approvals(seen.id)).toBe(1);
    }
  });
  it("approve and return at once: one of them", async () => {
    for (let round = 0; round < 8; round++) {
      const seen = await submitted();
      const results = await Promise.all([
        approve(approver, seen),
        returnDraft(approver, { ...seen, reason: "待って" }),
        withdraw(author, seen),
      ]);
      const [approved, returned, withdrawn] = results.map((r) => r.ok);
      // An approval not used yet may be taken back by who wrote it: then nothing is approved any more.
      expect([approved, returned].filter(Boolean).length).toBeLessThanOrEqual(1);
      expect((await row(seen.id)).state).toBe(withdrawn ? "draft" : approved ? "approved" : "returned");
    }
  });
  it("an author who saves while it is being asked for: the version is what was asked for", async () => {
    for (let round = 0; round < 8; round++) {
      const draft = await makeDraft(author);
      const current = await row(draft.id);
      const [save, submit] = await Promise.all([
        saveDraft(author, {
          ...draft,
          title: current.title,
          content: saying(`変更 ${round} 回目です`),
          rule: current.rule,
          schedule: NOW,
        }),
        submitForApproval(author, draft),
      ]);
      expect([save.ok, submit.ok].filter(Boolean)).toHaveLength(1);
    }
  });
  it("a role taken away in between approves nothing", async () => {
    const seen = await submitted();
    const leaving = await makePerson(base.db, "異動する人", ["approver"]);
    await base.db.delete(staffRoles).where(eq(staffRoles.staffId, leaving.actor.staffId));
    await expect(approve(leaving, seen)).rejects.toMatchObject({ code: "not-found" });
    const disabled = await makePerson(base.db, "停止した人", ["approver"]);
    await base.db.update(staff).set({ disabledAt: new Date() }).where(eq(staff.id, disabled.actor.staffId));
    await expect(approve(disabled, seen)).rejects.toMatchObject({ code: "not-found" });
    expect((await row(seen.id)).state).toBe("submitted");
  });
  it("a role being taken away waits for the approval, or the approval is refused: never both", async () => {
    for (let round = 0; round < 10; round++) {
      const seen = await submitted();
      const leaving = await makePerson(base.db, `異動${round}`, ["approver"]);
      const taken = base.db.transaction(async (tx) => {
        await tx.delete(staffRoles).where(eq(staffRoles.staffId, leaving.actor.staffId));
        return (
          await tx.select({ state: broadcasts.state }).from(broadcasts).where(eq(broadcasts.id, seen.id))
        )[0]?.state;
      });
      const [answer] = await Promise.all([
        approve(leaving, seen).then(
          (r) => r.ok,
          () => false,
        ),
        taken,
      ]);
      expect((await row(seen.id)).state).toBe(answer ? "approved" : "submitted");
      expect(await approvals(seen.id)).toBe(answer ? 1 : 0);
    }
  });
  it("schedules once", async () => {
    const seen = await submitted();
    await approve(approver, seen);
    const ask = { ...seen, when: "at-once" as const, count: 7, typed: ACCOUNT, reason: "" };
    const results = await Promise.all([
      schedule(author, ask),
      schedule(approver, ask),
      cancelBroadcast(author, { id: seen.id, reason: "" }),
    ]);
    // Cancelling one that was just scheduled is allowed; scheduling twice, or after it was cancelled, is not.
    expect(results.slice(0, 2).filter((r) => r.ok).length).toBeLessThanOrEqual(1);
    expect((await entriesOf(seen.id)).filter((k) => k === "scheduled").length).toBeLessThanOrEqual(1);
  });
});

describe("releasing", () => {
  const approved = async (change: Parameters<typeof makeDraft>[1] = {}) => {
    const seen = await submitted(author, change);
    await approve(approver, seen);
    return { ...seen, when: "at-once" as const, count: 7, typed: ACCOUNT, reason: "" };
  };
  it("wants the true count, the account's name for everybody, and no ringing at night", async () => {
    const ask = await approved();
    expect(await schedule(author, { ...ask, count: 100 })).toMatchObject({ reason: "count-moved" });
    expect(await schedule(author, { ...ask, typed: "架空" })).toMatchObject({ reason: "not-typed" });
    const night = { ...author, now: new Date("2026-11-22T13:00:00Z") };
    expect(await schedule(night, ask)).toMatchObject({ reason: "quiet-hours" });
    expect(await schedule(night, { ...ask, reason: "断水のため" })).toMatchObject({ ok: true });
    expect(await row(ask.id)).toMatchObject({ state: "scheduled", dueAt: night.now });
  });
  it("never before the approved time", async () => {
    const at = "2026-11-23T01:00:00.000Z";
    const ask = await approved({ schedule: { kind: "once", at } });
    expect(await schedule(author, ask)).toMatchObject({ reason: "past" });
    expect(await schedule(author, { ...ask, when: "planned" })).toMatchObject({ ok: true });
    expect((await row(ask.id)).dueAt?.toISOString()).toBe(at);
  });
  it("after the approved time only by a second person, who says why, and for a day", async () => {
    const at = "2026-11-22T04:00:00.000Z";
    const ask = await approved({ schedule: { kind: "once", at } });
    await schedule(author, { ...ask, when: "planned" });
    // Found late, and taken back by who wrote it.
    await base.db.update(broadcasts).set({ state: "late" }).where(eq(broadcasts.id, ask.id));
    const now = new Date("2026-11-22T05:00:00Z");
    expect(await unschedule({ ...author, now }, { id: ask.id })).toMatchObject({ ok: true });
    const why = { ...ask, reason: "停電で遅れたため" };
    expect(await schedule({ ...author, now }, why)).toMatchObject({ ok: false, reason: "late" });
    expect(await schedule({ ...author, now }, { ...why, when: "planned" })).toMatchObject({ reason: "past" });
    const second = { ...approver, now };
    expect(await schedule(second, ask)).toMatchObject({ ok: false, reason: "late-reason" });
    const dayAfter = new Date("2026-11-23T04:00:01Z");
    expect(await schedule({ ...approver, now: dayAfter }, why)).toMatchObject({ reason: "past" });
    const night = { ...approver, now: new Date("2026-11-22T12:00:00Z") };
    expect(await schedule(night, why)).toMatchObject({ reason: "late-night" });
    expect(await schedule(second, why)).toMatchObject({ ok: true });
    expect(await row(ask.id)).toMatchObject({ state: "scheduled", dueAt: now });
    const [entry] = await base.db
      .select()
      .from(broadcastEntries)
      .where(and(eq(broadcastEntries.broadcastId, ask.id), eq(broadcastEntries.reason, why.reason)));
    expect(entry).toMatchObject({ kind: "scheduled", actorId: approver.actor.staffId });
  });
  it("of an emergency is not kept waiting for a second person", async () => {
    const ask = await approved({
      kind: "emergency",
      schedule: { kind: "once", at: "2026-11-22T04:00:00.000Z" },
    });
    const now = new Date("2026-11-22T05:00:00Z");
    expect(await schedule({ ...author, now }, ask)).toMatchObject({ ok: true });
  });
  it("is not done without an approval", async () => {
    const seen = await submitted();
    const ask = { ...seen, when: "at-once" as const, count: 7, typed: ACCOUNT, reason: "" };
    expect(await schedule(author, ask)).toMatchObject({ reason: "state" });
  });
});
