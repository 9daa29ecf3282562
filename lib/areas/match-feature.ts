import type { ImportTarget } from "./import-plan";

export type FeatureMatch = { areaKey: string | null; name: string } | "elsewhere" | "unnamed";

const plain = (value: unknown): string =>
  typeof value === "string" || typeof value === "number"
    ? String(value).normalize("NFKC").replace(/\s+/g, "")
    : "";

/** What may follow a town's name in a file of 町丁目: 吉祥寺東町一丁目, 境2丁目. */
const BLOCK = /^(?:$|[0-9一二三四五六七八九十]+(?:丁目)?$)/;

/**
 * Which area a feature is, told by its code or its names. N03: N03_001 prefecture, N03_003 / 004 / 005 county, city and
 * ward (the columns moved between editions), N03_007 code. Other files: any property that holds an area's name. The
 * city itself, without an area, is its boundary.
 */
export function matchFeature(properties: Record<string, unknown>, target: ImportTarget): FeatureMatch {
  const values = Object.values(properties).map(plain).filter(Boolean);
  if (values.length === 0) return "unnamed";

  const code = plain(properties.N03_007);
  if (code) {
    const byCode = target.areas.find((area) => area.code === code);
    if (byCode) return { areaKey: byCode.key, name: byCode.name };
    if (!code.startsWith(target.cityCode)) return "elsewhere";
  }
  const prefecture = plain(properties.N03_001);
  if (prefecture && prefecture !== target.prefecture) return "elsewhere";

  const names = values.map((value) => withoutCity(value, target));
  for (const area of target.areas) {
    const wanted = [area.name, ...area.aliases].map((name) => name.normalize("NFKC"));
    const hit = wanted.some((name) =>
      names.some((value) => value.startsWith(name) && BLOCK.test(value.slice(name.length))),
    );
    // A ward's name alone (中央区) is many cities': N03 must also name ours.
    if (hit && (!code || values.includes(target.city))) return { areaKey: area.key, name: area.name };
  }
  // The boundary of the whole city, not a ward of it that we do not know.
  const whole = !code || code === target.cityCode || code === target.cityCode.padEnd(5, "0");
  const finest = [properties.N03_005, properties.N03_004, properties.N03_003].map(plain).find(Boolean);
  if (whole && (finest ?? target.city) === target.city) {
    if (values.includes(target.city) || values.includes(`${target.prefecture}${target.city}`)) {
      return { areaKey: null, name: target.city };
    }
  }
  return code || prefecture ? "elsewhere" : "unnamed";
}

/** 「武蔵野市境南町」 and 「東京都武蔵野市境南町」 → 「境南町」. */
function withoutCity(value: string, target: ImportTarget): string {
  const rest = value.startsWith(target.prefecture) ? value.slice(target.prefecture.length) : value;
  return rest.startsWith(target.city) ? rest.slice(target.city.length) : value;
}
