import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { broadcastEntries, broadcasts } from "@/db/schema";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { retireOldKeys } from "../batches/commands";
import { pauseChannel, resumeChannel } from "../channel/commands";
import { pauseBroadcast, resumeBroadcast } from "../commands";
import { keepSchedule } from "../jobs";
import { countWaiting } from "../queries";
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
  render,
  SILENT,
  schedule,
  system,
} from "../testing/house";

const at = testDatabase();
const NOON = new Date("2026-11-22T03:00:00Z");
const NIGHT = new Date("2026-11-22T17:00:00Z");
let approver: Ctx<StaffActor>;
let authorId = 0;

beforeEach(async () => {
  await clear(at.db);
  approver = await person(at.db, "approver");
  authorId = (await person(at.db, "author")).actor.staffId;
});

const { stateOf, batchesOf } = lookInto(at);
const rowOf = async (id: string) => (await at.db.select().from(broadcasts).where(eq(broadcasts.id, id)))[0];
const keep = () => keepSchedule(system(at.db), render);

/** Released to twenty residents in five batches: so many are sent as the platform answers. */
async function begin(kind: "routine" | "emergency", sent = 1, line = linePretending()): Promise<string> {
  await at.db.execute(sql`truncate friends cascade`);
  await addFriends(at.db, 20);
  const id = await schedule(at.db, { kind, authorId });
  await release(at.db, id, 4);
  for (const batch of await claim(at.db, "w1", sent)) await attempt(at.db, line, batch);
  return id;
}

/** So long ago is everything that happened to it. */
async function age(id: string, by: string): Promise<void> {
  const ago = sql`make_interval(secs => extract(epoch from ${by}::interval)::float8)`;
  await at.db.execute(sql`update broadcasts set due_at = due_at - ${ago}, frozen_at = frozen_at - ${ago},
    released_at = released_at - ${ago} where id = ${id}`);
  await at.db.execute(sql`update broadcast_batches set first_attempt_at = first_attempt_at - ${ago}, settled_at = settled_at - ${ago},
    next_attempt_at = next_attempt_at - ${ago}, lease_until = lease_until - ${ago} where broadcast_id = ${id}`);
  await at.db.execute(sql`update broadcast_entries set at = at - ${ago} where broadcast_id = ${id}`);
}

/** As far as `now`, by a person's clock, everything is so long ago. */
async function dueBefore(id: string, now: Date, hours: number): Promise<void> {
  const then = new Date(now.getTime() - hours * 3_600_000);
  await at.db.update(broadcasts).set({ dueAt: then, releasedAt: then }).where(eq(broadcasts.id, id));
  await at.db.execute(sql`update broadcast_batches set settled_at = ${then.toISOString()}::timestamptz
    where broadcast_id = ${id} and settled_at is not null`);
}

describe("what was released and then stood still", () => {
  it("for five days without a worker: the next one takes nothing, and a person is asked", async () => {
    const id = await begin("emergency");
    await age(id, "5 days");
    // The sender looks before the scheduler does, and again after keys were given up.
    expect(await claim(at.db, "w2", 20)).toEqual([]);
    await retireOldKeys(system(at.db));
    expect(await claim(at.db, "w2", 20)).toEqual([]);
    await keep();
    expect(await rowOf(id)).toMatchObject({ state: "paused", pausedReason: "stalled" });
    expect(await claim(at.db, "w2", 20)).toEqual([]);
    const entries = await at.db.select().from(broadcastEntries).where(eq(broadcastEntries.broadcastId, id));
    expect(entries.at(-1)).toMatchObject({ kind: "paused", actorId: null, reason: "stalled" });
    expect((await countWaiting(system(at.db))).held).toMatchObject({ stalled: 1, paused: 0 });
    const refusal = await resumeBroadcast(approver, { id });
    expect(refusal).toMatchObject({ ok: false, reason: "too-late" });
    expect(refusal.ok ? "" : refusal.message).toMatch(/停止する/);
  });

  it("for a shorter time than a due one may be late: it goes on by itself", async () => {
    const id = await begin("routine");
    await age(id, "14 minutes");
    await keep();
    expect(await stateOf(id)).toBe("sending");
    expect(await claim(at.db, "w2", 20)).toHaveLength((await batchesOf(id)).length - 1);
  });

  it("goes on when a person says so, and does not stall again at once", async () => {
    const id = await begin("emergency");
    await age(id, "20 minutes");
    await keep();
    expect(await stateOf(id)).toBe("paused");
    expect(await resumeBroadcast(approver, { id })).toMatchObject({ ok: true });
    await keep();
    expect(await stateOf(id)).toBe("sending");
    expect((await claim(at.db, "w2", 20)).length).toBeGreaterThan(0);
  });

  it("what is in doubt is asked about with its key all the same, and lets nothing else go", async () => {
    const id = await begin("routine", 2, linePretending(SILENT));
    const doubt = (await batchesOf(id)).find((batch) => batch.mayHaveArrived);
    await age(id, "20 minutes");
    expect(await claim(at.db, "w2", 20)).toEqual([]);
    await keep();
    const line = linePretending(answered(409));
    const again = await claim(at.db, "w2", 20);
    expect(again.map((batch) => batch.retryKey)).toEqual([doubt?.retryKey]);
    for (const batch of again) await attempt(at.db, line, batch, "w2");
    expect(await claim(at.db, "w2", 20)).toEqual([]);
    expect(await stateOf(id)).toBe("paused");
  });

  it("is not paused when all of it is in doubt: there are no new words to ask about", async () => {
    const id = await begin("routine", 20, linePretending(...Array.from({ length: 20 }, () => SILENT)));
    await age(id, "20 minutes");
    await keep();
    expect(await stateOf(id)).toBe("sending");
    expect((await claim(at.db, "w2", 20)).every((batch) => batch.mayHaveArrived)).toBe(true);
  });

  it.each([
    ["429: it is slow, and gets on", answered(429, "The API rate limit has been exceeded."), "sending"],
    ["500: nobody is reached", answered(500), "paused"],
    ["silence: nobody is reached", SILENT, "paused"],
  ])("while LINE answers with %s", async (_name, answer, state) => {
    const id = await begin("emergency");
    await age(id, "20 minutes");
    await at.db.execute(
      sql`update broadcasts set released_at = now() - interval '10 minutes' where id = ${id}`,
    );
    for (const batch of await claim(at.db, "w1", 2)) await attempt(at.db, linePretending(answer), batch);
    await at.db.execute(
      sql`update broadcasts set released_at = now() - interval '20 minutes' where id = ${id}`,
    );
    await keep();
    expect(await stateOf(id)).toBe(state);
  });

  it("a slow one that began long ago goes on as long as something arrives", async () => {
    const id = await begin("emergency", 3);
    await age(id, "40 minutes");
    await at.db.execute(sql`update broadcast_batches set settled_at = now() - interval '10 minutes'
      where broadcast_id = ${id} and state = 'accepted' and n = (select min(n) from broadcast_batches where broadcast_id = ${id})`);
    await keep();
    expect(await stateOf(id)).toBe("sending");
    expect((await claim(at.db, "w2", 20)).length).toBeGreaterThan(0);
  });
});

describe("what a person paused, or the channel held", () => {
  it("goes on after a long time only while its words are of today, and not into the night", async () => {
    const id = await begin("routine");
    await pauseBroadcast(approver, { id });
    const resumeAt = (now: Date) => resumeBroadcast({ ...approver, now }, { id });
    await dueBefore(id, NIGHT, 5 * 24);
    expect(await resumeAt(NIGHT)).toMatchObject({ ok: false, reason: "too-late" });
    await dueBefore(id, NIGHT, 10);
    expect(await resumeAt(NIGHT)).toMatchObject({ ok: false, reason: "quiet-hours" });
    expect(await stateOf(id)).toBe("paused");
    await dueBefore(id, NOON, 10);
    expect(await resumeAt(NOON)).toMatchObject({ ok: true });

    const urgent = await begin("emergency");
    await pauseBroadcast(approver, { id: urgent });
    await dueBefore(urgent, NIGHT, 10);
    expect(await resumeBroadcast({ ...approver, now: NIGHT }, { id: urgent })).toMatchObject({ ok: true });
  });

  it("approved for the night, it goes on at night", async () => {
    const id = await begin("routine");
    await at.db.execute(sql`update broadcast_versions set schedule = '{"kind":"now","quietReason":"断水"}'
      where broadcast_id = ${id}`);
    await pauseBroadcast(approver, { id });
    await dueBefore(id, NIGHT, 10);
    expect(await resumeBroadcast({ ...approver, now: NIGHT }, { id })).toMatchObject({ ok: true });
  });

  it("who sets the channel right lets go what just stood still, and nothing else", async () => {
    const admin = await person(at.db, "administrator");
    const old = await begin("routine");
    await age(old, "20 minutes");
    const fresh = await schedule(at.db, { authorId, kind: "emergency" });
    await release(at.db, fresh, 4);
    await pauseChannel(system(at.db), "http-401");
    expect(await resumeChannel(admin)).toEqual({ ok: true, value: null });
    expect([await stateOf(old), await stateOf(fresh)]).toEqual(["paused", "sending"]);
    expect(new Set((await claim(at.db, "w2", 50)).map((batch) => batch.broadcastId))).toEqual(
      new Set([fresh]),
    );
  });
});
