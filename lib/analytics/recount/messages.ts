import type { Difference, Recount } from "./commands";

/** What the recount says in the terminal. */
export const USAGE = `使い方: npm run analytics:rebuild [-- --check]
  元の記録から数え直し、日ごとの集計と違うところを示して直します。--check は示すだけで直しません。`;

const NAMES: Record<Recount["source"], string> = {
  moves: "友だちの追加とブロック",
  friends: "いまの友だち",
  bot: "チャットボットへの質問",
  reports: "通報",
  walks: "通報の途中経過",
  broadcasts: "配信",
  blocks: "配信のあとのブロック",
};
const count = (n: number) => n.toLocaleString("ja-JP");

const line = ({ metric, day, sectionId, areaId, key, part, value, kept, found }: Difference): string => {
  const where = [
    day ?? "現在",
    sectionId !== 0 && `課 ${sectionId}`,
    areaId !== 0 && `地域 ${areaId}`,
    key,
    part,
    value !== 0 && String(value),
  ].filter((each) => each !== false && each !== "");
  return `  ${metric} ${where.join(" / ")}: 集計 ${count(kept)}、数え直し ${count(found)}`;
};

export const told = ({ source, counts, n, shown }: Recount, isSettled: boolean, seconds: number): string =>
  [
    `${NAMES[source]}: ${count(counts)} 個の集計のうち、違いは ${count(n)} 個${n > 0 && isSettled ? "(直しました)" : ""} (${seconds.toFixed(1)} 秒)`,
    ...shown.map(line),
    ...(n > shown.length ? [`  ほかに ${count(n - shown.length)} 個`] : []),
  ].join("\n");
