import { valueWords } from "@/components/charts/chart-value";
import { chartLabels } from "@/components/charts/labels";
import { addDays } from "@/lib/analytics/period";
import { FEW } from "@/lib/analytics/table";
import type { Bars, Figure, Held, Maybe, Period, Range } from "@/lib/analytics/view";
import { longDate, parseIsoDate, shortDate } from "@/lib/core/time";

const dateWords = (day: string): string => {
  const at = parseIsoDate(day);
  return at ? longDate(at) : day;
};

/** 11月28日(土) */
export const dayWords = (day: string): string => {
  const at = parseIsoDate(day);
  return at ? shortDate(at) : day;
};

/** 令和8年10月24日(土)〜令和8年11月22日(日) */
export const periodWords = ({ from, to }: Period): string =>
  from === to ? dateWords(from) : `${dateWords(from)}〜${dateWords(to)}`;

/** What the earlier period is called. */
export function againstWord({ period, against }: Range): string {
  if (!against) return "";
  return against.to === addDays(period.from, -1) ? "前の期間" : "前年同期";
}

/** 前の期間より12人(8%)多い; empty where nothing is compared or known. */
export function changeWords({ now, before }: Figure, unit: string, against: string): string {
  if (now === null || before === null || against === "") return "";
  const difference = now - before;
  if (difference === 0) return `${against}と同じ`;
  const share = before === 0 ? "" : `(${chartLabels.percent(Math.abs(difference) / Math.abs(before))})`;
  return `${against}より${valueWords(Math.abs(difference), unit)}${share}${difference > 0 ? "多い" : "少ない"}`;
}

/** A sentence: a number, and how it compares. */
export function figureSentence(what: string, figure: Figure, unit: string, against: string): string {
  const change = changeWords(figure, unit, against);
  return `${what}は${valueWords(figure.now, unit)}です${change ? `(${change})` : ""}。`;
}

/** いちばん多いのは「中央区」の1,204人(34%)です。 */
export function largestSentence({ bars, unit }: Bars): string {
  const counted = bars.filter((bar) => typeof bar.now === "number" && bar.now > 0);
  const [top] = [...counted].sort((a, b) => Number(b.now) - Number(a.now));
  if (!top) return "まだ数がありません。";
  const share = top.share === null ? "" : `(${chartLabels.percent(top.share)})`;
  return `いちばん多いのは「${top.label}」の${valueWords(top.now, unit)}${share}です。`;
}

/** 1,204通; null: a number that is nothing of this person's. */
export function reachWords(reach: Held): string | null {
  if (reach === null) return null;
  return reach === "few" ? FEW : `${reach.toLocaleString("ja-JP")}通`;
}

export const share = (part: Maybe, whole: Maybe): Maybe =>
  part === null || whole === null || whole === 0 ? null : part / whole;

/** 62%; 「まだわかりません」 where nothing was counted. */
export const shareWords = (part: Maybe): string =>
  part === null ? "まだわかりません" : chartLabels.percent(part);
