import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { openArmFile } from "./arm-gateway";
import { armDatabase } from "./channel/commands";
import { pauseBroadcast } from "./commands";
import { createSender } from "./store";
import {
  addFriends,
  clear,
  linePretending,
  lookInto,
  person,
  release,
  schedule,
  system,
} from "./testing/house";

const at = testDatabase();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "sender-"));
const arm = openArmFile(path.join(folder, "arm.json"));
afterAll(() => fs.rmSync(folder, { recursive: true }));
let approver: Ctx<StaffActor>;

beforeEach(async () => {
  await clear(at.db);
  approver = await person(at.db, "approver");
  await armDatabase(system(at.db), arm);
});

const LEASE_MS = 500;
const senderOf = (line: ReturnType<typeof linePretending>) =>
  createSender({
    db: at.db,
    line: line.tools.line,
    arm,
    owner: "w1",
    leaseMs: LEASE_MS,
    perSecond: 190,
    onHalt: () => {},
  });
const { batchesOf } = lookInto(at);

/** Some calls are made, and more is taken for the next ones. */
async function workUntilSome(sender: ReturnType<typeof senderOf>, line: ReturnType<typeof linePretending>) {
  for (let n = 0; n < 2_000 && line.calls.length < 20; n++) await sender.work();
  await sleep(150); // what is in flight is written down
}

describe("a sender that was cut off for longer than its lease", () => {
  it("calls for nothing it had taken before: it is paused meanwhile, and the keys are forgotten", async () => {
    await addFriends(at.db, 1_000);
    const id = await schedule(at.db, { authorId: approver.actor.staffId });
    await release(at.db, id, 5);
    const line = linePretending();
    const sender = senderOf(line);
    await workUntilSome(sender, line);
    const called = line.calls.length;
    expect((await batchesOf(id)).filter((batch) => batch.state === "sending").length).toBeGreaterThan(0);
    expect(await pauseBroadcast(approver, { id })).toMatchObject({ ok: true });
    await at.db.execute(sql`update broadcast_batches set lease_until = now() - interval '25 hours',
      first_attempt_at = now() - interval '25 hours' where state = 'sending'`);
    await sleep(LEASE_MS + 100);
    for (let n = 0; n < 100; n++) await sender.work();
    await sender.drain();
    expect(line.calls).toHaveLength(called);
    const states = (await batchesOf(id)).map((batch) => batch.state);
    expect(states.filter((state) => state === "accepted")).toHaveLength(called);
    // As if they had never been taken: nobody was called for, so they are not in doubt either.
    expect(states.filter((state) => state === "pending")).toHaveLength(states.length - called);
  });

  it("takes them anew when nothing was stopped; everybody gets it once", async () => {
    await addFriends(at.db, 300);
    const id = await schedule(at.db, { authorId: approver.actor.staffId });
    await release(at.db, id, 5);
    const line = linePretending();
    const sender = senderOf(line);
    await workUntilSome(sender, line);
    await sleep(LEASE_MS + 100);
    for (let n = 0; n < 5_000 && line.calls.length < 60; n++) await sender.work();
    await sender.drain();
    const sent = line.calls.flatMap((call) => call.to);
    expect([sent.length, new Set(sent).size]).toEqual([300, 300]);
  });
});
