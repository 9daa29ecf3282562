import { type CalendarArea, EMPTY_CALENDAR, type GarbageCalendar } from "../calendar";
import type { GarbageCategory } from "../categories";
import { readRule } from "../rule";

/** An area whose rules are written as in a table: `{ burn: "月 木" }`. */
export function areaOf(
  key: string,
  cells: Record<string, string>,
  more: Partial<CalendarArea> = {},
): CalendarArea {
  const rules = Object.fromEntries(
    Object.entries(cells).map(([kind, cell]) => {
      const read = readRule(cell);
      if (!read.ok) throw new Error(`no rule: ${cell}`);
      return [kind, read.rule];
    }),
  );
  return { key, name: key, group: null, also: [], center: null, ...more, rules };
}

export const categoryOf = (
  key: string,
  ja: string,
  more: Partial<GarbageCategory> = {},
): GarbageCategory => ({
  key,
  label: { ja },
  icon: "trash",
  color: "#c8102e",
  howTo: null,
  collectedAs: [key],
  ...more,
});

/** A small town: two districts, three kinds. */
export const TOWN: GarbageCalendar = {
  ...EMPTY_CALENDAR,
  kinds: [
    { key: "burn", label: { ja: "燃やすごみ", en: "Burnable" }, onHolidays: true },
    { key: "can", label: { ja: "空きびん・空き缶" }, onHolidays: true },
    { key: "pet", label: { ja: "ペットボトル" }, onHolidays: false },
  ],
  areas: [
    areaOf(
      "honmachi",
      { burn: "月 木", can: "水2 水4", pet: "隔火20261124" },
      { name: "本町", group: "中央" },
    ),
    areaOf("shinmachi", { burn: "火 金", can: "水1 水3" }, { name: "新町", group: "中央", also: ["元町"] }),
    areaOf("minami", { burn: "火 金" }, { name: "南", group: "南部" }),
  ],
  suspensions: [{ from: "2026-12-31", until: "2027-01-03", center: null, kinds: null }],
  putOutBy: "08:30",
};

export const TOWN_CATEGORIES: GarbageCategory[] = [
  categoryOf("burn", "燃やすごみ", {
    howTo: { ja: "指定の袋に入れてください。", en: "Use the city's bag." },
  }),
  categoryOf("bottles", "空きびん", { color: "#2dc7aa", collectedAs: ["can"] }),
  categoryOf("refused", "受け入れできないごみ", { color: "#444444", collectedAs: [] }),
];
