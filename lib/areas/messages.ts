/** What `npm run areas:import` says. */
import type { ImportPlan } from "./import-plan";

export const USAGE =
  "使い方: npm run areas:import -- ファイル.geojson [--dry-run]\n  国土数値情報の行政区域データ（N03）か、区・町の名前を属性に持つ GeoJSON を読み込みます。\n  --dry-run を付けると、読み取った内容を示すだけで何も変えません。";
export const NO_CITY =
  "市の内容がまだ入っていません。先に npm run db:seed -- --city 市の名前 を実行してください。";
export const NOT_FOUND = "ファイルが見つからないか、読めません。";
export const NOT_JSON =
  "GeoJSON として読めません。シェープファイルや zip のままではないか、途中で切れていないか確かめてください。";
export const NOT_A_COLLECTION =
  "GeoJSON の FeatureCollection ではありません。TopoJSON や単独の図形は読み込めません。";
export const BROKEN_SHAPE = "図形の座標が壊れています（点が足りない、数でない値がある、など）。";
export const SWAPPED =
  "緯度と経度が逆に書かれています。GeoJSON は [経度, 緯度] の順です。直したファイルを読み込んでください。";
export const PROJECTED =
  "座標が緯度・経度ではありません（平面直角座標系など）。世界測地系の緯度・経度（JGD2011）に変換してください。";
export const TOKYO_DATUM =
  "日本測地系（旧測地系）と書かれたファイルです。世界測地系（JGD2011）に変換してから読み込んでください。";
export const DATUM_NOTE =
  "注意: 日本測地系（旧測地系）の座標は、測地系の記載がないと見分けられません。境が約450mずれるため、世界測地系のファイルか確かめてください。";
export const MISPLACED_NOTE =
  "注意: 読み取った図形が、市の略図の区・町の位置をひとつも含みません。別の場所か、ずれた座標の可能性があります。";
export const DRY_RUN = "確認だけで終わります。何も変えていません。";
export const DONE =
  "取り込みました。これまでに取り込んだ区域は置き換えました。すでにある通報の地区は変わりません。";
export const NOTHING_CHANGED = "何も変えていません。";

export const tooLarge = (megabytes: number, limit: number): string =>
  `ファイルが大きすぎます（${megabytes}MB、上限${limit}MB）。都道府県別か市区町村別のファイルを使ってください。`;
export const tooManyFeatures = (limit: number): string =>
  `図形が${limit.toLocaleString("ja-JP")}件を超えています。都道府県別か市区町村別のファイルを使ってください。`;
export const tooManyCorners = (limit: number): string =>
  `市の境の点が${limit.toLocaleString("ja-JP")}を超えています。簡略化したファイルを使ってください。`;

const skippedText = ({ elsewhere, unnamed, notArea }: ImportPlan["skipped"]): string =>
  [
    elsewhere > 0 ? `ほかの市区町村 ${elsewhere}件` : "",
    unnamed > 0 ? `名前が合わない ${unnamed}件` : "",
    notArea > 0 ? `面でない図形 ${notArea}件` : "",
  ]
    .filter(Boolean)
    .join("、");

export const nothingFound = (city: string, skipped: ImportPlan["skipped"]): string =>
  `${city}の区域がひとつも見つかりません。${skippedText(skipped) ? `読み飛ばし: ${skippedText(skipped)}` : "図形がありません。"}`;

/** What the file holds, before anything is written. */
export function preview(city: string, plan: ImportPlan): string {
  const lines = plan.counts.map(
    ({ name, features, corners }) => `  ${name}  図形 ${features}件  点 ${corners.toLocaleString("ja-JP")}`,
  );
  const skipped = skippedText(plan.skipped);
  return [
    `${city}の区域 ${plan.counts.length}件`,
    ...lines,
    ...(skipped ? [`読み飛ばし: ${skipped}`] : []),
    ...(plan.missing.length > 0
      ? [`ファイルにない区・町（略図の境を使います）: ${plan.missing.join("、")}`]
      : []),
  ].join("\n");
}
