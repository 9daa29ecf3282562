import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { REPORT_STATUSES, type Role } from "@/db/enums";
import type { reports } from "@/db/schema";
import { type Ctx, systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { getReportByNumber, listNearbyReports } from "./detail/queries";
import {
  clusterReports,
  countByStatus,
  countReports,
  countWithoutPoint,
  listNewSince,
  listReports,
  MAX_MARKS,
  summarizeReports,
} from "./queries";
import { EMPTY_FILTER, REPORT_SORTS, type ReportFilter } from "./search";
import { isOpen } from "./status";
import { makeReport, makeStaff, makeTown, type Town } from "./testing/city";

type Row = typeof reports.$inferSelect;

const base = testDatabase();
const NOW = new Date("2026-11-22T14:40:00Z");
const everything = () => systemContext(base.db, "test", NOW);
let town: Town;
let rows: Row[];
let me: Ctx;

/** A repeatable stand-in for chance: the same reports in every run. */
function dice(seed: number) {
  let state = seed;
  return (n: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

beforeAll(async () => {
  town = await makeTown(base.db);
  const worker = await makeStaff(base.db, "佐藤", [{ role: "administrator", sectionId: null }], NOW);
  me = worker;
  const roll = dice(7);
  rows = [];
  for (let i = 0; i < 420; i++) {
    const status = REPORT_STATUSES[roll(REPORT_STATUSES.length)] ?? "received";
    const dense = roll(2) === 0;
    rows.push(
      await makeReport(base.db, {
        number: `${i < 30 ? "R10" : "R9"}-${String(i + 1).padStart(6, "0")}`,
        status,
        categoryKey: roll(3) === 0 ? "park" : "road",
        sectionId: [null, town.roads, town.parks][roll(3)] ?? null,
        areaId: [null, town.east, town.west][roll(3)] ?? null,
        assigneeId: roll(5) === 0 ? worker.actor.staffId : null,
        // Many share an instant: only the id then tells them apart.
        receivedAt: new Date(NOW.getTime() - roll(40) * 86_400_000 - roll(3) * 1000),
        updatedAt: new Date(NOW.getTime() - roll(100) * 3_600_000),
        dueAt: roll(4) === 0 ? null : new Date(NOW.getTime() + (roll(40) - 20) * 86_400_000),
        body: roll(6) === 0 ? "100%_の\\水たまり" : "穴",
        point:
          roll(12) === 0
            ? null
            : {
                lat: 32.7 + roll(dense ? 200 : 200_000) / 1e6,
                lng: 130.6 + roll(dense ? 200 : 200_000) / 1e6,
              },
      }),
    );
  }
}, 120_000);

const day = (text: string) => new Date(`${text}T00:00:00+09:00`).getTime();
/** What the filter means, said a second time and without SQL. */
function passes(row: Row, filter: ReportFilter): boolean {
  const section = row.sectionId === town.roads ? "roads" : row.sectionId === town.parks ? "parks" : "none";
  const area = row.areaId === town.east ? "east" : row.areaId === town.west ? "west" : "none";
  const any = (list: string[], value: string) => list.length === 0 || list.includes(value);
  const box = filter.bbox;
  return (
    any(filter.status, row.status) &&
    any(filter.category, row.categoryKey) &&
    any(filter.section, section) &&
    any(filter.area, area) &&
    (!filter.from || row.receivedAt.getTime() >= day(filter.from)) &&
    (!filter.to || row.receivedAt.getTime() < day(filter.to) + 86_400_000) &&
    (filter.text === "" || row.searchText.includes(filter.text.toLowerCase())) &&
    (filter.point === "any" || row.lat === null) &&
    (filter.assignee === "any" ||
      (filter.assignee === "none" ? row.assigneeId === null : row.assigneeId !== null)) &&
    (!filter.overdue || (isOpen(row.status) && row.dueAt !== null && row.dueAt < NOW)) &&
    (!box ||
      (row.lat !== null &&
        row.lng !== null &&
        row.lat >= box.south &&
        row.lat <= box.north &&
        row.lng >= box.west &&
        row.lng <= box.east))
  );
}
const numbers = (list: Row[]) => list.map((r) => r.number).sort();

const filters: fc.Arbitrary<ReportFilter> = fc
  .record({
    status: fc.subarray([...REPORT_STATUSES]),
    category: fc.subarray(["road", "park"]),
    section: fc.subarray(["roads", "parks", "none"]),
    area: fc.subarray(["east", "west", "none"]),
    from: fc.constantFrom(null, "2026-10-25", "2026-11-10"),
    to: fc.constantFrom(null, "2026-11-15", "2026-11-22"),
    text: fc.constantFrom("", "穴", "100%_の\\", "%", "道路"),
    point: fc.constantFrom("any" as const, "missing" as const),
    assignee: fc.constantFrom("any" as const, "me" as const, "none" as const),
    overdue: fc.boolean(),
  })
  .map((part) => ({ ...EMPTY_FILTER, ...part }));
// Most of a filter is usually empty; else hardly any report would ever pass.
const sparse = fc
  .tuple(filters, fc.subarray(Object.keys(EMPTY_FILTER) as (keyof ReportFilter)[], { maxLength: 3 }))
  .map(
    ([full, kept]): ReportFilter => ({
      ...EMPTY_FILTER,
      ...Object.fromEntries(kept.map((k) => [k, full[k]])),
    }),
  );
const boxes = fc
  .record({
    south: fc.integer({ min: 0, max: 190 }),
    west: fc.integer({ min: 0, max: 190 }),
    size: fc.integer({ min: 1, max: 200 }),
  })
  .map(({ south, west, size }) => ({
    south: 32.7 + south / 1000,
    west: 130.6 + west / 1000,
    north: 32.7 + (south + size) / 1000,
    east: 130.6 + (west + size) / 1000,
  }));

async function allPages(ctx: Ctx, filter: ReportFilter, limit: number) {
  const found: string[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < 200; page++) {
    const answer: Awaited<ReturnType<typeof listReports>> = await listReports(ctx, {
      filter: { ...filter, cursor },
      limit,
    });
    found.push(...answer.rows.map((r) => r.number));
    if (!answer.next) return { found, last: answer };
    cursor = answer.next;
  }
  throw new Error("the pages never end");
}

describe("the list", () => {
  it("shows exactly what the filter means, counted alike everywhere", async () => {
    await fc.assert(
      fc.asyncProperty(sparse, async (filter) => {
        const expected = rows.filter((row) => passes(row, filter));
        const { found } = await allPages(me, filter, 97);
        expect([...found].sort()).toEqual(numbers(expected));
        expect(await countReports(me, { filter })).toBe(expected.length);
        const summary = await summarizeReports(me, { filter });
        expect(summary.total).toBe(expected.length);
        expect(summary.withoutPoint).toBe(expected.filter((r) => r.lat === null).length);
        for (const status of REPORT_STATUSES)
          expect(summary.byStatus[status]).toBe(expected.filter((r) => r.status === status).length);
      }),
      { numRuns: 40 },
    );
  });

  it.each(REPORT_SORTS.flatMap((sort) => [true, false].map((descending) => ({ sort, descending }))))(
    "walks through every page by $sort (descending: $descending), forth and back, losing and repeating none",
    async (order) => {
      const filter = { ...EMPTY_FILTER, ...order };
      const { found, last } = await allPages(me, filter, 33);
      expect(new Set(found).size).toBe(rows.length);
      const whole = await listReports(me, { filter, limit: 1000 });
      expect(whole.rows.map((r) => r.number)).toEqual(found);
      const back: string[] = last.rows.map((r) => r.number);
      let page = last;
      while (page.previous) {
        page = await listReports(me, { filter: { ...filter, cursor: page.previous }, limit: 33 });
        back.unshift(...page.rows.map((r) => r.number));
      }
      expect(back).toEqual(found);
    },
  );

  it("sorts R10 after R9, closed cases out of the way of due ones, and statuses by the workflow", async () => {
    const by = async (sort: ReportFilter["sort"]) =>
      (await listReports(me, { filter: { ...EMPTY_FILTER, sort, descending: false }, limit: 1000 })).rows;
    expect((await by("number")).map((r) => r.number).at(-1)).toBe("R10-000030");
    const due = await by("due");
    const firstClosed = due.findIndex((r) => !isOpen(r.status) || r.dueAt === null);
    expect(due.slice(firstClosed).every((r) => !isOpen(r.status) || r.dueAt === null)).toBe(true);
    const ranks = (await by("status")).map((r) => REPORT_STATUSES.indexOf(r.status));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });

  it("finds a number however it is typed, and starts at the top with a cursor of another order", async () => {
    const found = await listReports(me, { filter: { ...EMPTY_FILTER, text: "Ｒ９－４０" } });
    expect(found.rows.map((r) => r.number)).toEqual(["R9-000040"]);
    const first = await listReports(me, { filter: EMPTY_FILTER, limit: 5 });
    const other = await listReports(me, {
      filter: { ...EMPTY_FILTER, sort: "due", cursor: first.next },
      limit: 5,
    });
    expect(other.previous).toBeNull();
  });

  it("counts statuses whatever status is chosen, and 地図外 whatever the map shows", async () => {
    const filter: ReportFilter = {
      ...EMPTY_FILTER,
      status: ["done"],
      bbox: { south: 32.7, west: 130.6, north: 32.71, east: 130.61 },
    };
    const box = rows.filter((row) => passes(row, { ...filter, status: [] }));
    expect((await countByStatus(me, { filter })).received).toBe(
      box.filter((r) => r.status === "received").length,
    );
    expect(await countWithoutPoint(me, { filter })).toBe(
      rows.filter((r) => r.lat === null && r.status === "done").length,
    );
  });
});

describe("the map", () => {
  it("shows every report of the list once, in pins and clusters, never too many", async () => {
    await fc.assert(
      fc.asyncProperty(sparse, boxes, fc.integer({ min: 5, max: 19 }), async (filter, bounds, zoom) => {
        const expected = rows.filter((row) => passes(row, { ...filter, bbox: bounds }));
        const map = await clusterReports(me, { filter, bounds, zoom });
        expect(map.items.length).toBeLessThanOrEqual(MAX_MARKS);
        expect(map.total).toBe(expected.length);
        expect(map.items.reduce((n, item) => n + (item.kind === "pin" ? 1 : item.count), 0)).toBe(
          expected.length,
        );
        for (const status of REPORT_STATUSES) {
          const drawn = map.items.reduce(
            (n, item) => n + (item.kind === "pin" ? Number(item.status === status) : item.byStatus[status]),
            0,
          );
          expect(drawn).toBe(expected.filter((r) => r.status === status).length);
        }
        for (const item of map.items) {
          expect(item.point.lat).toBeGreaterThanOrEqual(bounds.south);
          expect(item.point.lng).toBeLessThanOrEqual(bounds.east);
        }
        expect((await listReports(me, { filter: { ...filter, bbox: bounds } })).total).toBe(map.total);
      }),
      { numRuns: 60 },
    );
  });

  it("takes clusters apart on the way in", async () => {
    const bounds = { south: 32.6, west: 130.5, north: 33, east: 131 };
    const marks = async (zoom: number) =>
      (await clusterReports(me, { filter: EMPTY_FILTER, bounds, zoom })).items.length;
    expect(await marks(8)).toBeLessThan(await marks(12));
    expect(await marks(12)).toBeLessThan(await marks(15));
  });
});

describe("who sees what, in every query", () => {
  const people: [string, { role: Role; in: "all" | "roads" | "parks" }[], (row: Row) => boolean][] = [
    ["administrator", [{ role: "administrator", in: "all" }], () => true],
    ["triage", [{ role: "triage", in: "all" }], () => true],
    ["viewer", [{ role: "viewer", in: "all" }], () => true],
    ["section", [{ role: "section", in: "roads" }], (row) => row.sectionId === town.roads],
    [
      "two sections",
      [
        { role: "section", in: "roads" },
        { role: "section", in: "parks" },
      ],
      (row) => row.sectionId !== null,
    ],
    ["viewer of one", [{ role: "viewer", in: "parks" }], (row) => row.sectionId === town.parks],
    ["author", [{ role: "author", in: "all" }], () => false],
    ["nobody", [], () => false],
  ];
  const world = { south: -80, west: -179, north: 80, east: 179 };

  it.each(people)("%s", async (name, roles, sees) => {
    const held = roles.map((r) => ({ role: r.role, sectionId: r.in === "all" ? null : town[r.in] }));
    const ctx = await makeStaff(base.db, name, held, NOW);
    const visible = rows.filter(sees);
    const filter = EMPTY_FILTER;
    expect((await allPages(ctx, filter, 200)).found.sort()).toEqual(numbers(visible));
    expect(await countReports(ctx, { filter })).toBe(visible.length);
    expect((await summarizeReports(ctx, { filter })).total).toBe(visible.length);
    const map = await clusterReports(ctx, { filter, bounds: world, zoom: 14 });
    expect(map.total).toBe(visible.filter((r) => r.lat !== null).length);
    expect(map.withoutPoint).toBe(visible.filter((r) => r.lat === null).length);
    const feed = await listNewSince(ctx, { since: new Date(0), limit: 10_000 });
    expect(feed.map((f) => f.number).sort()).toEqual(numbers(visible));
    const near = await listNearbyReports(ctx, {
      point: { lat: 32.7001, lng: 130.6001 },
      radiusMeters: 60_000,
      except: "",
      category: { key: "road", subKey: null },
      limit: 1000,
    });
    const seen = new Set(visible.map((r) => r.number));
    expect(near.every((n) => seen.has(n.number))).toBe(true);
    expect(near.length > 0).toBe(visible.length > 0);
    for (const row of rows.slice(0, 20)) {
      const got = getReportByNumber(ctx, { number: row.number }).then(
        (r) => r.number,
        (e) => e.code,
      );
      expect(await got).toBe(sees(row) ? row.number : "not-found");
    }
    for (const other of ["friend", "public"] as const) {
      const actor = other === "friend" ? { kind: other, friendId: 1 } : { kind: other };
      expect(await countReports({ ...everything(), actor }, { filter })).toBe(0);
    }
  });
});

describe("what lies near", () => {
  it("puts open cases first, then the nearest, and names the likely repetition", async () => {
    const center = { lat: 33.5, lng: 131.5 };
    const at = (meters: number) => ({ lat: center.lat + meters / 111_195, lng: center.lng });
    const closed = await makeReport(base.db, { point: at(5), status: "done" });
    const same = await makeReport(base.db, { point: at(30), status: "checking" });
    const other = await makeReport(base.db, { point: at(20), status: "working", categoryKey: "park" });
    await makeReport(base.db, { point: at(81), status: "received" });
    const itself = await makeReport(base.db, { point: center });
    const near = await listNearbyReports(everything(), {
      point: center,
      radiusMeters: 80,
      except: itself.number,
      category: { key: "road", subKey: null },
    });
    expect(near.map((n) => [n.number, n.distanceMeters, n.likelyDuplicate])).toEqual([
      [other.number, 20, false],
      [same.number, 30, true],
      [closed.number, 5, false],
    ]);
  });
});
