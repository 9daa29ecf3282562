import { asc, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { lineFollowers } from "@/db/schema";
import { systemContext } from "@/lib/core/context";
import { parseSettings } from "@/lib/core/env";
import { testDatabase } from "@/lib/core/testing/database";
import { createLineGateway, type LineGateway } from "@/lib/line/gateway";
import { loadCityContent } from "@/lib/presets/commands";
import { kumamoto } from "@/lib/presets/kumamoto/city";
import { makeStaff } from "@/lib/reports/testing/city";
import { CHANNEL, openSandbox, type TestSandbox } from "@/lib/sandbox/testing/sandbox";
import { getFriendsView } from "../friends/queries";
import { readFollowers } from "./followers";
import { keepFollowers } from "./jobs";

const base = testDatabase();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** 12:00 on 22 November in Japan. */
const NOON = Date.UTC(2026, 10, 22, 3);
let now = NOON;
let box: TestSandbox;
let line: LineGateway;

beforeAll(async () => {
  box = await openSandbox({ now: () => now });
  const parsed = parseSettings(
    {
      LINE_API_BASE_URL: box.url,
      LINE_DATA_API_BASE_URL: box.url,
      LINE_CHANNEL_ID: CHANNEL.id,
      LINE_CHANNEL_SECRET: CHANNEL.secret,
      LINE_CHANNEL_ACCESS_TOKEN: CHANNEL.longLivedToken,
      DATABASE_URL: "postgres://none",
    },
    "command",
  );
  if (!("settings" in parsed)) throw new Error(parsed.problems.join());
  line = createLineGateway(parsed.settings);
  await loadCityContent(systemContext(base.db, "test"), kumamoto);
});
afterAll(() => box.close());
beforeEach(() => base.db.delete(lineFollowers));

const ctx = () => systemContext(base.db, "followers", new Date(now));
const keep = (gateway: Pick<LineGateway, "followers" | "demographic"> = line) =>
  keepFollowers(ctx(), { line: gateway });
const rows = () => base.db.select().from(lineFollowers).orderBy(asc(lineFollowers.day));

describe("LINE's nights", () => {
  it("are each asked for once, missed ones too, and stand beside ours with the difference", async () => {
    const people = await box.residents(30, { seed: "nights" });
    now = NOON + DAY;
    for (const { id } of people.slice(0, 4)) await box.control("POST", `/residents/${id}/block`, {});
    now = NOON + 2 * DAY;
    while ((await keep()) > 0);
    const kept = (await rows()).filter(({ day }) => day >= "2026-11-22");
    expect(kept).toMatchObject([
      { day: "2026-11-22", followers: 30, targetedReaches: 30, blocks: 0, nextAt: null },
      { day: "2026-11-23", followers: 30, targetedReaches: 26, blocks: 4, nextAt: null },
    ]);
    expect(await keep()).toBe(0);
    const staff = await makeStaff(base.db, "係", [{ role: "administrator", sectionId: null }], new Date(now));
    const view = await getFriendsView(staff, {
      period: { from: "2026-11-22", to: "2026-11-24" },
      against: null,
      granularity: "day",
    });
    expect(view.line.days.at(-1)).toEqual({
      day: "2026-11-23",
      followers: 30,
      blocks: 4,
      lineFriends: 26,
      targetedReaches: 26,
      ours: 0,
      difference: 26,
    });
  });

  it("are not asked for before their night, nor twice at once", async () => {
    now = NOON + 3 * DAY - 11 * HOUR;
    while ((await keep()) > 0);
    expect((await rows()).find(({ day }) => day === "2026-11-24")?.fetchedAt).toBeNull();
    now += 3 * HOUR;
    let asked = 0;
    const slow = {
      ...line,
      followers: (day: string) => {
        asked += 1;
        return line.followers(day);
      },
    };
    await Promise.all([keep(slow), keep(slow), keep(slow)]);
    expect(asked).toBe(1);
    expect((await rows()).find(({ day }) => day === "2026-11-24")?.fetchedAt).not.toBeNull();
  });

  it("are asked for again after a failure, and given up after a week", async () => {
    now = NOON + 4 * DAY;
    const down = { ...line, followers: async () => ({ kind: "failed" as const, error: "http-500" }) };
    expect(await keep(down)).toBe(1);
    const [first] = await base.db.select().from(lineFollowers).where(sql`attempts > 0`);
    expect(first?.nextAt?.getTime()).toBe(now + HOUR);
    now += 9 * DAY;
    while ((await keep(down)) > 0);
    const old = (await rows()).filter(({ day }) => day === first?.day);
    expect(old).toMatchObject([{ nextAt: null, fetchedAt: null }]);
  });
});

it.each([
  [{ status: "ready", followers: 3, targetedReaches: 2, blocks: 1 }, "ready"],
  [{ status: "ready", followers: 3, targetedReaches: null }, "ready"],
  [{ status: "unready" }, "unready"],
  [{ status: "out_of_service" }, "never"],
  [{ status: "sunny" }, "strange"],
  [{ followers: 3 }, "strange"],
  [{ status: "ready", followers: -1 }, "strange"],
  ["<html>", "strange"],
])("reads %j", (figures, kind) => {
  expect(readFollowers(figures).kind).toBe(kind);
});
