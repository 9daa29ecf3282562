import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { broadcastEntries, channelState } from "@/db/schema";
import { testDatabase } from "@/lib/core/testing/database";
import { openArmFile } from "../arm-gateway";
import { checkArming, findTrouble } from "../queries";
import { addFriends, claim, clear, person, release, schedule, system } from "../testing/house";
import { armDatabase, noteFailure, slowDown, takeProbe, takeShare } from "./commands";

const at = testDatabase();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "arm-"));
afterAll(() => fs.rmSync(folder, { recursive: true }));
const file = path.join(folder, "arm.json");
let authorId = 0;

beforeEach(async () => {
  await clear(at.db);
  authorId = (await person(at.db, "author")).actor.staffId;
});

describe("the channel", () => {
  it("gives away no more than there is, however many ask at once, and half of it after a 429", async () => {
    await at.db.insert(channelState).values({ id: 1 });
    const ask = (owner: string) => takeShare(system(at.db), { owner, perSecond: 190 });
    const all = await Promise.all(["a", "b", "c", "d", "e"].map(ask));
    expect(all.reduce((sum, { share }) => sum + share, 0)).toBe(190);
    await at.db.execute(sql`truncate channel_shares`);
    await slowDown(system(at.db));
    expect(await ask("a")).toEqual({ share: 95, mayCall: true });
  });

  it("does not wait long for one who stands still with the rate in hand", async () => {
    await at.db.insert(channelState).values({ id: 1 });
    const stuck = await at.pool.connect();
    stuck.on("error", () => {});
    await stuck.query("begin");
    await stuck.query(
      "select set_config('idle_in_transaction_session_timeout', '1s', true) from channel_state where id = 1 for update",
    );
    // It never comes back: the database lets go of it, and the next one has the rate.
    expect(await takeShare(system(at.db), { owner: "a", perSecond: 190 })).toMatchObject({ share: 190 });
    stuck.release(new Error("gone"));
  });

  it("opens the breaker after ten failures, then lets one call through each ten seconds", async () => {
    await addFriends(at.db, 1);
    await release(at.db, await schedule(at.db, { authorId: authorId }));
    const opened: boolean[] = [];
    for (let n = 0; n < 10; n++) opened.push(await noteFailure(system(at.db)));
    expect(opened.indexOf(true)).toBe(9);
    expect(await claim(at.db)).toEqual([]);
    expect((await takeShare(system(at.db), { owner: "w1", perSecond: 100 })).mayCall).toBe(false);
    expect(await takeProbe(system(at.db))).toBe(false);
    await at.db.execute(sql`update channel_state set breaker_open_until = now()`);
    const asked = await Promise.all([1, 2, 3].map(() => takeProbe(system(at.db))));
    expect(asked.filter(Boolean)).toHaveLength(1);
  });

  it("tells the frame of every page what stands in the way, the worst first", async () => {
    const trouble = () => findTrouble(system(at.db), openArmFile(file));
    fs.rmSync(file, { force: true });
    expect(await trouble()).toBe("not-armed");
    await armDatabase(system(at.db), openArmFile(file));
    expect(await trouble()).toBe("ok");
    await at.db.update(channelState).set({ breakerOpenUntil: new Date() });
    expect(await trouble()).toBe("breaker");
    await at.db.update(channelState).set({ pausedAt: new Date(), pausedReason: "http-401" });
    expect(await trouble()).toBe("paused");
    fs.rmSync(file);
    expect(await trouble()).toBe("not-armed");
  });

  it("is armed by a person, and not by a copy of its file, another database or an older state of this one", async () => {
    const why = async (arm = openArmFile(file)) => {
      const { verdict } = await checkArming(system(at.db), arm);
      return verdict.armed ? "armed" : verdict.why;
    };
    expect(await why()).toBe("never");
    await armDatabase(system(at.db), openArmFile(file));
    expect(await why()).toBe("armed");

    fs.copyFileSync(file, path.join(folder, "copy.json"));
    expect(await why(openArmFile(path.join(folder, "copy.json")))).toBe("other-file");
    expect(await why(openArmFile(path.join(folder, "none.json")))).toBe("no-file");

    const id = await schedule(at.db, { authorId });
    const [entry] = await at.db
      .insert(broadcastEntries)
      .values({ broadcastId: id, kind: "released" })
      .returning({ id: broadcastEntries.id });
    openArmFile(file).noteEntry(entry?.id ?? 0);
    expect(await why()).toBe("armed");
    // Another worker has seen a newer entry, and noted it, just after this one asked the database.
    const arm = openArmFile(file);
    const overtaken = () => {
      arm.noteEntry((entry?.id ?? 0) + 1);
      return arm.read();
    };
    expect(await why({ ...arm, read: overtaken })).toBe("armed");
    arm.noteEntry(entry?.id ?? 0);
    await at.db.delete(broadcastEntries).where(eq(broadcastEntries.id, entry?.id ?? 0));
    expect(await why()).toBe("set-back");

    await at.db.update(channelState).set({ databaseOid: "1" });
    expect(await why()).toBe("other-database");
    await armDatabase(system(at.db), openArmFile(file));
    expect(await why()).toBe("armed");
  });
});
