import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { areaShapes, areas, auditEntries } from "@/db/schema/index";
import { systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { loadCityMap, replaceImportedShapes } from "./commands";
import { planImport } from "./geojson";
import { findSketch, getSketch, loadAreaFinder } from "./queries";
import { linePoints, type MapSketch } from "./sketch";

const box = (west: number, south: number, size = 0.1) =>
  linePoints(
    `${south},${west} ${south},${west + size} ${south + size},${west + size} ${south + size},${west}`,
  );
const sketch: MapSketch = {
  city: { prefecture: "熊本県", name: "熊本市", code: "431", neighbours: ["益城町"] },
  bounds: { south: 32.66, west: 130.57, north: 32.98, east: 130.83 },
  view: { south: 32.7, west: 130.6, north: 32.9, east: 130.8 },
  center: { lat: 32.8, lng: 130.7 },
  areas: [
    {
      key: "chuo",
      name: "中央区",
      code: "43101",
      aliases: [],
      label: { lat: 32.75, lng: 130.65 },
      rings: [box(130.6, 32.7)],
    },
    {
      key: "kita",
      name: "北区",
      code: "43105",
      aliases: [],
      label: { lat: 32.85, lng: 130.65 },
      rings: [box(130.6, 32.8)],
    },
  ],
  waters: [],
  greens: [],
  rivers: [],
  railways: [],
  roads: [],
  landmarks: [],
  places: [],
};

const database = testDatabase();
const ctx = () => systemContext(database.db, "test");
const ward = (name: string, code: string, dx = 0) => ({
  type: "Feature",
  properties: { N03_001: "熊本県", N03_003: "熊本市", N03_004: name, N03_007: code },
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [130.6 + dx, 32.7],
        [130.7 + dx, 32.7],
        [130.7 + dx, 32.8],
        [130.6 + dx, 32.8],
        [130.6 + dx, 32.7],
      ],
    ],
  },
});
const importFile = async (...features: unknown[]) => {
  const { city } = sketch;
  const read = planImport(
    { type: "FeatureCollection", features },
    {
      prefecture: city.prefecture,
      city: city.name,
      cityCode: city.code,
      bounds: sketch.bounds,
      areas: sketch.areas,
    },
  );
  if (!read.ok) throw new Error(read.problem);
  await replaceImportedShapes(ctx(), read.plan.shapes);
};

describe("areas in the database", () => {
  it("has no sketch and refuses nothing before a city is loaded", async () => {
    expect(await findSketch(ctx())).toBeNull();
    await expect(getSketch(ctx())).rejects.toMatchObject({ code: "unavailable" });
    const find = await loadAreaFinder(ctx());
    expect(find({ lat: 0, lng: 0 }, "東京都千代田区")).toEqual({
      areaKey: null,
      areaId: null,
      source: null,
      inside: true,
    });
  });

  describe("with a city", () => {
    beforeAll(async () => {
      await database.db
        .insert(areas)
        .values(
          sketch.areas.map((area, position) => ({ key: area.key, name: area.name, position, ...area.label })),
        );
      await loadCityMap(ctx(), sketch);
      await loadCityMap(ctx(), sketch);
    });

    it("finds the area's id by address and by outline", async () => {
      const find = await loadAreaFinder(ctx());
      const [chuo] = await database.db.select().from(areas).where(eq(areas.key, "chuo"));
      expect(find({ lat: 32.75, lng: 130.65 }, null)).toEqual({
        areaKey: "chuo",
        areaId: chuo?.id,
        source: "outline",
        inside: true,
      });
      expect(find(null, "熊本市中央区").areaId).toBe(chuo?.id);
      expect(find({ lat: 32.9, lng: 131 }, null).inside).toBe(false);
    });

    it("puts an import in the place of the one before, with one audit entry each, and keeps the outline", async () => {
      await importFile(ward("中央区", "43101"), ward("北区", "43105", 0.1));
      await importFile(ward("中央区", "43101", 0.05));
      const rows = await database.db.select().from(areaShapes);
      expect(rows.filter(({ source }) => source === "import").map(({ name }) => name)).toEqual(["中央区"]);
      expect(rows.filter(({ source }) => source === "outline")).toHaveLength(2);
      const audit = await database.db.select().from(auditEntries);
      expect(audit.map(({ action }) => action)).toEqual(["area.import-borders", "area.import-borders"]);
      const find = await loadAreaFinder(ctx());
      expect(find({ lat: 32.75, lng: 130.69 }, null)).toMatchObject({ areaKey: "chuo", source: "polygon" });
    });

    it("changes nothing when a shape cannot be stored", async () => {
      const before = await database.db.select().from(areaShapes);
      const stranger = {
        areaKey: "nowhere",
        name: "x",
        geometry: { type: "MultiPolygon" as const, coordinates: [] },
      };
      await expect(replaceImportedShapes(ctx(), [stranger])).rejects.toMatchObject({ code: "invalid" });
      await expect(replaceImportedShapes(ctx(), [])).rejects.toMatchObject({ code: "invalid" });
      expect(await database.db.select().from(areaShapes)).toEqual(before);
    });

    describe("the program", () => {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), "madoguchi-areas-"));
      afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
      const run = (content: string | null, ...flags: string[]) => {
        const file = path.join(folder, "borders.geojson");
        if (content !== null) fs.writeFileSync(file, content);
        const args = ["--import", "tsx", "lib/areas/main.ts", ...(content === null ? [] : [file]), ...flags];
        const env = { ...process.env, DATABASE_URL: database.url };
        const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: "utf8" });
        return { status, text: stdout + stderr };
      };
      const imported = () => database.db.select().from(areaShapes).where(eq(areaShapes.source, "import"));
      const both = JSON.stringify({
        type: "FeatureCollection",
        features: [ward("中央区", "43101"), ward("北区", "43105", 0.1)],
      });

      it("shows what a file holds without touching anything, then imports it", async () => {
        const before = await imported();
        const dry = run(both, "--dry-run");
        expect(dry).toMatchObject({ status: 0 });
        expect(dry.text).toContain("熊本市の区域 2件");
        expect(dry.text).toContain("日本測地系");
        expect(await imported()).toEqual(before);
        // As Windows saves it: with a byte order mark.
        const real = run(`\uFEFF${both}`);
        expect(real.text).toContain("取り込みました");
        expect((await imported()).map(({ name }) => name)).toEqual(["中央区", "北区"]);
      });

      it.each([
        ["no file", null, "使い方"],
        ["a zip", "PK\u0003\u0004", "GeoJSON として読めません"],
        ["half a file", both.slice(0, 200), "GeoJSON として読めません"],
        [
          "another city",
          both.replaceAll("熊本市", "福岡市").replaceAll("431", "401"),
          "ひとつも見つかりません",
        ],
      ])("refuses %s, says why and keeps what there was", async (_, content, words) => {
        const before = await imported();
        const { status, text } = run(content);
        expect(status).toBe(1);
        expect(text).toContain(words);
        expect(text).not.toContain("at ");
        expect(await imported()).toEqual(before);
      });
    });

    const data = process.env.TRIAL_DATA;
    it.skipIf(!data)(
      "places landmarks by the official borders once they are imported (needs TRIAL_DATA)",
      async () => {
        const json = JSON.parse(
          fs.readFileSync(path.join(data ?? "", "geo", "kumamoto-wards.geojson"), "utf8"),
        );
        await importFile(...json.features);
        const find = await loadAreaFinder(ctx());
        expect(find({ lat: 32.8031, lng: 130.7079 }, null)).toMatchObject({
          areaKey: "chuo",
          source: "polygon",
        });
        expect(find({ lat: 32.9039, lng: 130.6955 }, null)).toMatchObject({
          areaKey: "kita",
          source: "polygon",
        });
        expect(find({ lat: 32.885, lng: 130.79 }, null).inside).toBe(false);
      },
    );
  });
});
