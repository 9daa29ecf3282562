import fs from "node:fs";
import path from "node:path";
import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { describe, expect, it } from "vitest";
import { lookUpArea } from "@/lib/areas/lookup";
import { outlineGeometry, outlineShapes } from "@/lib/areas/outline";
import { linePoints, type MapSketch, mapSketch, rankedPoints } from "@/lib/areas/sketch";
import { contains, type Point } from "@/lib/core/geo";
import { kumamotoSketch } from "./kumamoto/map";
import { musashinoSketch } from "./musashino/map";

/** "where/name/lat,lng": the area a landmark must fall into. Public facts of the two cities. */
const expected = (text: string): { area: string; name: string; at: Point }[] =>
  text
    .trim()
    .split(/\s+/)
    .flatMap((token) => {
      const [area = "", name = "", position = ""] = token.split("/");
      const [at] = linePoints(position);
      return at ? [{ area, name, at }] : [];
    });

const kumamotoPlaces = expected(`
  西区/熊本駅/32.7892,130.6885 西区/上熊本駅/32.8173,130.6988 中央区/新水前寺駅/32.7934,130.7259 南区/川尻駅/32.7438,130.6799
  北区/植木駅/32.8802,130.6808 北区/武蔵塚駅/32.8500,130.7702 北区/北熊本駅/32.8275,130.7220 中央区/藤崎宮前駅/32.8089,130.7132
  中央区/通町筋/32.8034,130.7098 中央区/水道町/32.8024,130.7126 東区/健軍町/32.7784,130.7612 東区/動植物園入口/32.7805,130.7547
  中央区/熊本城/32.8061,130.7058 中央区/市役所/32.8031,130.7079 中央区/桜町/32.8003,130.7040 中央区/花畑広場/32.8012,130.7050
  中央区/県庁/32.7898,130.7417 中央区/水前寺成趣園/32.7909,130.7343 中央区/上江津湖/32.7838,130.7400
  東区/動植物園/32.7772,130.7530 東区/東区役所/32.7858,130.7665 西区/西区役所/32.7769,130.6476 南区/南区役所/32.7153,130.6782
  北区/北区役所/32.9039,130.6955 南区/アクアドーム/32.7633,130.6679 中央区/総合体育館/32.7851,130.7366
  中央区/水前寺競技場/32.7943,130.7414 北区/フードパル/32.8483,130.6960 中央区/白川公園/32.8058,130.7150
  北区/八景水谷公園/32.8416,130.7245 東区/県民総合運動公園/32.8372,130.8003 西区/金峰山/32.8142,130.6386
  西区/田崎市場/32.7822,130.6820 中央区/子飼商店街/32.8097,130.7208 東区/健軍商店街/32.7796,130.7585
  中央区/中央公民館/32.8047,130.7156 中央区/五福/32.7959,130.6957 中央区/大江/32.7989,130.7251
  東区/健軍文化ホール/32.7752,130.7621 東区/東部公民館/32.7885,130.7537 東区/秋津/32.7712,130.7733 東区/託麻/32.8279,130.7792
  東区/託麻スポーツセンター/32.8373,130.7742 西区/森都心プラザ/32.7904,130.6911 西区/河内/32.8367,130.5839
  西区/花園/32.8176,130.6949 西区/芳野/32.8434,130.6431 西区/西部交流センター/32.7763,130.6469 南区/富合/32.7161,130.6781
  南区/南部/32.7482,130.6863 南区/南部スポーツ/32.7551,130.6737 南区/城南スポーツ/32.7079,130.7482 南区/天明/32.7329,130.6367
  南区/天明体育館/32.7325,130.6359 南区/幸田/32.7667,130.7123 南区/浜線健康パーク/32.7588,130.7282 南区/火の君/32.7074,130.7400
  北区/北部/32.8699,130.7030 北区/大和/32.8806,130.6723 北区/植木中央公園/32.9027,130.6998 北区/清水/32.8413,130.7216
  北区/清水スポーツ/32.8296,130.7288 北区/龍田/32.8441,130.7644 北区/龍田体育館/32.8438,130.7642`);

const musashinoPlaces = expected(`
  吉祥寺南町/吉祥寺駅/35.7031,139.5798 中町/三鷹駅北口/35.7032,139.5607 境/武蔵境駅/35.7021,139.5434
  緑町/市役所/35.7178,139.5663 八幡町/中央公園/35.7187,139.5585 緑町/総合体育館/35.7192,139.5642
  緑町/陸上競技場/35.7180,139.5630 緑町/クリーンセンター/35.7190,139.5672 境南町/プレイス/35.7010,139.5426
  境南町/赤十字病院/35.6990,139.5465 境南町/獣医大/35.7013,139.5475 境/亜細亜大/35.7062,139.5480
  関前/境浄水場/35.7090,139.5535 吉祥寺北町/成蹊/35.7155,139.5715 吉祥寺東町/八幡宮/35.7074,139.5800
  吉祥寺本町/月窓寺/35.7052,139.5786 吉祥寺本町/サンロード/35.7046,139.5799 吉祥寺本町/ハーモニカ横丁/35.7038,139.5795
  御殿山/自然文化園/35.7008,139.5712 御殿山/井の頭公園入口/35.7008,139.5752 吉祥寺南町/公会堂/35.7022,139.5791
  桜堤/桜堤公園/35.7112,139.5300 境南町/杵築大社/35.7000,139.5413 関前/関前公園/35.7135,139.5490
  吉祥寺本町/四軒寺/35.7085,139.5748 西久保/郵便局/35.7095,139.5605
  吉祥寺東町/町/35.7078,139.5880 吉祥寺南町/町/35.7003,139.5850 御殿山/町/35.7015,139.5695 吉祥寺本町/町/35.7060,139.5750
  吉祥寺北町/町/35.7145,139.5735 中町/町/35.7060,139.5645 西久保/町/35.7102,139.5590 緑町/町/35.7165,139.5655
  八幡町/町/35.7185,139.5585 関前/町/35.7125,139.5500 境/町/35.7065,139.5430 境南町/町/35.6995,139.5430
  桜堤/町/35.7112,139.5300`);

/** Same numbers every run: a small linear congruential generator. */
function samples(sketch: MapSketch, count: number): Point[] {
  let seed = 20261122;
  const next = () => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return seed / 2 ** 32;
  };
  const { south, west, north, east } = sketch.bounds;
  return Array.from({ length: count }, () => ({
    lat: south + next() * (north - south),
    lng: west + next() * (east - west),
  }));
}

const cities = [
  {
    city: "kumamoto",
    sketch: kumamotoSketch,
    places: kumamotoPlaces,
    outside: rankedPoints(
      "1/益城町/32.7910,130.8160 1/合志市/32.8850,130.7900 1/嘉島町/32.7400,130.7570 1/宇土駅/32.6850,130.6600",
    ),
    file: "kumamoto-wards.geojson",
  },
  {
    city: "musashino",
    sketch: musashinoSketch,
    places: musashinoPlaces,
    outside: rankedPoints(
      "1/三鷹市役所/35.6836,139.5596 1/柳沢/35.7286,139.5525 1/東小金井駅/35.7016,139.5237",
    ),
    file: "musashino.geojson",
  },
];

describe.each(cities)("the drawing of $city", ({ sketch, places, outside, file }) => {
  const shapes = outlineShapes(sketch);
  const nameOf = new Map(sketch.areas.map((area) => [area.key, area.name]));

  it("has the shape that is stored", () => {
    expect(mapSketch.parse(JSON.parse(JSON.stringify(sketch)))).toEqual(sketch);
  });

  it.each(places)("puts $name into $area", ({ area, at }) => {
    const inside = shapes
      .filter((shape) => contains(shape.geometry, at))
      .map((shape) => nameOf.get(shape.areaKey ?? ""));
    expect(inside).toEqual([area]);
  });

  it.each(outside)("leaves $name outside", ({ at }) => {
    expect(lookUpArea({ addresses: null, shapes }, at, null).inside).toBe(false);
  });

  it("keeps names, label points and landmarks where they belong", () => {
    for (const area of sketch.areas)
      expect(contains(outlineGeometry(area), area.label), area.name).toBe(true);
    for (const mark of sketch.landmarks) {
      expect(lookUpArea({ addresses: null, shapes }, mark.at, null).inside, mark.name).toBe(true);
    }
    for (const place of sketch.places) {
      expect(
        shapes.some((shape) => contains(shape.geometry, place.at)),
        place.name,
      ).toBe(place.kind === "quarter");
    }
  });

  it("has no two areas over each other", () => {
    const doubled = samples(sketch, 20_000).filter(
      (point) => shapes.filter((shape) => contains(shape.geometry, point)).length > 1,
    );
    expect(doubled).toEqual([]);
  });

  it("has no step of more than a few kilometres in a line, as a mistyped digit would make", () => {
    const lines = [...sketch.rivers, ...sketch.railways, ...sketch.roads];
    for (const line of lines) {
      for (let i = 1; i < line.path.length; i++) {
        const [a, b] = [line.path[i - 1], line.path[i]];
        // Outside the city lines only lead out of the picture.
        const near = (p: Point) => lookUpArea({ addresses: null, shapes }, p, null).inside;
        if (a && b && near(a) && near(b))
          expect(Math.hypot(a.lat - b.lat, a.lng - b.lng), `${line.name} ${i}`).toBeLessThan(0.04);
      }
    }
  });

  const data = process.env.TRIAL_DATA;
  it.skipIf(!data)("agrees with the official borders but for a sliver (needs TRIAL_DATA)", () => {
    const official: FeatureCollection<Polygon | MultiPolygon> = JSON.parse(
      fs.readFileSync(path.join(data ?? "", "geo", file), "utf8"),
    );
    const ward = (point: Point) => official.features.find((feature) => contains(feature.geometry, point));
    let differing = 0;
    let inside = 0;
    for (const point of samples(sketch, 10_000)) {
      const theirs = ward(point)?.properties?.N03_004 ?? null;
      const ours = shapes.find((shape) => contains(shape.geometry, point));
      const ourName = ours ? (nameOf.get(ours.areaKey ?? "") ?? null) : null;
      if (theirs) inside++;
      // Musashino's file knows the city only, not its towns.
      const same = official.features.length === 1 ? Boolean(theirs) === Boolean(ours) : theirs === ourName;
      if (!same) differing++;
    }
    expect(differing / inside).toBeLessThan(0.05);
  });
});
