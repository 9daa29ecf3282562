import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { broadcastEntries, broadcasts } from "@/db/schema";
import { objectAfter } from "@/lib/broadcasts/approval/commands";
import { getVersion } from "@/lib/broadcasts/queries";
import { makePerson } from "@/lib/broadcasts/testing/desk";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { countAudience } from "@/lib/segments/queries";
import { EVERYONE, type Rule } from "@/lib/segments/rule";
import { releaseNow, undo } from "../commands";
import { keepSchedule } from "../jobs";
import { getProgress } from "../queries";
import { addFriends, clear, lookInto, person, release, render, schedule, system } from "../testing/house";

const at = testDatabase();
const NOON = new Date("2026-11-22T03:00:00Z");
const NIGHT = new Date("2026-11-22T13:00:00Z");
let author: Ctx<StaffActor>;
let approver: Ctx<StaffActor>;

beforeEach(async () => {
  await clear(at.db);
  author = await person(at.db, "author", "approver");
  approver = await person(at.db, "approver");
});

const authorId = () => author.actor.staffId;
const { stateOf, batchesOf } = lookInto(at);
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
    await at.db.execute(sql`update broadcasts set held_until = now() - interval '1 second'`);
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
    expect(await entriesOf(due)).toEqual(["late"]);
  });

  it("a late one goes out on a second person's word: with a reason, within a day, not at night", async () => {
    await addFriends(at.db, 3);
    const noon = { ...approver, now: NOON };
    const late = async (sinceHours: number, kind: "routine" | "emergency" = "routine") => {
      const id = await schedule(at.db, { authorId: authorId(), dueInMs: -16 * 60_000, kind });
      await keepSchedule(system(at.db), render);
      const dueAt = new Date(NOON.getTime() - sinceHours * 3_600_000);
      await at.db.update(broadcasts).set({ dueAt }).where(eq(broadcasts.id, id));
      return id;
    };
    const id = await late(1);
    const reason = "担当者に確認しました";
    expect(await releaseNow({ ...author, now: NOON }, { id, reason })).toMatchObject({ reason: "own" });
    expect(await releaseNow(noon, { id })).toMatchObject({ ok: false, reason: "reason" });
    expect(await releaseNow(noon, { id, reason: "  " })).toMatchObject({ ok: false, reason: "reason" });
    expect(await releaseNow({ ...approver, now: NIGHT }, { id, reason })).toMatchObject({
      reason: "quiet-hours",
    });
    expect(await stateOf(id)).toBe("late");
    expect(await releaseNow(noon, { id, reason })).toMatchObject({ ok: true });
    expect(await stateOf(id)).toBe("scheduled");
    await keepSchedule(system(at.db), render);
    // Not at once: the hold follows, with the audience of now.
    expect([await stateOf(id), await entriesOf(id)]).toEqual(["held", ["late", "scheduled", "held"]]);
    const [entry] = await at.db.select().from(broadcastEntries).where(eq(broadcastEntries.reason, reason));
    expect(entry).toMatchObject({ kind: "scheduled", actorId: approver.actor.staffId });

    const old = await late(25);
    expect(await releaseNow(noon, { id: old, reason })).toMatchObject({ ok: false, reason: "too-late" });
    expect([await stateOf(old), await undo(author, { id: old })]).toMatchObject(["late", { ok: true }]);
    const alarm = await late(1, "emergency");
    expect(await releaseNow({ ...approver, now: NIGHT }, { id: alarm, reason })).toMatchObject({ ok: true });
  });

  it("an emergency that one person sent is a draft again when they take it back in its hold", async () => {
    await addFriends(at.db, 3);
    const id = await schedule(at.db, { authorId: authorId(), kind: "emergency" });
    await at.db.execute(sql`update broadcast_versions set decision = null where broadcast_id = ${id}`);
    await at.db.update(broadcasts).set({ approvalOwed: true }).where(eq(broadcasts.id, id));
    await keepSchedule(system(at.db), render);
    expect(await stateOf(id)).toBe("held");
    expect(await undo(author, { id })).toMatchObject({ ok: true });
    expect(await at.db.select().from(broadcasts).where(eq(broadcasts.id, id))).toMatchObject([
      { state: "draft", approvalOwed: false, version: null, dueAt: null },
    ]);
    expect(await batchesOf(id)).toEqual([]);
  });

  it("an objection in the hold of such an emergency undoes it: it is back with its author, and nothing of it goes out", async () => {
    await addFriends(at.db, 3);
    const id = await schedule(at.db, { authorId: authorId(), kind: "emergency" });
    await at.db.execute(sql`update broadcast_versions set decision = null where broadcast_id = ${id}`);
    await at.db.update(broadcasts).set({ approvalOwed: true }).where(eq(broadcasts.id, id));
    await keepSchedule(system(at.db), render);
    const { hash, version } = await getVersion(approver, { id, version: 1 });
    const reason = "地区が違います";
    const second = await makePerson(at.db, "課長 太郎", ["approver"]);
    expect(await objectAfter(second, { id, version, hash, reason })).toMatchObject({ ok: true });
    expect(await at.db.select().from(broadcasts).where(eq(broadcasts.id, id))).toMatchObject([
      { state: "returned", approvalOwed: false, version: null, dueAt: null, heldUntil: null, rendered: null },
    ]);
    expect([await batchesOf(id), await entriesOf(id)]).toEqual([[], ["held", "undone", "returned"]]);
    await at.db.execute(sql`update broadcasts set held_until = now() - interval '1 second' where id = ${id}`);
    await keepSchedule(system(at.db), render);
    expect(await stateOf(id)).toBe("returned");
  });

  it("what was changed behind its back is never frozen, drawn or released: it can only be taken back", async () => {
    await addFriends(at.db, 3);
    const changes = [
      sql`content = '{"variants":{"ja":[{"kind":"text","text":"別の文面"}]}}'`,
      sql`rule = '{"op":"age","bands":["b60"]}'`,
      sql`schedule = '{"kind":"now","quietReason":"夜でも"}'`,
      sql`kind = 'emergency'`,
      sql`hash = ${"0".repeat(64)}`,
      sql`decision = null`,
      sql`decision = 'returned'`,
    ];
    let drawn = 0;
    for (const change of changes) {
      const id = await schedule(at.db, { authorId: authorId() });
      await at.db.execute(sql`update broadcast_versions set ${change} where broadcast_id = ${id}`);
      await keepSchedule(system(at.db), async (ctx, it) => {
        drawn += 1;
        return render(ctx, it);
      });
      const [row] = await at.db.select().from(broadcasts).where(eq(broadcasts.id, id));
      expect(row).toMatchObject({ state: "held", heldUntil: null, pausedReason: "altered", rendered: null });
      expect([await batchesOf(id), await entriesOf(id)]).toEqual([[], ["altered"]]);
      expect(await releaseNow(approver, { id, reason: "急ぎ" })).toMatchObject({
        ok: false,
        reason: "altered",
      });
      expect(await undo(author, { id })).toMatchObject({ ok: true });
      expect(await at.db.select().from(broadcasts).where(eq(broadcasts.id, id))).toMatchObject([
        { state: "approved", pausedReason: null },
      ]);
    }
    // The row that is edited is not the version: what is drawn is the approved one.
    const id = await schedule(at.db, { authorId: authorId() });
    await at.db.execute(
      sql`update broadcasts set content = '{}', rule = '{}', kind = 'emergency' where id = ${id}`,
    );
    await keepSchedule(system(at.db), render);
    expect([await entriesOf(id), drawn]).toEqual([["altered"], 0]);
  });

  it("a month that is not enough holds it whole; it goes out when there is enough", async () => {
    await addFriends(at.db, 12);
    const tell = (limit: number) =>
      at.db.execute(sql`insert into settings (key, value) values ('line_quota',
        ${JSON.stringify({ type: "limited", limit, used: 0, fetchedAt: new Date().toISOString() })}::jsonb)
        on conflict (key) do update set value = excluded.value`);
    await tell(11);
    const id = await schedule(at.db, { authorId: authorId() });
    const rival = await schedule(at.db, { authorId: authorId(), rule: { op: "spoken", spoken: ["en"] } });
    await keepSchedule(system(at.db), render);
    await at.db.execute(
      sql`update broadcasts set held_until = now() - interval '1 second' where held_until is not null`,
    );
    await keepSchedule(system(at.db), render);
    // What cannot go out itself stands in nobody's way.
    expect([await stateOf(id), await stateOf(rival)]).toEqual(["held", "sending"]);
    const [entry] = await at.db.select().from(broadcastEntries).where(eq(broadcastEntries.kind, "short"));
    expect(entry?.detail).toMatchObject({ recipients: 12, left: 11, short: 1 });
    const refusal = await releaseNow(approver, { id });
    expect(refusal).toMatchObject({ ok: false, reason: "quota" });
    expect(refusal.ok ? "" : refusal.message).toMatch(/あと3通足りません/);
    expect((await batchesOf(id)).every((b) => b.state === "pending")).toBe(true);
    await tell(14);
    expect(await releaseNow(approver, { id })).toMatchObject({ ok: true });
    expect([await stateOf(id), (await getProgress(system(at.db), id)).total]).toEqual(["sending", 12]);
    await at.db.execute(sql`delete from settings where key = 'line_quota'`);
  });

  it("waits for a second person when the audience grew by more than a fifth", async () => {
    await addFriends(at.db, 13);
    const grown = await schedule(at.db, { authorId: authorId(), countAtApproval: 10 });
    const same = await schedule(at.db, { authorId: authorId(), countAtApproval: 11 });
    await keepSchedule(system(at.db), render);
    await at.db.execute(
      sql`update broadcasts set held_until = now() - interval '1 second' where held_until is not null`,
    );
    await keepSchedule(system(at.db), render);
    expect([await stateOf(grown), await stateOf(same)]).toEqual(["held", "sending"]);
    expect(await entriesOf(grown)).toEqual(["grown"]);
    expect(await releaseNow(author, { id: grown })).toMatchObject({ ok: false, reason: "own" });
    await releaseNow(approver, { id: grown });
    expect(await stateOf(grown)).toBe("sending");
  });

  it("one that waited long is frozen anew, by day, and not the day after", async () => {
    await addFriends(at.db, 13);
    const id = await schedule(at.db, { authorId: authorId(), countAtApproval: 10 });
    await keepSchedule(system(at.db), render);
    await at.db
      .update(broadcasts)
      .set({ frozenAt: new Date("2026-03-10T01:00:00Z") })
      .where(eq(broadcasts.id, id));
    const releaseAt = (now: string) => releaseNow({ ...approver, now: new Date(now) }, { id });
    expect(await releaseAt("2026-03-10T15:00:00Z")).toMatchObject({ reason: "quiet-hours" });
    expect(await releaseAt("2026-03-11T02:00:00Z")).toMatchObject({ reason: "too-late" });
    expect(await stateOf(id)).toBe("held");
    await at.db.execute(sql`update friends set stopped_at = now() where id = (select min(id) from friends)`);
    expect(await releaseAt("2026-03-10T02:00:00Z")).toMatchObject({ ok: true });
    await keepSchedule(system(at.db), render);
    expect([await stateOf(id), (await getProgress(system(at.db), id)).total]).toEqual(["held", 12]);
    const [row] = await at.db.select().from(broadcasts).where(eq(broadcasts.id, id));
    expect(row?.heldUntil).not.toBeNull();
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

  it("a drill is frozen for registered staff only, whatever its rule says, and counted as it is frozen", async () => {
    await addFriends(at.db, 12);
    const { rows } = await at.db.execute<{ id: string }>(sql`select id from friends order by id limit 3`);
    const [one, blocked, stopped] = rows.map((row) => Number(row.id));
    for (const id of [one, blocked, stopped])
      await at.db.execute(sql`insert into staff_friends (friend_id, staff_id) values (${id}, ${authorId()})`);
    await at.db.execute(sql`update friends set state = 'blocked' where id = ${blocked}`);
    await at.db.execute(sql`update friends set stopped_at = now() where id = ${stopped}`);
    const sent = await schedule(at.db, { authorId: authorId() });
    await release(at.db, sent);
    await at.db.execute(sql`update broadcast_batches set state = 'accepted' where broadcast_id = ${sent}`);
    const everyone: Rule[] = [
      EVERYONE,
      { op: "any", rules: [EVERYONE, { op: "spoken", spoken: ["ja"] }] },
      { op: "not", rule: { op: "any", rules: [] } },
      { op: "not", rule: { op: "not", rule: EVERYONE } },
      { op: "received", broadcastId: sent },
    ];
    for (const rule of everyone) {
      const id = await schedule(at.db, { authorId: authorId(), kind: "drill", rule });
      await release(at.db, id);
      expect([JSON.stringify(rule), (await batchesOf(id)).flatMap((batch) => batch.friendIds)]).toEqual([
        JSON.stringify(rule),
        [one],
      ]);
      expect((await countAudience(system(at.db), { rule, kind: "drill" })).total).toBe(1);
    }
    // And with nobody registered, nobody.
    await at.db.execute(sql`delete from staff_friends`);
    const id = await schedule(at.db, { authorId: authorId(), kind: "drill" });
    await release(at.db, id);
    expect(await batchesOf(id)).toEqual([]);
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
