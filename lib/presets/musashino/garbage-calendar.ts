import { areasFrom, extraDays, type Instead, type Rounds } from "../garbage/areas";
import { five } from "../parts";
import type { PresetGarbageArea, PresetGarbageCalendar } from "../types";
import { musashinoGarbageCategories } from "./garbage-categories";

/** Invented for the demo: the kinds are the city's, the days are not. Bottles and cans come in one round, as do paper and clothes. */
const fortnightly = (first: string, second: string): Pick<Rounds[string], string> => ({
  nonburnable: first,
  hazardous: first,
  bottles: second,
  pet: second,
});
const ROUNDS: Rounds = {
  A: { burnable: "月 木", plastic: "火", paper: "金", ...fortnightly("隔水20261104", "隔水20261111") },
  B: { burnable: "月 木", plastic: "金", paper: "火", ...fortnightly("隔水20261111", "隔水20261104") },
  C: { burnable: "火 金", plastic: "木", paper: "月", ...fortnightly("隔水20261104", "隔水20261111") },
  D: { burnable: "火 金", plastic: "月", paper: "木", ...fortnightly("隔水20261111", "隔水20261104") },
  E: { burnable: "水 土", plastic: "金", paper: "火", ...fortnightly("隔木20261105", "隔木20261112") },
  F: { burnable: "水 土", plastic: "月", paper: "木", ...fortnightly("隔火20261110", "隔火20261103") },
};

const TABLE = `
# 吉祥寺地域
higashicho-1 | 吉祥寺東町1・2丁目 | A | 吉祥寺東町1丁目、吉祥寺東町2丁目
higashicho-3 | 吉祥寺東町3・4丁目 | B | 吉祥寺東町3丁目、吉祥寺東町4丁目
minamicho-1 | 吉祥寺南町1・2丁目 | A | 吉祥寺南町1丁目、吉祥寺南町2丁目
minamicho-3 | 吉祥寺南町3〜5丁目 | C | 吉祥寺南町3丁目、吉祥寺南町4丁目、吉祥寺南町5丁目
gotenyama | 御殿山 | C | 御殿山1丁目、御殿山2丁目
honcho-1 | 吉祥寺本町1・2丁目 | E | 吉祥寺本町1丁目、吉祥寺本町2丁目
honcho-3 | 吉祥寺本町3・4丁目 | B | 吉祥寺本町3丁目、吉祥寺本町4丁目
kitacho-1 | 吉祥寺北町1〜3丁目 | D | 吉祥寺北町1丁目、吉祥寺北町2丁目、吉祥寺北町3丁目
kitacho-4 | 吉祥寺北町4・5丁目 | D | 吉祥寺北町4丁目、吉祥寺北町5丁目
# 中央地域
nakacho-1 | 中町1丁目 | E | 三鷹駅北口
nakacho-2 | 中町2・3丁目 | F | 中町2丁目、中町3丁目
nishikubo | 西久保 | F | 西久保1丁目、西久保2丁目、西久保3丁目
midoricho | 緑町 | A | 緑町1丁目、緑町2丁目、緑町3丁目
yahatacho | 八幡町 | A | 八幡町1丁目、八幡町2丁目、八幡町3丁目、八幡町4丁目
# 武蔵境地域
sekimae-1 | 関前1〜3丁目 | B | 関前1丁目、関前2丁目、関前3丁目
sekimae-4 | 関前4・5丁目 | C | 関前4丁目、関前5丁目
sakai-1 | 境1〜3丁目 | D | 境1丁目、境2丁目、境3丁目
sakai-4 | 境4・5丁目 | C | 境4丁目、境5丁目
sakaiminamicho-1 | 境南町1〜3丁目 | E | 境南町1丁目、境南町2丁目、境南町3丁目
sakaiminamicho-4 | 境南町4・5丁目 | F | 境南町4丁目、境南町5丁目
sakurazutsumi | 桜堤 | E | 桜堤1丁目、桜堤2丁目、桜堤3丁目
`;

const areas: PresetGarbageArea[] = areasFrom(TABLE, ROUNDS);

/** At the turn of the year. Holidays are collected like any other day. */
const INSTEAD: Instead[] = [
  { kind: "burnable", word: "木", date: "2026-12-30" },
  { kind: "burnable", word: "金", date: "2026-12-30" },
  { kind: "burnable", word: "土", date: "2027-01-04" },
  { kind: "plastic", word: "木", date: "2027-01-04" },
  { kind: "plastic", word: "金", date: "2027-01-05" },
  { kind: "paper", word: "木", date: "2027-01-05" },
  { kind: "paper", word: "金", date: "2027-01-05" },
  { kind: "nonburnable", word: "隔木20261105", date: "2027-01-06" },
  { kind: "hazardous", word: "隔木20261105", date: "2027-01-06" },
  { kind: "burnable", word: "金", date: "2027-12-30" },
  { kind: "burnable", word: "土", date: "2027-12-30" },
  { kind: "burnable", word: "月", date: "2028-01-04" },
  { kind: "plastic", word: "金", date: "2028-01-05" },
  { kind: "plastic", word: "月", date: "2028-01-05" },
  { kind: "paper", word: "月", date: "2028-01-05" },
  { kind: "paper", word: "金", date: "2028-01-05" },
];

const KINDS = {
  bottles: five("びん・缶", "びん・かん", "Bottles and cans", "玻璃瓶、罐", "병·캔"),
  paper: five("古紙・古着", "古い 紙・古い 服", "Paper and clothes", "废纸、旧衣物", "폐지·헌 옷"),
};

export const musashinoCalendar: PresetGarbageCalendar = {
  kinds: musashinoGarbageCategories
    .filter((category) => category.collectedAs.includes(category.key))
    .map(({ key, label }) => ({
      key,
      label: { ...label, ...KINDS[key as keyof typeof KINDS] },
      onHolidays: true,
    })),
  areas,
  suspensions: [
    { from: "2026-12-31", until: "2027-01-03", center: null, kinds: null },
    { from: "2027-12-31", until: "2028-01-03", center: null, kinds: null },
  ],
  extras: extraDays(areas, INSTEAD),
  putOutBy: "09:00",
};
