import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { BATCH_STATES, BroadcastKind } from "@/db/enums";
import { broadcastBatches, broadcasts } from "@/db/schema";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { mayReceive } from "@/lib/segments/sql";
import type { Batch } from "../batches/commands";
import { finishBroadcasts, pauseBroadcast, stopBroadcast } from "../commands";
import { HOLD_MS } from "../state";
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
  schedule,
  system,
} from "../testing/house";
import { freezeBroadcast } from "./commands";

const at = testDatabase();
let approver: Ctx<StaffActor>;
beforeEach(async () => {
  await clear(at.db);
  approver = await person(at.db, "approver");
});
const { stateOf, batchesOf } = lookInto(at);

/** Everybody in its batches of these states, in order. */
const peopleOf = async (id: string, ...states: string[]) =>
  (await batchesOf(id))
    .filter((batch) => batch.state !== "split" && (states.length === 0 || states.includes(batch.state)))
    .flatMap((batch) => batch.friendIds)
    .sort((a, b) => a - b);

/** One that goes out: twenty friends in batches of four of one language, and one more of them in another. */
async function going(kind: BroadcastKind = "routine"): Promise<string> {
  await addFriends(at.db, 20);
  const id = await schedule(at.db, { kind, authorId: approver.actor.staffId });
  await release(at.db, id, 4);
  return id;
}

/** Its correction, approved for so many and due, and one look of a scheduler at it. */
async function correct(id: string, countAtApproval = 4, kind: BroadcastKind = "routine"): Promise<string> {
  const rule = { op: "received" as const, broadcastId: id };
  const own = await schedule(at.db, { kind, rule, authorId: approver.actor.staffId, countAtApproval });
  await at.db.update(broadcasts).set({ correctsId: id }).where(eq(broadcasts.id, own));
  await look(own);
  return own;
}
const look = (own: string) => freezeBroadcast(system(at.db), own, { render });
const send = async (batches: Batch[], line = linePretending(), owner = "w1") => {
  for (const batch of batches) await attempt(at.db, line, batch, owner);
};
const dieInMidCall = () =>
  at.db.execute(
    sql`update broadcast_batches set lease_until = now() - interval '1 second' where state = 'sending'`,
  );
const retryNow = (id: string) =>
  at.db.execute(
    sql`update broadcast_batches set next_attempt_at = now() - interval '1 second' where state = 'pending' and broadcast_id = ${id}`,
  );

describe("a correction is frozen", () => {
  it("and goes out by itself, however many the original reached after it was approved", async () => {
    const id = await going("emergency");
    await send(await claim(at.db, "w1", 1));
    const own = await correct(id, 4, "emergency");
    expect(await stateOf(own)).toBe("scheduled");
    await send(await claim(at.db, "w1", 50));
    await finishBroadcasts(system(at.db));
    await look(own);
    const [row] = await at.db.select().from(broadcasts).where(eq(broadcasts.id, own));
    expect(row).toMatchObject({ state: "held", countAtApproval: 4, countAtFreeze: 20, pausedReason: null });
    const left = (row?.heldUntil?.getTime() ?? Number.NaN) - Date.now();
    expect(left).toBeLessThanOrEqual(HOLD_MS.emergency);
  });

  it("for those, too, about whom LINE has not answered yet: accepted a moment later, they are not missed", async () => {
    const id = await going();
    const refused = [500, 500, 500, 500].map((status) => answered(status));
    await send(await claim(at.db, "w1", 20), linePretending(answered(200), ...refused));
    const own = await correct(id);
    expect([await stateOf(own), await peopleOf(own)]).toEqual(["held", await peopleOf(id)]);
    await retryNow(id);
    await send(await claim(at.db, "w1", 20));
    expect(await peopleOf(id, "accepted")).toEqual(await peopleOf(own));
  });

  it("for those in the hands of a worker that died, whether the original was stopped or goes on", async () => {
    for (const stops of [true, false]) {
      await clear(at.db);
      const id = await going();
      const [first, ...dead] = await claim(at.db, "w1", 20);
      await send(first ? [first] : []);
      if (stops) await stopBroadcast(approver, { id });
      await dieInMidCall();
      const own = await correct(id);
      expect(await stateOf(own)).toBe("held");
      const again = await claim(at.db, "w2", 20);
      expect(again).toHaveLength(dead.length);
      await send(again, linePretending(), "w2");
      expect(await peopleOf(id, "accepted")).toEqual(await peopleOf(own));
      expect(await peopleOf(own)).toHaveLength(20);
    }
  });

  it("for everybody once, also when their batch was split in between", async () => {
    const id = await going();
    const [inDoubt, ...others] = await claim(at.db, "w1", 20);
    if (!inDoubt) throw new Error("no batch");
    await send(others, linePretending(answered(400, "to[1] is invalid")));
    await dieInMidCall();
    await send(await claim(at.db, "w1", 20));
    const own = await correct(id);
    const people = await peopleOf(own);
    expect(new Set(people).size).toBe(people.length);
    expect(people).toEqual(await peopleOf(id, "accepted"));
    expect(await peopleOf(id, "failed")).toHaveLength(1);
  });

  it("not for those whom it surely never reached: left out by a stop, or waiting behind a pause", async () => {
    for (const end of [stopBroadcast, pauseBroadcast]) {
      await clear(at.db);
      const id = await going();
      await send(await claim(at.db, "w1", 1));
      await end(approver, { id });
      const own = await correct(id);
      expect(await peopleOf(own)).toEqual(await peopleOf(id, "accepted"));
    }
  });

  it.each<[(typeof BATCH_STATES)[number], boolean, "sending" | "paused" | "stopped", boolean]>([
    ["accepted", false, "stopped", true],
    ["unknown", true, "stopped", true],
    ["sending", false, "stopped", true],
    ["pending", true, "stopped", true],
    ["pending", true, "paused", true],
    // Split or refused for good just after nothing seemed to wait any more: the next call reaches them.
    ["pending", false, "sending", true],
    ["pending", false, "paused", false],
    ["pending", false, "stopped", false],
    ["failed", false, "stopped", false],
    ["skipped", false, "stopped", false],
    ["split", false, "stopped", false],
  ])(
    "a batch that is %s (may have arrived: %s) of one that is %s: %s",
    async (state, arrived, of, expected) => {
      const id = await going();
      await at.db.update(broadcasts).set({ state: of }).where(eq(broadcasts.id, id));
      await at.db
        .update(broadcastBatches)
        .set({ state, mayHaveArrived: arrived, leaseUntil: sql`now() - interval '1 second'` })
        .where(eq(broadcastBatches.broadcastId, id));
      const { rows } = await at.db.execute(sql`select id from friends where ${mayReceive(id)}`);
      expect(rows).toHaveLength(expected ? 20 : 0);
    },
  );
});
