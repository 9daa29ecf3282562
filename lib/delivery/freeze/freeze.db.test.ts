import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { broadcastBatches, broadcastEntries, broadcasts } from "@/db/schema";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { releaseNow, undo } from "../commands";
import { keepSchedule } from "../jobs";
import { getProgress } from "../queries";
import { addFriends, person, release, render, schedule, system } from "../testing/house";

const at = testDatabase();
let author: Ctx<StaffActor>;
let approver: Ctx<StaffActor>;

beforeEach(async () => {
  await at.db.execute(
    sql`truncate channel_state, broadcast_insights, broadcast_entries, broadcast_batches, broadcast_versions, broadcasts, friends cascade`,
  );
  author = await person(at.db, "author", "approver");
  approver = await person(at.db, "approver");
});

const authorId = () => author.actor.staffId;
const stateOf = async (id: string) =>
  (await at.db.select().from(broadcasts).where(eq(broadcasts.id, id)))[0]?.state;
const batchesOf = (id: string) =>
  at.db
    .select()
    .from(broadcastBatches)
    .where(eq(broadcastBatches.broadcastId, id))
    .orderBy(broadcastBatches.n);
const entriesOf = async (id: string) =>
  (
    await at.db
      .select({ kind: broadcastEntries.kind })
      .from(broadcastEntries)
      .where(eq(broadcastEntries.broadcastId, id))
      .orderBy(broadcastEntries.id)
  ).map((entry) => entry.kind);

describe("freezing", () => {
  it("puts everybody who can be reached into batches of one language once, with a key each", async () => {
    await addFriends(at.db, 53);
    const id = await schedule(at.db, { authorId: authorId() });
    await release(at.db, id, 10);
    const batches = await batchesOf(id);
    expect(batches.map((b) => [b.spoken, b.size])).toEqual([
      [0, 10],
      [0, 10],
      [0, 10],
      [0, 10],
      [0, 3],
      [2, 10],
    ]);
    expect(new Set(batches.flatMap((b) => b.friendIds)).size).toBe(53);
    expect(new Set(batches.map((b) => b.retryKey)).size).toBe(6);
    expect((await getProgress(system(at.db), id)).total).toBe(53);
  });

  it("holds, and releases by itself when the hold is over; both once, however many schedulers look", async () => {
    await addFriends(at.db, 3);
    const id = await schedule(at.db, { authorId: authorId() });
    const look = () => Promise.all([1, 2, 3].map(() => keepSchedule(system(at.db), render)));
    await look();
    expect(await stateOf(id)).toBe("held");
    await at.db.execute(sql`update broadcasts set held_until = now()`);
    await look();
    expect(await stateOf(id)).toBe("sending");
    expect(await entriesOf(id)).toEqual(["held", "released"]);
    expect((await getProgress(system(at.db), id)).total).toBe(3);
  });

  it("waits for a person when found more than 15 minutes late, before and after freezing", async () => {
    await addFriends(at.db, 3);
    const due = await schedule(at.db, { authorId: authorId(), dueInMs: -16 * 60_000 });
    const held = await schedule(at.db, { authorId: authorId() });
    await release(at.db, held);
    await at.db.execute(
      sql`update broadcasts set state = 'held', held_until = now() - interval '16 minutes' where id = ${held}`,
    );
    await keepSchedule(system(at.db), render);
    expect([await stateOf(due), await stateOf(held)]).toEqual(["late", "late"]);
    expect(await batchesOf(held)).toEqual([]);
    expect(await releaseNow(author, { id: due })).toMatchObject({ ok: false, reason: "own" });
    expect(await releaseNow(approver, { id: due })).toMatchObject({ ok: true });
    await keepSchedule(system(at.db), render);
    expect(await stateOf(due)).toBe("held");
  });

  it("waits for a second person when the audience grew by more than a fifth", async () => {
    await addFriends(at.db, 13);
    const grown = await schedule(at.db, { authorId: authorId(), countAtApproval: 10 });
    const same = await schedule(at.db, { authorId: authorId(), countAtApproval: 11 });
    await keepSchedule(system(at.db), render);
    await at.db.execute(sql`update broadcasts set held_until = now() where held_until is not null`);
    await keepSchedule(system(at.db), render);
    expect([await stateOf(grown), await stateOf(same)]).toEqual(["held", "sending"]);
    expect(await entriesOf(grown)).toEqual(["grown"]);
    expect(await releaseNow(author, { id: grown })).toMatchObject({ ok: false, reason: "own" });
    await releaseNow(approver, { id: grown });
    expect(await stateOf(grown)).toBe("sending");
  });

  it("one broadcast that cannot be drawn keeps no other from its time", async () => {
    await addFriends(at.db, 1);
    const bad = await schedule(at.db, { authorId: authorId(), dueInMs: -1_000 });
    const good = await schedule(at.db, { authorId: authorId() });
    await keepSchedule(system(at.db), async (ctx, it) => {
      if (it.broadcastId === bad) throw new Error("no picture");
      return render(ctx, it);
    });
    expect([await stateOf(bad), await stateOf(good)]).toEqual(["scheduled", "held"]);
  });

  it("a drill is frozen for registered staff only", async () => {
    await addFriends(at.db, 5);
    await at.db.execute(
      sql`insert into staff_friends (friend_id, staff_id) select id, ${authorId()} from friends order by id limit 1`,
    );
    const id = await schedule(at.db, { authorId: authorId(), kind: "drill" });
    await release(at.db, id);
    expect((await getProgress(system(at.db), id)).total).toBe(1);
  });

  it("undoes: nobody was written to, the batches are gone", async () => {
    await addFriends(at.db, 2);
    const id = await schedule(at.db, { authorId: authorId() });
    await keepSchedule(system(at.db), render);
    expect(await undo(author, { id })).toMatchObject({ ok: true });
    expect([await stateOf(id), (await batchesOf(id)).length]).toEqual(["approved", 0]);
    expect(await undo(author, { id })).toMatchObject({ ok: false, reason: "state" });
  });
});
