import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { broadcastEntries, channelState } from "@/db/schema";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { acceptBatches, claimBatches, extendBatches, retireOldKeys, returnBatches } from "./batches/commands";
import { resumeChannel } from "./channel/commands";
import { finishBroadcasts, pauseBroadcast, resumeBroadcast, stopBroadcast } from "./commands";
import { getProgress } from "./queries";
import {
  addFriends,
  answered,
  attempt,
  claim,
  clear,
  linePretending,
  lookInto,
  person,
  release,
  SILENT,
  schedule,
  system,
} from "./testing/house";

const at = testDatabase();
let author: Ctx<StaffActor>;

beforeEach(async () => {
  await clear(at.db);
  author = await person(at.db, "author", "approver");
});

const authorId = () => author.actor.staffId;
const { stateOf, batchesOf } = lookInto(at);
const channel = async () => (await at.db.select().from(channelState))[0];

/** Every batch of a broadcast, sent as the pretended platform answers. */
async function sendAll(line: ReturnType<typeof linePretending>, owner = "w1"): Promise<void> {
  for (let n = 0; n < 100; n++) {
    const [batch] = await claim(at.db, owner);
    if (!batch) return;
    await attempt(at.db, line, batch, owner);
    await at.db.execute(sql`update broadcast_batches set next_attempt_at = null`);
  }
  throw new Error("never done");
}

describe("sending", () => {
  const begin = async (recipients: number, batchSize: number) => {
    await addFriends(at.db, recipients);
    const id = await schedule(at.db, { authorId: authorId() });
    await release(at.db, id, batchSize);
    return id;
  };

  it("commits the attempt before the call, and takes a batch past its lease with the same key", async () => {
    const id = await begin(5, 500);
    const [first] = await claim(at.db, "w1");
    expect((await batchesOf(id))[0]).toMatchObject({ state: "sending", attempts: 1, leaseOwner: "w1" });
    expect(await claim(at.db, "w2", 5)).toHaveLength(1); // the other language's
    await at.db.execute(sql`update broadcast_batches set lease_until = now() + interval '1 s'`);
    const batches = first ? [first] : [];
    await extendBatches(system(at.db), { owner: "w1", leaseMs: 20_000, batches });
    // Kept by name: what a worker lost sight of runs out, however busy it is.
    const kept = (await batchesOf(id)).map(
      (batch) => (batch.leaseUntil?.getTime() ?? 0) > Date.now() + 5_000,
    );
    expect(kept).toEqual([true, false]);
    await at.db.execute(sql`update broadcast_batches set lease_until = now() + interval '20 s'`);
    expect(await claim(at.db, "w2", 5)).toEqual([]);
    await at.db.execute(
      sql`update broadcast_batches set lease_until = now() - interval '1 s' where lease_owner = 'w1'`,
    );
    const [again] = await claim(at.db, "w2");
    expect(again).toMatchObject({ retryKey: first?.retryKey, mayHaveArrived: true, attempts: 2 });
    expect(again?.lineUserIds).toEqual(first?.lineUserIds);
    const settle = (owner: string, batch: typeof first) =>
      acceptBatches(system(at.db), {
        owner,
        taken: batch ? [{ batch, httpStatus: 200, requestId: "r" }] : [],
      });
    expect(await settle("w1", first)).toEqual([false]);
    expect(await settle("w2", again)).toEqual([true]);
  });

  it("writes down many acceptances at once, and leaves out those whose lease another has", async () => {
    const id = await begin(50, 5);
    const taken = await claim(at.db, "w1", 10);
    const [lost, ...rest] = taken;
    await at.db.execute(
      sql`update broadcast_batches set lease_owner = 'w2', attempts = 2 where broadcast_id = ${id} and n = ${lost?.n}`,
    );
    const accepted = taken.map((batch, n) => ({
      batch,
      httpStatus: n === 1 ? 409 : 200,
      requestId: `r${n}`,
    }));
    const settled = await acceptBatches(system(at.db), { owner: "w1", taken: accepted.reverse() });
    expect(settled).toEqual([...rest.map(() => true), false]);
    const now = await batchesOf(id);
    expect(now.find(({ n }) => n === lost?.n)).toMatchObject({ state: "sending", leaseOwner: "w2" });
    expect(now.find(({ n }) => n === taken[1]?.n)).toMatchObject({
      state: "accepted",
      httpStatus: 409,
      lineRequestId: "r1",
    });
    expect(await getProgress(system(at.db), id)).toMatchObject({ total: 50, accepted: 45 });
  });

  it("heartbeats and acceptances of the same batches never wait for each other in a circle", async () => {
    await begin(200, 1);
    const taken = await claim(at.db, "w1", 200);
    const accepted = taken.map((batch) => ({ batch, httpStatus: 200, requestId: null })).reverse();
    const extend = () => extendBatches(system(at.db), { owner: "w1", leaseMs: 20_000, batches: taken });
    const settled = await Promise.all([
      ...[0, 1, 2, 3].map((part) =>
        acceptBatches(system(at.db), { owner: "w1", taken: accepted.filter((_, n) => n % 4 === part) }),
      ),
      ...[0, 1, 2, 3].map(() => extend().then(() => [true])),
    ]);
    expect(settled.flat().every(Boolean)).toBe(true);
  });

  it("200 and 409 are accepted, in between it is asked with the same key", async () => {
    const id = await begin(5, 500);
    const line = linePretending(SILENT, answered(500), answered(409), answered(200));
    await sendAll(line);
    expect(new Set(line.calls.map((call) => call.retryKey)).size).toBe(2);
    expect(await finishBroadcasts(system(at.db))).toBe(1);
    expect(await getProgress(system(at.db), id)).toMatchObject({ total: 5, accepted: 5 });
    expect(await stateOf(id)).toBe("sent");
  });

  it("isolates one refused recipient; the others get it, each once", async () => {
    const id = await begin(50, 500);
    const bad = (await batchesOf(id))[0]?.friendIds[7];
    const { rows } = await at.db.execute<{ user: string }>(
      sql`select line_user_id as user from friends where id = ${bad}`,
    );
    const refused = rows[0]?.user ?? "";
    const line = linePretending();
    const got: string[] = [];
    let calls = 0;
    line.tools.line.multicast = async ({ to }) => {
      calls += 1;
      const place = to.indexOf(refused);
      if (place >= 0)
        return answered(
          400,
          `The property, to[${place}], in the request body is invalid (line: -, column: -)`,
        );
      got.push(...to);
      return answered(200);
    };
    await sendAll(line);
    await finishBroadcasts(system(at.db));
    expect(new Set(got).size).toBe(49);
    expect(got).toHaveLength(49);
    expect(calls).toBeLessThanOrEqual(5);
    expect(await getProgress(system(at.db), id)).toMatchObject({ total: 50, accepted: 49, failed: 1 });
    expect(await stateOf(id)).toBe("partly_failed");
  });

  it("finds a refused recipient LINE does not name in at most log2 halvings", async () => {
    const id = await begin(400, 500);
    const bad = (await batchesOf(id))[0]?.friendIds[200];
    const { rows } = await at.db.execute<{ user: string }>(
      sql`select line_user_id as user from friends where id = ${bad}`,
    );
    const line = linePretending();
    let refusals = 0;
    line.tools.line.multicast = async ({ to }) => {
      if (!to.includes(rows[0]?.user ?? "")) return answered(200);
      refusals += 1;
      return answered(400, "The property, to, in the request body is invalid");
    };
    await sendAll(line);
    expect(refusals).toBeLessThanOrEqual(10);
    expect(await getProgress(system(at.db), id)).toMatchObject({ total: 400, accepted: 399, failed: 1 });
  });

  it("messages LINE refuses halt the broadcast openly; another wording may still go out", async () => {
    const id = await begin(50, 10);
    const line = linePretending(answered(400, "The request body has 1 error(s)"));
    const [batch] = await claim(at.db);
    if (batch) await attempt(at.db, line, batch);
    expect(await getProgress(system(at.db), id)).toMatchObject({ failed: 40, pending: 10 });
    expect(await stateOf(id)).toBe("paused");
    expect(await claim(at.db)).toEqual([]);
    await resumeBroadcast(author, { id });
    await sendAll(line);
    await finishBroadcasts(system(at.db));
    expect(await stateOf(id)).toBe("partly_failed");
  });

  it("a spent month pauses with the exact shortage, and goes on after the top-up", async () => {
    const id = await begin(50, 10);
    const line = linePretending(answered(429, "You have reached your monthly limit."));
    line.leave(15);
    const [batch] = await claim(at.db);
    if (batch) await attempt(at.db, line, batch);
    const [entry] = (
      await at.db.select().from(broadcastEntries).where(eq(broadcastEntries.broadcastId, id))
    ).filter((e) => e.kind === "paused");
    expect(entry).toMatchObject({ reason: "quota-spent", detail: { open: 50, left: 15, short: 35 } });
    await resumeBroadcast(author, { id });
    await sendAll(line);
    expect(await getProgress(system(at.db), id)).toMatchObject({ accepted: 50 });
  });

  it("401 pauses the channel: nobody takes another batch until a person says so", async () => {
    const id = await begin(50, 10);
    const line = linePretending(answered(401));
    const [batch] = await claim(at.db);
    if (batch) await attempt(at.db, line, batch);
    expect(await claim(at.db, "w2", 10)).toEqual([]);
    expect((await channel())?.pausedReason).toBe("http-401");
    const admin = await person(at.db, "administrator");
    await expect(resumeChannel(author)).rejects.toMatchObject({ code: "forbidden" });
    expect(await resumeChannel(admin)).toEqual({ ok: true, value: null });
    await sendAll(line);
    expect(await getProgress(system(at.db), id)).toMatchObject({ accepted: 50 });
  });

  it("an emergency goes before what is already going out", async () => {
    const routine = await begin(20, 5);
    await claim(at.db, "w1", 1);
    const urgent = await schedule(at.db, { authorId: authorId(), kind: "emergency" });
    await release(at.db, urgent, 5);
    const next = await claim(at.db, "w1", 6);
    expect(next.map((b) => b.broadcastId === urgent)).toEqual([true, true, true, true, true, false]);
    expect((await getProgress(system(at.db), routine)).total).toBe(20);
  });

  it("a stop skips what was not begun and still asks about what is in doubt", async () => {
    const id = await begin(20, 5);
    const line = linePretending(SILENT);
    const [batch] = await claim(at.db);
    if (batch) await attempt(at.db, line, batch);
    await stopBroadcast(author, { id });
    await at.db.execute(sql`update broadcast_batches set next_attempt_at = null`);
    expect(await finishBroadcasts(system(at.db))).toBe(0);
    await sendAll(line);
    expect(await finishBroadcasts(system(at.db))).toBe(1);
    expect(await getProgress(system(at.db), id)).toMatchObject({ total: 20, accepted: 5, skipped: 15 });
    expect(await stateOf(id)).toBe("stopped");
    expect(line.calls[0]?.retryKey).toBe(line.calls[1]?.retryKey);
  });

  it("pauses and resumes at the batch boundary", async () => {
    const id = await begin(20, 5);
    const line = linePretending();
    for (let n = 0; n < 5; n++) {
      const [batch] = await claim(at.db);
      if (batch) await attempt(at.db, line, batch);
      await pauseBroadcast(author, { id });
      expect(await claim(at.db)).toEqual([]);
      await resumeBroadcast(author, { id });
    }
    await finishBroadcasts(system(at.db));
    expect(await stateOf(id)).toBe("sent");
    expect(new Set(line.calls.flatMap((call) => call.to)).size).toBe(20);
    expect(line.calls.flatMap((call) => call.to)).toHaveLength(20);
  });

  it("a key older than 23 hours is never used again: in doubt is unknown, surely refused goes on with another", async () => {
    const id = await begin(5, 500);
    const [doubt] = await claim(at.db);
    const [refused] = await claim(at.db);
    const line = linePretending(
      SILENT,
      answered(429, "The API rate limit has been exceeded. Try again later."),
    );
    for (const batch of [doubt, refused]) if (batch) await attempt(at.db, line, batch);
    await at.db.execute(
      sql`update broadcast_batches set first_attempt_at = now() - interval '23 hours 1 second', next_attempt_at = null`,
    );
    expect(await claim(at.db)).toEqual([]);
    expect(await retireOldKeys(system(at.db))).toBe(2);
    const [fresh] = await claim(at.db);
    expect(fresh?.retryKey).not.toBe(refused?.retryKey);
    expect(fresh?.lineUserIds).toEqual(refused?.lineUserIds);
    expect(await getProgress(system(at.db), id)).toMatchObject({
      total: 5,
      unknown: doubt?.size,
      sending: refused?.size,
    });
  });

  it("a key that grew too old in a worker's hands is not called for either", async () => {
    const id = await begin(5, 500);
    const [fresh] = await claim(at.db);
    const [doubt] = await claim(at.db);
    if (!fresh || !doubt) throw new Error("nothing to send");
    await attempt(at.db, linePretending(SILENT), doubt);
    await at.db.execute(sql`update broadcast_batches set next_attempt_at = null`);
    const [again] = await claim(at.db);
    if (!again) throw new Error("nothing in doubt");
    await at.db.execute(sql`update broadcast_batches set first_attempt_at = now() - interval '30 hours'`);
    const line = linePretending();
    line.tools.clock = () => Date.now() + 30 * 3_600_000;
    for (const batch of [fresh, again]) expect(await attempt(at.db, line, batch)).toBe("works");
    expect(line.calls).toEqual([]);
    await retireOldKeys(system(at.db));
    // Nobody was ever called for the one; of the other nobody knows.
    const states = (await batchesOf(id)).map(({ n, state, attempts }) => [n, state, attempts]);
    expect(states).toEqual([
      [fresh.n, "pending", 0],
      [again.n, "unknown", 1],
    ]);
  });

  it("how old a key is does not depend on a worker's own clock", async () => {
    await begin(5, 500);
    const ahead = { ...system(at.db), now: new Date(Date.now() + 25 * 3_600_000) };
    const [batch] = await claimBatches(ahead, { owner: "w1", leaseMs: 20_000, limit: 1 });
    expect(Math.abs((batch?.firstAttemptAt.getTime() ?? 0) - ahead.now.getTime())).toBeLessThan(5_000);
  });

  it("gives back what it took and did not call for, as if never taken", async () => {
    const id = await begin(5, 500);
    const before = await batchesOf(id);
    const taken = await claim(at.db, "w1", 9);
    await returnBatches(system(at.db), { owner: "w1", batches: taken });
    expect(await batchesOf(id)).toEqual(before);
  });

  it("a clock set back two hours does not leave batches lying", async () => {
    await begin(5, 500);
    await claim(at.db, "w1", 9);
    await at.db.execute(
      sql`update broadcast_batches set lease_until = now() + interval '2 hours' where spoken = 0`,
    );
    await at.db.execute(
      sql`update broadcast_batches set state = 'pending', next_attempt_at = now() + interval '2 hours' where spoken = 2`,
    );
    expect(await claim(at.db, "w2", 9)).toHaveLength(2);
  });
});
