import type { Rule, Turn } from "./rule";

const WEEKDAYS = "日月火水木金土";
const nameOf = (weekday: number): string => WEEKDAYS[weekday] ?? "";
const dayWords = (day: string): string => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日(${nameOf(weekday)})`;
};

const of = <K extends Turn["kind"]>(turns: readonly Turn[], kind: K) =>
  turns.filter((turn): turn is Extract<Turn, { kind: K }> => turn.kind === kind);

/** 「毎週 月曜・木曜」, 「第2・第4 水曜」: what a rule says, for whoever writes it. */
export function ruleWords(rule: Rule): string {
  const weekly = of(rule.turns, "weekly").map((turn) => `${nameOf(turn.weekday)}曜`);
  const nth = new Map<number, number[]>();
  for (const turn of of(rule.turns, "nth"))
    nth.set(turn.weekday, [...(nth.get(turn.weekday) ?? []), turn.nth]);
  const dates = of(rule.turns, "date").map((turn) => dayWords(turn.date));
  const parts = [
    ...(weekly.length === 7 ? ["毎日"] : weekly.length > 0 ? [`毎週 ${weekly.join("・")}`] : []),
    ...[...nth].map(([weekday, list]) => `${list.map((n) => `第${n}`).join("・")} ${nameOf(weekday)}曜`),
    ...of(rule.turns, "every").map(
      (turn) => `${turn.weeks === 2 ? "隔週" : `${turn.weeks}週ごと`}（${dayWords(turn.from)}から数えて）`,
    ),
    ...(dates.length > 6 ? [...dates.slice(0, 5), `ほか${dates.length - 5}日`] : dates),
  ];
  if (parts.length === 0) return "収集なし";
  const words = parts.join("、");
  return rule.months.length > 0 ? `${rule.months.map((month) => `${month}月`).join("・")}の ${words}` : words;
}
