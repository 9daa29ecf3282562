import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { broadcastEntries, broadcasts, broadcastVersions } from "@/db/schema";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { saveDraft } from "../draft/commands";
import { getBroadcast, getVersion } from "../queries";
import { cancelBroadcast, sendEmergency, unschedule } from "../release/commands";
import { NOW } from "../schedule";
import { ACCOUNT, makeCity, makeDraft, makeFriends, makePerson, saying } from "../testing/desk";
import { approveAfter, objectAfter, submitForApproval } from "./commands";

const base = testDatabase();
let author: Ctx<StaffActor>;
let approver: Ctx<StaffActor>;
beforeAll(async () => {
  await makeCity(base.db);
  await makeFriends(base.db, 7);
  author = await makePerson(base.db, "広報 花子", ["author"]);
  approver = await makePerson(base.db, "課長 太郎", ["approver"]);
});

const row = async (id: string) => (await getBroadcast(approver, { id })).row;
const seenOf = async (id: string) => {
  const { version } = await row(id);
  if (version === null) throw new Error("no version");
  return { id, version, hash: (await getVersion(approver, { id, version })).hash };
};

describe("an emergency", () => {
  const ask = (draft: { id: string; revision: number }) => ({ ...draft, count: 7, typed: ACCOUNT });
  it("one person with the right sends at once; a second one still looks", async () => {
    const chief = await makePerson(base.db, "危機管理", ["author", "approver"]);
    const draft = await makeDraft(chief, {
      kind: "emergency",
      content: saying("ただちに高い所へ避難してください。"),
    });
    expect(await sendEmergency(author, ask(draft))).toMatchObject({ reason: "role" });
    expect(await sendEmergency(chief, ask(draft))).toMatchObject({ ok: true });
    expect(await row(draft.id)).toMatchObject({ state: "scheduled", approvalOwed: true, version: 1 });
    const seen = await seenOf(draft.id);
    expect(await approveAfter(chief, seen)).toMatchObject({ reason: "own" });
    const [first, second] = await Promise.all([
      approveAfter(approver, seen),
      objectAfter(approver, { ...seen, reason: "範囲が広すぎる" }),
    ]);
    expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1);
    expect((await row(draft.id)).approvalOwed).toBe(false);
  });
  it("taken back before it went out was approved by nobody: a draft again, with nothing owed", async () => {
    const chief = await makePerson(base.db, "危機管理", ["author", "approver"]);
    const draft = await makeDraft(chief, { kind: "emergency" });
    expect(await sendEmergency(chief, ask(draft))).toMatchObject({ ok: true });
    expect(await unschedule(chief, { id: draft.id })).toMatchObject({ ok: true });
    expect(await row(draft.id)).toMatchObject({ state: "draft", approvalOwed: false, version: null });
    const again = await submitForApproval(chief, { id: draft.id, revision: (await row(draft.id)).revision });
    expect(again).toMatchObject({ ok: true, value: { version: 2 } });
    expect(
      await sendEmergency(chief, ask({ id: draft.id, revision: (await row(draft.id)).revision })),
    ).toMatchObject({
      ok: true,
    });
    expect(await cancelBroadcast(chief, { id: draft.id, reason: "誤り" })).toMatchObject({ ok: true });
    expect(await row(draft.id)).toMatchObject({ state: "cancelled", approvalOwed: false });
  });
  it("that a second person objects to goes back while nobody was written to; later the word stands and stops nothing", async () => {
    const chief = await makePerson(base.db, "危機管理", ["author", "approver"]);
    const draft = await makeDraft(chief, { kind: "emergency" });
    const reason = "範囲が広すぎる";
    expect(await sendEmergency(chief, ask(draft))).toMatchObject({ ok: true });
    expect(await objectAfter(approver, { ...(await seenOf(draft.id)), reason })).toMatchObject({ ok: true });
    expect(await row(draft.id)).toMatchObject({
      state: "returned",
      approvalOwed: false,
      version: null,
      dueAt: null,
    });
    expect(await getVersion(chief, { id: draft.id, version: 1 })).toMatchObject({
      decision: "returned",
      reason,
    });
    // Set right, it goes out as any other.
    const again = ask({ id: draft.id, revision: (await row(draft.id)).revision });
    expect(await sendEmergency(chief, again)).toMatchObject({ ok: true, value: { version: 2 } });
    await base.db.update(broadcasts).set({ state: "sending" }).where(eq(broadcasts.id, draft.id));
    expect(await objectAfter(approver, { ...(await seenOf(draft.id)), reason })).toMatchObject({ ok: true });
    expect(await row(draft.id)).toMatchObject({ state: "sending", approvalOwed: false, version: 2 });
    const entries = await base.db
      .select({ kind: broadcastEntries.kind, reason: broadcastEntries.reason })
      .from(broadcastEntries)
      .where(eq(broadcastEntries.broadcastId, draft.id))
      .orderBy(broadcastEntries.id);
    expect(entries.map(({ kind }) => kind)).toEqual([
      "created",
      "approval_owed",
      "undone",
      "returned",
      "approval_owed",
      "objected_after",
    ]);
    expect(entries.at(-1)?.reason).toBe(reason);
  });
  it("a routine message never goes out that way", async () => {
    const chief = await makePerson(base.db, "危機管理", ["administrator"]);
    expect(await sendEmergency(chief, ask(await makeDraft(chief)))).toMatchObject({ reason: "kind" });
  });
  it("never goes out with words that somebody else saved and asked for meanwhile", async () => {
    const chief = await makePerson(base.db, "危機管理", ["administrator"]);
    const draft = await makeDraft(chief, { kind: "emergency", content: saying("避難してください。") });
    const { title, rule } = await row(draft.id);
    const content = saying("避難は解除されました。");
    const saved = await saveDraft(author, { ...draft, title, content, rule, schedule: NOW });
    if (!saved.ok) throw new Error("save");
    const theirs = { id: draft.id, revision: saved.value.revision };
    expect(await sendEmergency(chief, ask(draft))).toMatchObject({ reason: "conflict" });
    expect(await submitForApproval(author, theirs)).toMatchObject({ ok: true });
    expect(await sendEmergency(chief, ask(draft))).toMatchObject({ reason: "conflict" });
    expect((await row(draft.id)).state).toBe("submitted");
    // Whoever has read them may send them.
    expect(await sendEmergency(chief, ask(theirs))).toMatchObject({ ok: true });
    expect(await getVersion(chief, { id: draft.id, version: 1 })).toMatchObject({ content });
  });
  it("goes out once, however often it is pressed", async () => {
    const chief = await makePerson(base.db, "危機管理", ["administrator"]);
    const draft = await makeDraft(chief, { kind: "emergency" });
    const results = await Promise.all([1, 2, 3].map(() => sendEmergency(chief, ask(draft))));
    expect(results.filter((r) => r.ok)).toHaveLength(1);
    const versions = await base.db
      .select()
      .from(broadcastVersions)
      .where(and(eq(broadcastVersions.broadcastId, draft.id)));
    expect(versions).toHaveLength(1);
  });
});
