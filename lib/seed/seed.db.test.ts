import { count, countDistinct, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  areas,
  auditEntries,
  friends,
  lineEvents,
  outbox,
  reportEntries,
  reportPhotos,
  reports,
  staff,
} from "@/db/schema";
import { loadCityMap } from "@/lib/areas/commands";
import { loadAreaFinder } from "@/lib/areas/queries";
import { createStaff } from "@/lib/auth/commands";
import { systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { DESK_EMAIL, demoAccounts, demoCrews } from "@/lib/demo/accounts";
import { DEMO_CITIES, type DemoCity } from "@/lib/demo/cities";
import { listParkedEvents } from "@/lib/inbox/queries";
import { createContentStore } from "@/lib/inbox/store";
import { workThrough } from "@/lib/inbox/testing/webhook";
import { deliverMail } from "@/lib/notifications/jobs";
import type { OutgoingMail } from "@/lib/notifications/smtp-gateway";
import { loadCityContent } from "@/lib/presets/commands";
import { checkMove } from "@/lib/reports/status";
import { CITIES, lifeOf } from "./cities";
import { markSeeded } from "./commands";
import { insertLife } from "./life/commands";
import { makeLife } from "./life/life";
import { photoId, planDrawings } from "./photos/plan";
import { findSeedMark, listDemoWorkers, listSectionIds } from "./queries";
import { chanceFrom } from "./random";

const NOW = new Date("2026-11-22T11:30:00Z");
const lifeFor = (city: DemoCity, now = NOW) =>
  makeLife(lifeOf(city, 1), now, chanceFrom(`${city}/2026-11-22`));

describe.each(DEMO_CITIES.map((c) => c.key))("sixty days of %s", (city) => {
  const base = testDatabase();
  const ctx = () => systemContext(base.db, "seed", NOW);
  const life = lifeFor(city);

  beforeAll(async () => {
    await loadCityContent(ctx(), CITIES[city].preset);
    await loadCityMap(ctx(), CITIES[city].sketch);
    const sectionIds = await listSectionIds(ctx());
    for (const { email, name, roles } of [...demoAccounts(city), ...demoCrews(city)]) {
      const held = roles.map(({ role, sectionKey }) => ({
        role,
        sectionId: sectionKey === null ? null : (sectionIds.get(sectionKey) ?? null),
      }));
      expect(await createStaff(ctx(), { email, name, roles: held })).toMatchObject({ ok: true });
    }
    const workers = await listDemoWorkers(ctx());
    const desk = workers.find((w) => w.email === DESK_EMAIL);
    if (!desk) throw new Error("no desk");
    const photos = new Map(
      life.flatMap((report) =>
        report.photos.flatMap((photo, position) => {
          const id = photoId(report.key, position);
          const row = {
            id,
            position,
            label: photo.label,
            state: "ready" as const,
            fullKey: `photos/${id}.jpg`,
            thumbKey: `photos/${id}-thumb.jpg`,
          };
          return photo.state === "ready" ? [[id, row] as const] : [];
        }),
      ),
    );
    await insertLife(ctx(), {
      life,
      photos,
      firstNumber: 100,
      residentSeed: "t",
      residents: 120,
      desk,
      workers,
    });
    await markSeeded(ctx(), { city, loadedAt: NOW.toISOString(), life: true });
  });

  const total = async (where = sql`true`) =>
    (await base.db.select({ n: count() }).from(reports).where(where))[0]?.n ?? 0;

  it("has 300 reports or more, in every state, some late, some repeated, some without a point", async () => {
    expect(await total()).toBe(life.length);
    expect(life.length).toBeGreaterThanOrEqual(300);
    const byStatus = await base.db
      .select({ status: reports.status, n: count() })
      .from(reports)
      .groupBy(reports.status);
    expect(byStatus.map((r) => r.status).sort()).toEqual(
      ["checking", "done", "duplicate", "not_needed", "received", "referred", "working"].sort(),
    );
    expect(
      await total(
        sql`${reports.dueAt} < ${NOW.toISOString()} and ${reports.status} in ('received','checking','working')`,
      ),
    ).toBeGreaterThan(3);
    expect(await total(isNotNull(reports.duplicateOfId))).toBeGreaterThan(5);
    expect(await total(isNull(reports.lat))).toBeGreaterThan(5);
    expect(await total(eq(reports.photoCount, 0))).toBeGreaterThan(20);
    expect(
      (await base.db.select().from(reportPhotos).where(eq(reportPhotos.state, "waiting"))).length,
    ).toBeGreaterThan(0);
  });

  it("puts every report in the area that its point and address name", async () => {
    const find = await loadAreaFinder(ctx());
    const keys = new Map((await base.db.select().from(areas)).map((row) => [row.key, row.id]));
    const rows = await base.db.select().from(reports);
    const expected = new Map(life.map((report) => [report.key, keys.get(report.spot.areaKey)]));
    for (const row of rows) {
      const point = row.lat === null || row.lng === null ? null : { lat: row.lat, lng: row.lng };
      expect(find(point, row.address)).toMatchObject({ areaId: row.areaId, inside: true });
      expect(row.areaId).toBe(expected.get(row.sourceKey));
      expect((row.cellX === null) === (point === null)).toBe(true);
    }
    const [spread] = await base.db.select({ n: countDistinct(reports.areaId) }).from(reports);
    expect(spread?.n).toBe(CITIES[city].preset.areas.length);
  });

  it("keeps to the workflow: each move is allowed, in order, with its reason", async () => {
    const rows = await base.db
      .select()
      .from(reportEntries)
      .orderBy(reportEntries.reportId, reportEntries.at, reportEntries.id);
    const status = new Map<string, string>();
    for (const entry of rows.filter((r) => r.kind === "status")) {
      const { fromStatus, toStatus } = entry;
      if (!fromStatus || !toStatus) throw new Error("a status entry without its ends");
      expect(fromStatus).toBe(status.get(entry.reportId) ?? "received");
      const given = { reason: entry.body, original: entry.body };
      expect(checkMove(fromStatus, toStatus, { mayChange: true }, given)).toMatchObject({ ok: true });
      status.set(entry.reportId, toStatus);
    }
    for (const row of await base.db.select().from(reports))
      expect(status.get(row.id) ?? "received").toBe(row.status);
    expect(rows.every((row) => row.at <= NOW)).toBe(true);
    const outside = rows.filter((row) => row.actorKind === "staff" && row.actorId === null);
    expect(outside).toEqual([]);
  });

  it("has numbers, texts and messages as the console writes them", async () => {
    const numbers = (await base.db.select({ number: reports.number }).from(reports)).map((r) => r.number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.every((n) => /^R8-\d{6}$/.test(n))).toBe(true);
    const [row] = await base.db.select().from(reports).where(isNotNull(reports.subcategoryKey)).limit(1);
    expect(row?.searchText).toContain(row?.number.toLowerCase());
    const kinds = await base.db
      .select({ kind: outbox.kind, state: outbox.state })
      .from(outbox)
      .groupBy(outbox.kind, outbox.state);
    expect(kinds).toEqual(
      expect.arrayContaining([
        { kind: "reply", state: "sent" },
        { kind: "push", state: "sent" },
        { kind: "push", state: "unknown" },
        { kind: "push", state: "failed" },
        { kind: "mail", state: "sent" },
        { kind: "mail", state: "failed" },
      ]),
    );
    const words = sql`${outbox.kind} <> 'mail' and ${outbox.payload} <> '[]'`;
    expect(await base.db.$count(outbox, words), "words of messages that are over").toBe(0);
    // Nothing of the past is sent again.
    expect(kinds.some((k) => k.state === "pending" || k.state === "attempting")).toBe(false);
    expect((await base.db.select({ n: count() }).from(auditEntries))[0]?.n).toBeGreaterThan(life.length);
    expect((await base.db.select().from(friends)).every((f) => /^U[0-9a-f]{32}$/.test(f.lineUserId))).toBe(
      true,
    );
    expect(await findSeedMark(ctx())).toMatchObject({ city, life: true });
  });

  it("has events that stopped, which go through when a person asks for it", async () => {
    const parked = await listParkedEvents(ctx(), { limit: 10 });
    expect(parked.map((event) => [event.kind, event.attempts])).toEqual([
      ["sticker", 5],
      ["text", 5],
      ["image", 5],
      ["text", 5],
    ]);
    const tools = {
      owner: "w1",
      leaseMs: 20_000,
      content: createContentStore(base.db),
      language: async () => null,
    };
    await base.db.update(lineEvents).set({ state: "pending", nextAttemptAt: new Date(0) });
    expect(await workThrough(base, tools)).toBe(4);
    expect(await base.db.$count(lineEvents, eq(lineEvents.state, "done"))).toBe(4);
  });

  it("names no person", async () => {
    const names = (await base.db.select({ name: staff.name }).from(staff)).map((s) => s.name);
    expect(names.every((name) => /(担当|係|班)$/.test(name))).toBe(true);
    const texts = (await base.db.select({ body: reports.body }).from(reports)).map((r) => r.body);
    expect(texts.filter((text) => /\d{2,4}-\d{2,4}-\d{3,4}|(?<!たく)さん|様/.test(text))).toEqual([]);
  });

  it("makes mails of its reports that name the case and keep the resident's words", async () => {
    const [row] = await base.db.select().from(outbox).where(eq(outbox.kind, "mail")).limit(1);
    const sent: OutgoingMail[] = [];
    const smtp = {
      from: "m@demo.example",
      close: () => {},
      send: async (mail: OutgoingMail) => {
        sent.push(mail);
        return { kind: "sent" as const };
      },
    };
    const outcome = await deliverMail(
      ctx(),
      {
        mailTo: row?.mailTo ?? "",
        payload: JSON.parse(row?.payload ?? ""),
        reportId: row?.reportId ?? null,
        ageMs: 0,
      },
      {
        smtp,
        storage: { get: async () => Buffer.from([0xff, 0xd8, 0xff]) },
        appUrl: "http://localhost:3000",
      },
    );
    expect(outcome).toEqual({ kind: "sent" });
    const [report] = await base.db
      .select()
      .from(reports)
      .where(eq(reports.id, row?.reportId ?? ""));
    expect(sent[0]?.subject).toContain(report?.number);
    expect(sent[0]?.text).toContain(`http://localhost:3000/reports/${report?.number}`);
    if (report?.body) expect(sent[0]?.html).not.toContain(report.body);
  });
});

describe("the same day", () => {
  it.each(DEMO_CITIES.map((c) => c.key))("makes the same life of %s, as far as the day has come", (city) => {
    expect(lifeFor(city)).toEqual(lifeFor(city));
    const morning = new Date("2026-11-22T00:30:00Z");
    const past = (report: { receivedAt: Date }) => report.receivedAt < new Date("2026-11-21T00:00:00Z");
    const keys = (now: Date) =>
      lifeFor(city, now)
        .filter(past)
        .map((r) => [r.key, r.receivedAt.getTime(), r.photos.length]);
    expect(keys(morning)).toEqual(keys(NOW));
  });

  it("makes different cities", () => {
    const words = (city: DemoCity) => new Set(lifeFor(city).map((r) => r.submission.subcategoryKey));
    expect([...words("kumamoto")].filter((key) => words("musashino").has(key)).length).toBeLessThan(8);
  });

  it.each(DEMO_CITIES.map((c) => c.key))("has night, rain and weekday peaks in %s", (city) => {
    const life = lifeFor(city);
    const lamps = life.filter((r) => r.submission.subcategoryKey?.endsWith("lamp") && r.source === "line");
    const evening = lamps.filter((r) =>
      [17, 18, 19, 20, 21, 22].includes((r.receivedAt.getUTCHours() + 9) % 24),
    );
    expect(evening.length / lamps.length).toBeGreaterThan(0.5);
    const perDay = new Map<number, number>();
    for (const r of life) {
      const day = Math.floor((r.receivedAt.getTime() + 9 * 3_600_000) / 86_400_000);
      perDay.set(day, (perDay.get(day) ?? 0) + 1);
    }
    const counts = [...perDay.values()].sort((a, b) => a - b);
    expect(counts.at(-1) ?? 0).toBeGreaterThan(2.5 * (counts[Math.floor(counts.length / 2)] ?? 0));
  });

  it.each(DEMO_CITIES.map((c) => c.key))("plans 40 different drawings or more for %s", (city) => {
    const plans = planDrawings(lifeFor(city), CITIES[city].settings);
    expect(plans.length).toBeGreaterThanOrEqual(40);
    const names = plans.map(({ drawing }) => Object.values(drawing).join("/"));
    expect(new Set(names).size).toBe(plans.length);
  });
});
