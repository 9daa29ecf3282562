import { eq, isNotNull, ne } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { areas, botMisses, botQuestions, friendGarbage, friends } from "@/db/schema";
import { createStaff } from "@/lib/auth/commands";
import { recountMisses } from "@/lib/chatbot/count/commands";
import { systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { DEMO_CITIES } from "@/lib/demo/cities";
import { demoResidents } from "@/lib/demo/residents";
import { isReminderTime } from "@/lib/garbage/resident/operation";
import { loadCityContent } from "@/lib/presets/commands";
import { CITIES } from "../cities";
import { listDemoWorkers } from "../queries";
import { insertQuestions } from "./commands";
import { LEFT, TAUGHT } from "./words";

const NOW = new Date("2026-11-22T11:30:00Z");

describe.each(DEMO_CITIES.map((one) => one.key))("what residents of %s asked", (city) => {
  const base = testDatabase();
  const ctx = () => systemContext(base.db, "seed", NOW);
  const { preset } = CITIES[city];

  beforeAll(async () => {
    await loadCityContent(ctx(), preset);
    await createStaff(ctx(), {
      email: "desk@demo.example",
      name: "広報の担当",
      roles: [{ role: "administrator", sectionId: null }],
    });
    const homes = await base.db.select({ id: areas.id }).from(areas).orderBy(areas.id);
    const rows = Array.from({ length: demoResidents(city).count }, (_, i) => ({
      lineUserId: `U${String(i).padStart(32, "0")}`,
      areaId: i % 9 === 0 ? 0 : (homes[i % homes.length]?.id ?? 0),
      state: i % 11 === 0 ? ("blocked" as const) : ("following" as const),
      stateAt: NOW,
      followedAt: NOW,
      createdAt: NOW,
    }));
    await base.db.insert(friends).values(rows);
    const [desk] = await listDemoWorkers(ctx());
    if (!desk) throw new Error("no desk");
    await insertQuestions(ctx(), { city, preset, desk });
  });

  it("is counted, and the misses say what the questions say", async () => {
    expect(await base.db.$count(botQuestions)).toBeGreaterThan(3_500);
    const kept = () => base.db.select().from(botMisses).orderBy(botMisses.folded);
    const before = await kept();
    expect(before.length).toBeGreaterThan(50);
    await base.db.transaction((tx) => recountMisses(systemContext(tx, "seed", NOW)));
    expect(await kept()).toEqual(before);
  });

  it("was worked on: words were taught, others left for a reason", async () => {
    const settled = await base.db.select().from(botMisses).where(ne(botMisses.state, "open"));
    const of = (state: string) => settled.filter((miss) => miss.state === state);
    expect(new Set(of("settled").map((miss) => miss.entryKey))).toEqual(
      new Set(TAUGHT.map((one) => `g:${one.item}`)),
    );
    expect(of("left").map((miss) => miss.reason)).toEqual(
      expect.arrayContaining(LEFT[city].map((one) => one.reason)),
    );
    for (const miss of settled) {
      expect(miss.settledBy).not.toBeNull();
      if (miss.state === "settled")
        expect(miss.settledAt && miss.settledAt > miss.firstAt, miss.sample).toBe(true);
    }
  });

  it("goes with an area of the calendar in the resident's own ward or town, some with a reminder", async () => {
    const calendar = new Map(preset.garbage?.calendar.areas.map((area) => [area.key, area]));
    const rows = await base.db
      .select({ wish: friendGarbage, state: friends.state, area: areas.name })
      .from(friendGarbage)
      .innerJoin(friends, eq(friends.id, friendGarbage.friendId))
      .innerJoin(areas, eq(areas.id, friends.areaId));
    expect(rows.length).toBeGreaterThan(20);
    for (const { wish, state, area } of rows) {
      expect(state).toBe("following");
      const home = calendar.get(wish.areaKey);
      expect(home?.group === area || home?.name.startsWith(area), `${area}: ${home?.name}`).toBe(true);
    }
    const reminded = await base.db.select().from(friendGarbage).where(isNotNull(friendGarbage.remindAt));
    expect(reminded.length).toBeGreaterThan(5);
    expect(reminded.length).toBeLessThan(rows.length);
    for (const { remindOn, remindAt } of reminded)
      expect(isReminderTime(remindOn, (remindAt ?? "").slice(0, 5)), remindAt ?? "").toBe(true);
  });
});
