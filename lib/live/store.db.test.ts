import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "@/db/enums";
import { staff, staffSessions } from "@/db/schema";
import { testDatabase } from "@/lib/core/testing/database";
import { type LiveEvent, reportLine } from "@/lib/reports/event";
import { makeReport, makeStaff, makeTown, type Town } from "@/lib/reports/testing/city";
import { createHub, type Subscriber } from "./store";

const base = testDatabase();
const NOW = new Date("2026-11-22T14:40:00Z");
let town: Town;
beforeAll(async () => {
  town = await makeTown(base.db);
});

type Page = Subscriber & { heard: LiveEvent[]; beats: number; closed: boolean };

async function openPage(roles: { role: Role; sectionId: number | null }[]): Promise<Page> {
  const { actor } = await makeStaff(base.db, "職員", roles, NOW);
  await base.db.insert(staffSessions).values({
    id: actor.sessionId,
    tokenHash: randomUUID(),
    staffId: actor.staffId,
    createdAt: NOW,
    seenAt: NOW,
    expiresAt: new Date(NOW.getTime() + 3_600_000),
  });
  const page: Page = {
    actor,
    heard: [],
    beats: 0,
    closed: false,
    send: (event) => page.heard.push(event),
    beat: () => {
      page.beats += 1;
    },
    close: () => {
      page.closed = true;
    },
  };
  return page;
}

function openHub() {
  let clock = NOW;
  let started = 0;
  const hub = createHub({
    db: () => base.db,
    listen: () => {
      started += 1;
    },
    clock: () => clock,
  });
  return {
    hub,
    starts: () => started,
    later: (ms: number) => {
      clock = new Date(NOW.getTime() + ms);
    },
  };
}

describe("the feed of a web process", () => {
  it("ends for all with the process, and nobody comes any more", async () => {
    const { hub } = openHub();
    const pages = [await openPage([{ role: "triage", sectionId: null }]), await openPage([])];
    const leave = pages.map((page) => hub.subscribe(page));
    expect(hub.hasEnded()).toBe(false);
    hub.end();
    expect(pages.map((page) => page.closed)).toEqual([true, true]);
    expect(hub.hasEnded()).toBe(true);
    expect(hub.subscribe(await openPage([]))).toBeNull();
    for (const each of leave) each?.();
  });

  it("tells each page what lies within its scope, and nothing personal", async () => {
    const { hub, starts } = openHub();
    const triage = await openPage([{ role: "triage", sectionId: null }]);
    const roads = await openPage([{ role: "section", sectionId: town.roads }]);
    const parks = await openPage([{ role: "section", sectionId: town.parks }]);
    const author = await openPage([{ role: "author", sectionId: null }]);
    const leave = [triage, roads, parks, author].map((page) => hub.subscribe(page));
    expect(starts()).toBe(1);

    const report = await makeReport(base.db, { sectionId: town.roads, body: "秘密のことば" });
    const unassigned = await makeReport(base.db, { sectionId: null });
    await hub.onLines([report.id, unassigned.id, "no such line", randomUUID()]);
    const created = (number: string) => ({ kind: "created", number });
    expect(triage.heard).toEqual(
      expect.arrayContaining([created(report.number), created(unassigned.number)]),
    );
    expect(triage.heard).toHaveLength(2);
    expect(roads.heard).toEqual([created(report.number)]);
    expect([parks.heard, author.heard]).toEqual([[], []]);
    expect(JSON.stringify(triage.heard)).not.toContain("秘密");

    // A report that moves from one section to another concerns both.
    await hub.onLines([reportLine("changed", report.number, [town.roads, town.parks])]);
    expect(roads.heard.at(-1)).toEqual({ kind: "changed", number: report.number });
    expect(parks.heard).toEqual([{ kind: "changed", number: report.number }]);
    for (const go of leave) go?.();
    await hub.onLines([report.id]);
    expect(roads.heard).toHaveLength(2);
  });

  it("calls a report new once: its photo a second later is a change", async () => {
    const { hub } = openHub();
    const page = await openPage([{ role: "triage", sectionId: null }]);
    const leave = hub.subscribe(page);
    const fresh = await makeReport(base.db);
    const worked = await makeReport(base.db, { revision: 3 });
    await hub.onLines([fresh.id, worked.id]);
    await hub.onLines([fresh.id]);
    expect(page.heard.filter((e) => e.kind === "created")).toEqual([
      { kind: "created", number: fresh.number },
    ]);
    expect(page.heard.filter((e) => e.kind === "changed")).toHaveLength(2);
    leave?.();
  });

  it("lets everybody read again when something may have been missed", async () => {
    const { hub } = openHub();
    const page = await openPage([{ role: "viewer", sectionId: town.parks }]);
    const leave = hub.subscribe(page);
    await hub.onLines(["*"]);
    expect(page.heard).toEqual([{ kind: "resync" }]);
    leave?.();
  });

  it("closes the pages of ended sessions, disabled people and idle ones, and follows changed roles", async () => {
    const { hub, later } = openHub();
    const roads = [{ role: "section" as const, sectionId: town.roads }];
    const [ended, disabled, moved] = [await openPage(roads), await openPage(roads), await openPage(roads)];
    for (const page of [ended, disabled, moved]) hub.subscribe(page);
    await hub.check();
    expect([ended, disabled, moved].map((p) => [p.closed, p.beats])).toEqual([
      [false, 1],
      [false, 1],
      [false, 1],
    ]);
    await base.db
      .update(staffSessions)
      .set({ endedAt: NOW })
      .where(eq(staffSessions.id, ended.actor.sessionId));
    await base.db.update(staff).set({ disabledAt: NOW }).where(eq(staff.id, disabled.actor.staffId));
    await base.db.execute(
      `update staff_roles set section_id = ${town.parks} where staff_id = ${moved.actor.staffId}`,
    );
    await hub.check();
    expect([ended.closed, disabled.closed, moved.closed]).toEqual([true, true, false]);
    const report = await makeReport(base.db, { sectionId: town.roads });
    await hub.onLines([report.id]);
    expect([ended.heard, disabled.heard, moved.heard]).toEqual([[], [], []]);
    later(31 * 60_000);
    await hub.check();
    expect(moved.closed).toBe(true);
  });

  it("closes everything when nobody can be recognised", async () => {
    const page = await openPage([{ role: "triage", sectionId: null }]);
    const hub = createHub({
      db: () => {
        throw new Error("no database");
      },
      listen: () => {},
      clock: () => NOW,
    });
    hub.subscribe(page);
    await hub.check();
    expect(page.closed).toBe(true);
  });

  it("gives way to the newest pages of a session that leaves too many behind", async () => {
    const { hub } = openHub();
    const first = await openPage([{ role: "triage", sectionId: null }]);
    hub.subscribe(first);
    const more = Array.from({ length: 12 }, () => ({ ...first, closed: false }));
    for (const page of more) hub.subscribe(page);
    expect(first.closed).toBe(true);
    expect(more.every((page) => !page.closed)).toBe(true);
  });
});
