import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEntries, broadcastBatches, broadcasts, friends } from "@/db/schema";
import { approve, submitForApproval } from "@/lib/broadcasts/approval/commands";
import { correctBroadcast, saveDraft } from "@/lib/broadcasts/draft/commands";
import { explainBroadcast } from "@/lib/broadcasts/explain/commands";
import { ARRIVAL_WORDS } from "@/lib/broadcasts/messages";
import { getBroadcast, getVersion } from "@/lib/broadcasts/queries";
import { cancelBroadcast, schedule as scheduleApproved } from "@/lib/broadcasts/release/commands";
import { makePerson, NOON, saying } from "@/lib/broadcasts/testing/desk";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { startSettings } from "@/lib/core/env";
import { testDatabase } from "@/lib/core/testing/database";
import { stubSettings } from "@/lib/core/testing/settings";
import { residentCode } from "@/lib/segments/queries";
import { EVERYONE } from "@/lib/segments/rule";
import { retireOldKeys } from "./batches/commands";
import { finishBroadcasts, pauseBroadcast, resumeBroadcast, stopBroadcast } from "./commands";
import { freezeBroadcast } from "./freeze/commands";
import { getProgress } from "./queries";
import {
  addFriends,
  answered,
  attempt,
  claim,
  linePretending,
  release,
  render,
  SILENT,
  schedule,
  system,
} from "./testing/house";

const at = testDatabase();
let author: Ctx<StaffActor>;
let approver: Ctx<StaffActor>;
beforeAll(async () => {
  stubSettings(at.url);
  startSettings("web");
  author = await makePerson(at.db, "広報 花子", ["author"]);
  approver = await makePerson(at.db, "課長 太郎", ["approver"]);
});
beforeEach(async () => {
  await at.db.execute(
    sql`truncate channel_state, broadcast_insights, broadcast_entries, broadcast_batches, broadcast_versions, broadcasts, friends cascade`,
  );
});

const recipients = async (id: string, state?: string) =>
  (await at.db.select().from(broadcastBatches).where(eq(broadcastBatches.broadcastId, id)))
    .filter((batch) => state === undefined || batch.state === state)
    .flatMap((batch) => batch.friendIds)
    .sort((a, b) => a - b);

/** Twenty friends, batches of four: one accepted, one never answered, then stopped by a person. */
async function stoppedHalfWay(): Promise<string> {
  await addFriends(at.db, 20);
  const id = await schedule(at.db, { authorId: author.actor.staffId });
  await release(at.db, id, 4);
  const line = linePretending(answered(200), SILENT);
  for (const batch of await claim(at.db, "w1", 2)) await attempt(at.db, line, batch);
  await stopBroadcast(approver, { id });
  await at.db.execute(
    sql`update broadcast_batches set first_attempt_at = now() - interval '24 hours' where may_have_arrived`,
  );
  await retireOldKeys(system(at.db));
  await finishBroadcasts(system(at.db));
  return id;
}

/** Through the desk, as any broadcast: asked for, approved, scheduled, frozen. */
async function sendCorrection(id: string): Promise<void> {
  const { row } = await getBroadcast(author, { id });
  const asked = await submitForApproval(author, { id, revision: row.revision });
  if (!asked.ok) throw new Error(asked.reason);
  const { hash, countThen } = await getVersion(author, { id, version: 1 });
  const seen = { id, version: 1, hash };
  expect(await approve(approver, seen)).toMatchObject({ ok: true });
  const planned = { ...seen, when: "at-once" as const, count: countThen ?? 0, typed: "", reason: "" };
  expect(await scheduleApproved(approver, planned)).toMatchObject({ ok: true });
  await at.db.execute(sql`update broadcasts set due_at = now() - interval '1 second' where id = ${id}`);
  await freezeBroadcast(system(at.db), id, { render });
}
const correct = async (id: string, kind: "correction" | "withdrawal" = "correction") => {
  const made = await correctBroadcast(author, { id, kind });
  if (!made.ok) throw new Error(made.reason);
  return made.value.id;
};

describe("a correction", () => {
  it("goes to those LINE accepted and those nobody knows of, not to those a stop left out", async () => {
    const id = await stoppedHalfWay();
    expect(await getProgress(system(at.db), id)).toMatchObject({ accepted: 4, unknown: 4, skipped: 12 });
    const reached = [...(await recipients(id, "accepted")), ...(await recipients(id, "unknown"))];
    reached.sort((a, b) => a - b);
    const own = await correct(id);
    await sendCorrection(own);
    expect(await recipients(own)).toEqual(reached);
    // And one of the correction, to those the correction reached.
    await at.db.execute(sql`update broadcast_batches set state = 'accepted' where broadcast_id = ${own}`);
    await at.db
      .update(broadcasts)
      .set({ state: "sent", firstAcceptedAt: NOON })
      .where(eq(broadcasts.id, own));
    const again = await correct(own, "withdrawal");
    await sendCorrection(again);
    expect(await recipients(again)).toEqual(reached);
  });

  it("a resident who asks after it hears what became of their own batch", async () => {
    const id = await stoppedHalfWay();
    const ask = async (friendId: number | undefined, broadcastId = id, who = approver) => {
      const code = residentCode(who, friendId ?? 0);
      return explainBroadcast(who, { id: broadcastId, who: code });
    };
    const [reached] = await recipients(id, "accepted");
    const [unsure] = await recipients(id, "unknown");
    const [left] = await recipients(id, "skipped");
    expect(await ask(reached)).toMatchObject({ ok: true, value: { reached: true } });
    expect(await ask(unsure)).toMatchObject({ value: { reached: false, reasons: [ARRIVAL_WORDS.unknown] } });
    expect(await ask(left)).toMatchObject({ value: { reached: false, reasons: [ARRIVAL_WORDS.skipped] } });
    const own = await correct(id);
    // A draft's rule may not be tried on anybody.
    expect(await ask(reached, own)).toMatchObject({ ok: false, reason: "undecided" });
    const nobody = { ...approver, actor: { ...approver.actor, roles: [] } };
    await expect(ask(reached, id, nobody)).rejects.toMatchObject({ code: "not-found" });
    const onlyLooks = { role: "viewer" as const, sectionId: null };
    const viewer = { ...approver, actor: { ...approver.actor, roles: [onlyLooks] } };
    await expect(ask(reached, id, viewer)).rejects.toMatchObject({ code: "forbidden" });
    expect(
      (await at.db.select().from(auditEntries)).filter((e) => e.action === "broadcast.explain"),
    ).toHaveLength(3);
  });

  it("keeps a paused original from going on with the old words, until it is called off", async () => {
    await addFriends(at.db, 12);
    const id = await schedule(at.db, { authorId: author.actor.staffId });
    await release(at.db, id, 4);
    const line = linePretending(answered(200));
    for (const batch of await claim(at.db, "w1", 1)) await attempt(at.db, line, batch);
    expect(await pauseBroadcast(approver, { id })).toMatchObject({ ok: true });
    const own = await correct(id);
    expect(await resumeBroadcast(approver, { id })).toMatchObject({ ok: false, reason: "corrected" });
    expect((await getBroadcast(author, { id })).row.state).toBe("paused");
    expect(await claim(at.db)).toEqual([]);
    expect(await cancelBroadcast(author, { id: own, reason: "" })).toMatchObject({ ok: true });
    expect(await resumeBroadcast(approver, { id })).toMatchObject({ ok: true });
    // Stopping is always open.
    await pauseBroadcast(approver, { id });
    await correct(id);
    expect(await stopBroadcast(approver, { id })).toMatchObject({ ok: true });
  });

  it("is not for anybody to address: whatever is saved, its audience stays", async () => {
    const id = await stoppedHalfWay();
    const own = await correct(id);
    const { row } = await getBroadcast(author, { id: own });
    await saveDraft(author, { ...row, content: saying("正しくは23日です。"), rule: EVERYONE });
    expect((await getBroadcast(author, { id: own })).row.rule).toEqual({ op: "received", broadcastId: id });
    await sendCorrection(own);
    const left = await recipients(id, "skipped");
    expect(await recipients(own)).toEqual((await recipients(id)).filter((each) => !left.includes(each)));
  });

  it("waits while what it corrects is still going out: whoever is reached meanwhile is not missed", async () => {
    await addFriends(at.db, 20);
    const id = await schedule(at.db, { authorId: author.actor.staffId });
    await release(at.db, id, 4);
    const [first, inFlight] = await claim(at.db, "w1", 2);
    if (!first || !inFlight) throw new Error("no batches");
    const line = linePretending();
    await attempt(at.db, line, first);
    const own = await correct(id);
    await sendCorrection(own);
    const frozen = async () => {
      await freezeBroadcast(system(at.db), own, { render });
      return (await getBroadcast(author, { id: own })).row.state;
    };
    expect(await frozen()).toBe("scheduled");
    await stopBroadcast(approver, { id });
    // A call is under way: its four are about to be reached.
    expect(await frozen()).toBe("scheduled");
    await attempt(at.db, line, inFlight);
    expect(await frozen()).toBe("held");
    expect(await recipients(own)).toHaveLength(8);
    expect(await recipients(own)).toEqual(await recipients(id, "accepted"));
  });

  it("leaves out who has blocked the account or stopped everything since", async () => {
    const id = await stoppedHalfWay();
    const [blocked, stopped, ...others] = await recipients(id, "accepted");
    const unsure = await recipients(id, "unknown");
    await at.db
      .update(friends)
      .set({ state: "blocked" })
      .where(eq(friends.id, Number(blocked)));
    await at.db
      .update(friends)
      .set({ stoppedAt: NOON })
      .where(eq(friends.id, Number(stopped)));
    const own = await correct(id, "withdrawal");
    await sendCorrection(own);
    expect(await recipients(own)).toEqual([...others, ...unsure].sort((a, b) => a - b));
  });

  it("is refused while nobody was reached", async () => {
    await addFriends(at.db, 4);
    const id = await schedule(at.db, { authorId: author.actor.staffId });
    expect(await correctBroadcast(author, { id, kind: "correction" })).toMatchObject({ reason: "state" });
    await release(at.db, id);
    expect(await correctBroadcast(author, { id, kind: "correction" })).toMatchObject({
      reason: "not-reached",
    });
  });
});
