import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { routes, scenarios, scenarioVersions, sections } from "@/db/schema";
import {
  findCityProfile,
  findRoute,
  getCityProfile,
  listAreas,
  listCategories,
  listSections,
} from "@/lib/city/queries";
import { systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { publishScenario } from "@/lib/scenarios/commands";
import { getScenarioVersion, listPublishedScenarios, listScenarioVersions } from "@/lib/scenarios/queries";
import { loadCityContent } from "./commands";
import { kumamoto } from "./kumamoto/city";
import type { CityPreset } from "./types";

const database = testDatabase();
const ctx = () => systemContext(database.db, "test", new Date("2026-11-22T00:00:00Z"));

describe("loading a city", () => {
  it("is unavailable before", async () => {
    expect(await findCityProfile(ctx())).toBeNull();
    await expect(getCityProfile(ctx())).rejects.toMatchObject({ code: "unavailable" });
  });

  it("puts everything there, and the second time changes nothing", async () => {
    await loadCityContent(ctx(), kumamoto);
    const once = [
      await listAreas(ctx()),
      await listSections(ctx()),
      await listCategories(ctx()),
      await listScenarioVersions(ctx()),
    ];
    await loadCityContent(ctx(), kumamoto);
    const twice = [
      await listAreas(ctx()),
      await listSections(ctx()),
      await listCategories(ctx()),
      await listScenarioVersions(ctx()),
    ];
    expect(twice).toEqual(once);
    expect(once.map((list) => list.length)).toEqual([
      5,
      kumamoto.sections.length,
      kumamoto.categories.length,
      1,
    ]);
    expect((await database.db.select().from(routes)).length).toBe(kumamoto.routes.length);
    expect((await getCityProfile(ctx())).name).toBe("熊本市");
    expect((await getScenarioVersion(ctx(), { key: "report", version: 1 })).definition).toEqual(
      kumamoto.scenarios[0],
    );
  });

  it("finds the section of an area before the one for everywhere", async () => {
    const areas = await listAreas(ctx());
    const higashi = areas.find((area) => area.key === "higashi");
    const inArea = await findRoute(ctx(), { categoryKey: "road", areaId: higashi?.id ?? null });
    const nowhere = await findRoute(ctx(), { categoryKey: "road", areaId: null });
    const everywhere = await findRoute(ctx(), { categoryKey: "takeaway", areaId: higashi?.id ?? null });
    expect(inArea?.mailTo).toEqual(["doboku-higashi@example.jp"]);
    expect(nowhere?.mailTo).toEqual(["joho-seisaku@example.jp"]);
    expect(everywhere?.mailTo).toEqual(["jigyo-gomi@example.jp"]);
    expect(await findRoute(ctx(), { categoryKey: "nothing", areaId: null })).toBeNull();
  });

  it("publishes a new version only for a new definition, and keeps the old one", async () => {
    const [report] = kumamoto.scenarios;
    if (!report) throw new Error("no scenario");
    const changed: CityPreset = { ...kumamoto, scenarios: [{ ...report, opening: { ja: "新しい始まり" } }] };
    await loadCityContent(ctx(), changed);
    expect((await listPublishedScenarios(ctx())).map((one) => one.version)).toEqual([2]);
    expect((await listScenarioVersions(ctx())).map((one) => one.definition.opening.ja)).toEqual([
      report.opening.ja,
      "新しい始まり",
    ]);
    const phoneKeys = kumamoto.profile.phones.map((phone) => phone.key);
    expect(await publishScenario(ctx(), { definition: report, phoneKeys })).toEqual({
      ok: true,
      value: { version: 3, isNew: true },
    });
  });

  it("refuses what is not whole, leaving everything as it was", async () => {
    const [report] = kumamoto.scenarios;
    if (!report) throw new Error("no scenario");
    const broken = { ...report, start: "nowhere" };
    const result = await publishScenario(ctx(), { definition: broken, phoneKeys: [] });
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.problems.length).toBeGreaterThan(0);
    const renamed = kumamoto.sections.map((section) => ({ ...section, name: "変えた" }));
    await expect(
      loadCityContent(ctx(), { ...kumamoto, sections: renamed, scenarios: [broken] }),
    ).rejects.toMatchObject({ code: "invalid" });
    const [section] = await database.db.select().from(sections).where(eq(sections.key, "waste"));
    expect(section?.name).toBe("事業ごみ対策課");
    expect((await database.db.select().from(scenarioVersions)).length).toBe(3);
    const closed = await database.db.update(scenarios).set({ publishedVersion: null }).returning();
    expect(closed.length).toBe(1);
    expect(await listPublishedScenarios(ctx())).toEqual([]);
  });
});
