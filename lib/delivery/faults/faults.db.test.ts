import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "@/db";
import { broadcastBatches, broadcasts } from "@/db/schema";
import { systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { openArmFile } from "../arm-gateway";
import { armDatabase } from "../channel/commands";
import { freezeBroadcast } from "../freeze/commands";
import { keepSchedule } from "../jobs";
import { checkArming, getProgress } from "../queries";
import { createSender } from "../store";
import { addFriends, linePretending, person, render, schedule, system } from "../testing/house";

/** The faults of a town's broadcasts that need no killing; those that do are run by `npm run faults -- broadcast`. */
const at = testDatabase();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "faults-"));
const arm = openArmFile(path.join(folder, "arm.json"));
afterAll(() => fs.rmSync(folder, { recursive: true }));
let authorId = 0;

beforeEach(async () => {
  await at.db.execute(
    sql`truncate channel_state, channel_shares, broadcast_insights, broadcast_entries, broadcast_batches, broadcast_versions, broadcasts, friends cascade`,
  );
  authorId = (await person(at.db, "author")).actor.staffId;
  await armDatabase(system(at.db), arm);
});

const rowOf = async (id: string, db = at.db) =>
  (await db.select().from(broadcasts).where(eq(broadcasts.id, id)))[0];
const senderOf = (line: ReturnType<typeof linePretending>, owner: string, db = at.db, file = arm) =>
  createSender({
    db,
    line: line.tools.line,
    arm: file,
    owner,
    leaseMs: 20_000,
    perSecond: 190,
    onHalt: () => {},
  });
/** Until nothing is left to do for any of them. */
async function workAll(senders: readonly ReturnType<typeof createSender>[]): Promise<void> {
  for (let idle = 0; idle < 5; ) {
    const done = await Promise.all(senders.map((sender) => sender.work()));
    idle = done.every((n) => n === 0) ? idle + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await Promise.all(senders.map((sender) => sender.drain()));
}
/** Every retry key LINE saw, with how many residents it was for. */
const keysOf = (lines: readonly ReturnType<typeof linePretending>[]) =>
  lines.flatMap((line) => line.calls.map((call) => call.retryKey));

describe("F11: three senders and two schedulers on one database", () => {
  it("one run a broadcast, everybody once", async () => {
    await addFriends(at.db, 60);
    const ids = await Promise.all([1, 2, 3].map(() => schedule(at.db, { authorId })));
    const tick = () => Promise.all([1, 2].map(() => keepSchedule(system(at.db), render)));
    // Smaller batches than the product's own, so that there is something to share out.
    const freezeAll = () =>
      Promise.all(ids.map((id) => freezeBroadcast(system(at.db), id, { render, batchSize: 7 })));
    await Promise.all([freezeAll(), freezeAll(), tick()]);
    await at.db.execute(sql`update broadcasts set held_until = now() - interval '1 second'`);
    await tick();
    const lines = [1, 2, 3].map(() => linePretending());
    await workAll(lines.map((line, n) => senderOf(line, `sender-${n}`)));
    await tick();
    const keys = keysOf(lines);
    expect(new Set(keys).size).toBe(keys.length);
    for (const id of ids) {
      expect((await rowOf(id))?.state).toBe("sent");
      expect(await getProgress(system(at.db), id)).toMatchObject({ total: 60, accepted: 60 });
    }
    const sent = lines.flatMap((line) => line.calls.flatMap((call) => call.to));
    expect(sent).toHaveLength(180);
    const { rows } = await at.db.execute<{ n: string }>(
      sql`select count(*) as n from broadcast_entries where kind = 'held'`,
    );
    expect(Number(rows[0]?.n)).toBe(3);
  });
});

describe("F14: a clock that is wrong", () => {
  const frozenAt = async (dueInMs: number) => {
    await addFriends(at.db, 2);
    const id = await schedule(at.db, { authorId, dueInMs });
    await keepSchedule(system(at.db), render);
    return rowOf(id);
  };
  const HOUR = 3_600_000;
  it.each([
    ["25 hours ahead: what it finds is late and waits for a person", -25 * HOUR, "late"],
    ["a quarter of an hour and a second late", -15 * 60_000 - 1_000, "late"],
    ["14 minutes late", -14 * 60_000, "held"],
    ["two hours behind: nothing goes out before its time", 2 * HOUR, "scheduled"],
  ])("%s", async (_, dueInMs, state) => expect((await frozenAt(dueInMs))?.state).toBe(state));

  it("a worker's own clock decides nothing: due times are the database's", async () => {
    await addFriends(at.db, 2);
    const id = await schedule(at.db, { authorId, dueInMs: 60_000 });
    for (const shift of [25 * HOUR, -2 * HOUR])
      await keepSchedule(systemContext(at.db, "test", new Date(Date.now() + shift)), render);
    expect((await rowOf(id))?.state).toBe("scheduled");
  });
});

describe("F25: a backup taken in mid-send and restored elsewhere, with the network on", () => {
  it("sends nothing until a person arms it; then what is open goes on with the same keys", async () => {
    await addFriends(at.db, 40);
    const open = await schedule(at.db, { authorId });
    const planned = await schedule(at.db, { authorId, dueInMs: 1 });
    await keepSchedule(system(at.db), render);
    await at.db.execute(
      sql`update broadcasts set state = 'sending', released_at = now(), held_until = null where id = ${open}`,
    );
    await at.db.execute(sql`update broadcast_batches set state = 'sending', lease_owner = 'dead',
      lease_until = now() - interval '1 minute', first_attempt_at = now() - interval '2 minutes', attempts = 1 where broadcast_id = ${open}`);
    const keys = (await at.db.select().from(broadcastBatches).where(eq(broadcastBatches.broadcastId, open)))
      .map((batch) => batch.retryKey)
      .sort();

    // The copy: the same rows in another database of the same server, and a copy of the file beside it.
    const name = `t_restored_${process.pid}`;
    const url = new URL(at.url);
    const original = url.pathname.slice(1);
    const admin = new URL(at.url);
    admin.pathname = "/postgres";
    const server = openDatabase(admin.href, { max: 1, name: "restore" });
    await server.pool.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [
      original,
    ]);
    await server.pool.query(`create database ${name} template ${original}`);
    url.pathname = `/${name}`;
    const copy = openDatabase(url.href, { max: 5, name: "restored" });
    const copiedFile = path.join(folder, "restored.json");
    fs.copyFileSync(path.join(folder, "arm.json"), copiedFile);
    try {
      for (const file of [openArmFile(copiedFile), openArmFile(path.join(folder, "none.json")), arm]) {
        const line = linePretending();
        const sender = senderOf(line, "restored", copy.db, file);
        expect(await sender.armed()).toBe(false);
        await workAll([sender]);
        expect(line.calls).toEqual([]);
      }
      const { verdict } = await checkArming(system(copy.db), openArmFile(copiedFile));
      expect(verdict).toEqual({ armed: false, why: "other-database" });
      expect([(await rowOf(open, copy.db))?.state, (await rowOf(planned, copy.db))?.state]).toEqual([
        "sending",
        "held",
      ]);

      const own = openArmFile(path.join(folder, "own.json"));
      await armDatabase(system(copy.db), own);
      const line = linePretending();
      await workAll([senderOf(line, "restored", copy.db, own)]);
      expect(line.calls.map((call) => call.retryKey).sort()).toEqual(keys);
    } finally {
      await copy.close();
      await server.pool.query(`drop database if exists ${name} with (force)`);
      await server.close();
    }
  });
});
