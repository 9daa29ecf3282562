import { and, eq, isNotNull } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { broadcastEntries, broadcastSeries, broadcasts } from "@/db/schema";
import { type Ctx, type StaffActor, systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { approve, submitForApproval } from "../approval/commands";
import { versionHash } from "../fingerprint";
import { getVersion } from "../queries";
import type { Recurrence } from "../recurrence";
import { cancelBroadcast, schedule, unschedule } from "../release/commands";
import { ACCOUNT, makeCity, makeDraft, makeFriends, makePerson, NOON } from "../testing/desk";
import { makeOccurrences } from "./jobs";

const base = testDatabase();
let author: Ctx<StaffActor>;
let approver: Ctx<StaffActor>;
beforeAll(async () => {
  await makeCity(base.db);
  await makeFriends(base.db, 6);
  author = await makePerson(base.db, "広報 花子", ["author"]);
  approver = await makePerson(base.db, "課長 太郎", ["approver"]);
});

const daily: Recurrence = {
  every: { kind: "daily" },
  time: "10:00",
  from: "2026-11-01",
  until: null,
  exceptHolidays: true,
  exceptDates: ["2026-11-25"],
};
/** Approved and scheduled at noon on Sunday, 22 November 2026; Monday is a holiday. */
async function begin(recurrence: Recurrence = daily): Promise<{ id: string; seriesId: string }> {
  const draft = await makeDraft(author, { schedule: { kind: "repeat", recurrence } });
  await submitForApproval(author, draft);
  const { hash } = await getVersion(author, { id: draft.id, version: 1 });
  const seen = { id: draft.id, version: 1, hash };
  await approve(approver, seen);
  const done = await schedule(approver, {
    ...seen,
    when: "planned",
    count: 6,
    typed: ACCOUNT,
    reason: "",
  });
  if (!done.ok) throw new Error(done.reason);
  const [row] = await base.db.select().from(broadcasts).where(eq(broadcasts.id, draft.id));
  return { id: draft.id, seriesId: row?.seriesId ?? "" };
}
const at = (text: string) => systemContext(base.db, "series", new Date(text));
const occurrencesOf = (seriesId: string) =>
  base.db
    .select()
    .from(broadcasts)
    .where(and(eq(broadcasts.seriesId, seriesId), isNotNull(broadcasts.occurrenceAt)))
    .orderBy(broadcasts.occurrenceAt);
const seriesOf = async (id: string) =>
  (await base.db.select().from(broadcastSeries).where(eq(broadcastSeries.id, id)))[0];
const end = (id: string) => unschedule({ ...author, now: NOON }, { id });

describe("a repeating broadcast", () => {
  it("makes the next time a day ahead, once, however many workers look", async () => {
    const { id, seriesId } = await begin();
    // Tuesday 10:00 in Tokyo: Monday is 勤労感謝の日.
    expect((await seriesOf(seriesId))?.nextAt).toEqual(new Date("2026-11-24T01:00:00Z"));
    expect(await makeOccurrences(at("2026-11-23T00:59:00Z"))).toBe(0);
    await Promise.all(Array.from({ length: 6 }, () => makeOccurrences(at("2026-11-23T01:00:00Z"))));
    await makeOccurrences(at("2026-11-23T01:01:00Z"));
    const made = await occurrencesOf(seriesId);
    expect(made).toHaveLength(1);
    expect(made[0]).toMatchObject({
      state: "scheduled",
      dueAt: new Date("2026-11-24T01:00:00Z"),
      countAtApproval: 6,
      correctsId: null,
    });
    // Word for word what was approved, and known by its own print.
    const [template, own] = await Promise.all(
      [id, made[0]?.id ?? ""].map((each) => getVersion(author, { id: each, version: 1 })),
    );
    expect(own).toEqual({ ...template, broadcastId: made[0]?.id });
    expect(own && versionHash(own)).toBe(template?.hash);
    // The 25th is left out by name.
    expect((await seriesOf(seriesId))?.nextAt).toEqual(new Date("2026-11-26T01:00:00Z"));
    await end(id);
  });

  it("of times that passed while nobody worked only the last one is made, and it is late", async () => {
    const { id, seriesId } = await begin();
    expect(await makeOccurrences(at("2026-11-28T06:00:00Z"))).toBe(1);
    const made = await occurrencesOf(seriesId);
    expect(made.map((one) => one.dueAt)).toEqual([new Date("2026-11-28T01:00:00Z")]);
    await end(id);
  });

  it("one time is called off alone; ending the series takes those that wait with it", async () => {
    const { id, seriesId } = await begin();
    await makeOccurrences(at("2026-11-23T12:00:00Z"));
    const [first] = await occurrencesOf(seriesId);
    expect(await cancelBroadcast(author, { id: first?.id ?? "", reason: "中止" })).toMatchObject({
      ok: true,
    });
    await makeOccurrences(at("2026-11-25T12:00:00Z"));
    const states = async () => (await occurrencesOf(seriesId)).map((one) => one.state);
    expect(await states()).toEqual(["cancelled", "scheduled"]);
    expect((await seriesOf(seriesId))?.endedAt).toBeNull();
    expect(await end(id)).toMatchObject({ ok: true });
    expect(await states()).toEqual(["cancelled", "cancelled"]);
    expect(await seriesOf(seriesId)).toMatchObject({ nextAt: null, endedBy: author.actor.staffId });
    expect(await makeOccurrences(at("2026-12-24T12:00:00Z"))).toBe(0);
    const kinds = await base.db
      .select({ kind: broadcastEntries.kind })
      .from(broadcastEntries)
      .where(eq(broadcastEntries.broadcastId, id))
      .orderBy(broadcastEntries.id);
    expect(kinds.map((entry) => entry.kind)).toEqual([
      "created",
      "submitted",
      "approved",
      "scheduled",
      "unscheduled",
    ]);
  });

  it("stops by itself after its last day", async () => {
    const { id, seriesId } = await begin({ ...daily, until: "2026-11-24" });
    await makeOccurrences(at("2026-11-23T12:00:00Z"));
    expect((await seriesOf(seriesId))?.nextAt).toBeNull();
    expect(await makeOccurrences(at("2026-11-30T12:00:00Z"))).toBe(0);
    expect(await occurrencesOf(seriesId)).toHaveLength(1);
    await end(id);
  });

  /** One occurrence, taken back by a person on the eve of it. */
  const takenBack = async () => {
    const { id, seriesId } = await begin();
    await makeOccurrences(at("2026-11-23T12:00:00Z"));
    const [one] = await occurrencesOf(seriesId);
    const occurrence = one?.id ?? "";
    const { hash } = await getVersion(author, { id: occurrence, version: 1 });
    expect(await unschedule({ ...author, now: EVE }, { id: occurrence })).toMatchObject({ ok: true });
    const again = (when: "planned" | "at-once", now = EVE, by = author, reason = "") =>
      schedule({ ...by, now }, { id: occurrence, version: 1, hash, when, count: 6, typed: ACCOUNT, reason });
    return { id, seriesId, occurrence, again };
  };
  const EVE = new Date("2026-11-23T13:00:00Z");
  const stateOf = async (id: string) =>
    (await base.db.select().from(broadcasts).where(eq(broadcasts.id, id)))[0]?.state;

  it("an occurrence that was taken back goes out at its own time again, and founds nothing", async () => {
    const { id, seriesId, occurrence, again } = await takenBack();
    const before = (await base.db.select().from(broadcastSeries)).length;
    expect(await again("at-once")).toMatchObject({ reason: "past" });
    expect(await again("planned")).toMatchObject({ ok: true });
    expect((await occurrencesOf(seriesId))[0]).toMatchObject({
      id: occurrence,
      state: "scheduled",
      dueAt: new Date("2026-11-24T01:00:00Z"),
    });
    expect(await base.db.select().from(broadcastSeries)).toHaveLength(before);
    expect((await seriesOf(seriesId))?.templateId).toBe(id);
    await end(id);
    expect(await stateOf(occurrence)).toBe("cancelled");
  });

  it("an occurrence whose time passed meanwhile goes out at once, on a second person's word", async () => {
    const { id, seriesId, occurrence, again } = await takenBack();
    const after = new Date("2026-11-24T02:00:00Z");
    expect(await again("planned", after)).toMatchObject({ reason: "past" });
    expect(await again("at-once", after)).toMatchObject({ reason: "late" });
    expect(await again("at-once", after, approver, "停電で遅れたため")).toMatchObject({ ok: true });
    expect((await occurrencesOf(seriesId))[0]).toMatchObject({ id: occurrence, dueAt: after, seriesId });
    await end(id);
  });

  it("a series that ends takes what was taken back with it, and what waits for its hold", async () => {
    const { id, seriesId, occurrence, again } = await takenBack();
    await makeOccurrences(at("2026-11-25T12:00:00Z"));
    const second = (await occurrencesOf(seriesId))[1]?.id ?? "";
    await base.db.update(broadcasts).set({ state: "held", heldUntil: NOON }).where(eq(broadcasts.id, second));
    expect(await cancelBroadcast(author, { id, reason: "" })).toMatchObject({ ok: true });
    expect([await stateOf(occurrence), await stateOf(second)]).toEqual(["cancelled", "cancelled"]);
    // One that was being rewritten meanwhile is not sent by way of a series that is over.
    await base.db.update(broadcasts).set({ state: "approved" }).where(eq(broadcasts.id, occurrence));
    expect(await again("planned")).toMatchObject({ reason: "series-ended" });
  });

  it("makes nothing once its template is not at work any more", async () => {
    const { id, seriesId } = await begin();
    await base.db.update(broadcasts).set({ state: "cancelled" }).where(eq(broadcasts.id, id));
    expect(await makeOccurrences(at("2026-11-23T12:00:00Z"))).toBe(0);
    expect(await occurrencesOf(seriesId)).toEqual([]);
  });
});
