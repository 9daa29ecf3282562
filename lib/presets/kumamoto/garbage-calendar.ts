import { areasFrom, extraDays, type Instead, type Rounds } from "../garbage/areas";
import type { PresetGarbageArea, PresetGarbageCalendar } from "../types";
import { kumamotoGarbageCategories } from "./garbage-categories";

/** Invented for the demo: how often each kind is collected is the city's, on which days is not. */
const twice = (first: string, second: string): Pick<Rounds[string], string> => ({
  resource: first,
  pet: first,
  special: second,
  landfill: second,
});
const ROUNDS: Rounds = {
  A: { burnable: "月 木", paper: "火", plastic: "金", ...twice("水1 水3", "水2 水4") },
  B: { burnable: "月 木", paper: "火", plastic: "金", ...twice("水2 水4", "水1 水3") },
  C: { burnable: "火 金", paper: "月", plastic: "木", ...twice("水1 水3", "水2 水4") },
  D: { burnable: "火 金", paper: "月", plastic: "木", ...twice("水2 水4", "水1 水3") },
  E: { burnable: "水 土", paper: "月", plastic: "木", ...twice("火1 火3", "火2 火4") },
  F: { burnable: "水 土", paper: "火", plastic: "金", ...twice("木1 木3", "木2 木4") },
  G: { burnable: "火 金", paper: "水", plastic: "月", ...twice("隔木20261105", "木2 木4") },
};

const TABLE = `
# 中央区
chuo-kurokami | 黒髪・壺川・碩台 | A | 黒髪校区、壺川校区、碩台校区、坪井、子飼本町、内坪井町
chuo-shirakawa | 白川・大江 | A | 白川校区、大江校区、新屋敷、九品寺、渡鹿
chuo-joto | 城東・慶徳・五福・一新 | C | 城東校区、慶徳校区、五福校区、一新校区、新町、中央街、上通町、下通
chuo-honjo | 本荘・春竹・向山 | B | 本荘校区、春竹校区、向山校区、世安町、迎町
chuo-izumi | 出水・砂取 | D | 出水校区、砂取校区、国府、水前寺、神水
chuo-izumi-minami | 出水南・白山 | D | 出水南校区、白山校区、八王寺町、萩原町
chuo-obiyama | 帯山・帯山西 | C | 帯山校区、帯山西校区、保田窪
chuo-takumahara | 託麻原 | E | 託麻原校区、国府本町、水前寺公園、北水前寺
# 東区
higashi-kengun | 健軍・健軍東・若葉 | A | 健軍校区、健軍東校区、若葉校区、健軍本町、栄町
higashi-izumigaoka | 泉ヶ丘・画図 | A | 泉ヶ丘校区、画図校区、画図町、江津
higashi-akitsu | 秋津・桜木・桜木東 | B | 秋津校区、桜木校区、桜木東校区、秋津町、花立、沼山津
higashi-onoue | 尾ノ上・月出・山ノ内 | C | 尾ノ上校区、月出校区、山ノ内校区、東町
higashi-nishihara | 西原・託麻西 | D | 西原校区、託麻西校区、新南部、上南部、御領
higashi-nagamine | 長嶺・託麻南 | C | 長嶺校区、託麻南校区、長嶺南、長嶺東
higashi-takuma-kita | 託麻北・託麻東 | E | 託麻北校区、託麻東校区、戸島、小山、石原
# 西区
nishi-kasuga | 春日・古町・白坪 | B | 春日校区、古町校区、白坪校区、二本木、田崎、蓮台寺
nishi-josei | 城西・花園 | A | 城西校区、花園校区、島崎、柿原
nishi-ikeda | 池田 | C | 池田校区、上熊本、京町本丁、津浦町
nishi-ikenoue | 池上・高橋・城山 | D | 池上校区、高橋校区、城山校区、池上町、城山大塘、上代
nishi-oshima | 小島・中島 | D | 小島校区、中島校区、沖新町、中原町
nishi-kawachi | 河内・芳野・松尾 | F | 河内校区、芳野校区、松尾校区、河内町、松尾町
# 南区
minami-hiyoshi | 日吉・日吉東 | A | 日吉校区、日吉東校区、近見、十禅寺
minami-tamukae | 田迎・田迎南・田迎西 | B | 田迎校区、田迎南校区、田迎西校区、出仲間、良町、田井島、平田
minami-miyuki | 御幸 | B | 御幸校区、御幸笛田、御幸木部、幸田
minami-kawashiri | 川尻 | C | 川尻校区、南高江、八幡
minami-rikigo | 力合・力合西 | C | 力合校区、力合西校区、島町、刈草
minami-akita | 飽田東・飽田西・飽田南 | D | 飽田東校区、飽田西校区、飽田南校区、砂原町、孫代町
minami-tenmei | 中緑・銭塘・奥古閑・川口 | F | 中緑校区、銭塘校区、奥古閑校区、川口校区、奥古閑町、銭塘町
minami-tomiai | 富合 | E | 富合校区、富合町
minami-jonan | 城南（隈庄・杉上・豊田） | E | 隈庄校区、杉上校区、豊田校区、城南町
# 北区
kita-shimizu | 清水・高平台 | A | 清水校区、高平台校区、清水新地、高平、清水亀井町
kita-johoku | 城北・麻生田 | B | 城北校区、麻生田校区、麻生田、山室
kita-kusunoki | 楠・楡木 | C | 楠校区、楡木校区、楡木
kita-musashi | 武蔵・弓削 | C | 武蔵校区、弓削校区、武蔵ケ丘、龍田町弓削
kita-tatsuda | 龍田・龍田西 | D | 龍田校区、龍田西校区、龍田陳内、上立田
kita-hokubu | 川上・西里・北部東 | F | 川上校区、西里校区、北部東校区、鶴羽田、下硯川町、四方寄町
kita-ueki | 植木 | G | 植木校区、桜井校区、山本校区、山東校区、植木町、植木町岩野
kita-ueki-north | 植木（吉松・田原・菱形・田底） | G | 吉松校区、田原校区、菱形校区、田底校区
`;

const UEKI =
  "植木地区は、分け方や出し方がほかの地区と違うものがあります。出す前に北区役所へお確かめください。";

const areas: PresetGarbageArea[] = areasFrom(TABLE, ROUNDS).map((area) =>
  area.key.startsWith("kita-ueki") ? { ...area, note: UEKI } : area,
);

/** At the turn of the year, and on the Saturday after a holiday for what is not collected on holidays. */
const INSTEAD: Instead[] = [
  { kind: "burnable", word: "木", date: "2026-12-30" },
  { kind: "burnable", word: "金", date: "2026-12-30" },
  { kind: "burnable", word: "土", date: "2027-01-04" },
  { kind: "plastic", word: "木", date: "2027-01-04" },
  { kind: "plastic", word: "金", date: "2027-01-04" },
  { kind: "resource", word: "隔木20261105", date: "2027-01-06" },
  { kind: "pet", word: "隔木20261105", date: "2027-01-06" },
  { kind: "burnable", word: "金", date: "2027-12-30" },
  { kind: "burnable", word: "土", date: "2027-12-30" },
  { kind: "burnable", word: "月", date: "2028-01-04" },
  { kind: "plastic", word: "金", date: "2028-01-05" },
  { kind: "plastic", word: "月", date: "2028-01-05" },
  { kind: "paper", word: "月", date: "2028-01-05" },
  ...["special", "landfill"].flatMap((kind) => [
    { kind, word: "木2", date: "2027-02-13" },
    { kind, word: "火4", date: "2027-02-27" },
    { kind, word: "水1", date: "2027-05-08" },
    { kind, word: "水2", date: "2027-08-14" },
    { kind, word: "木4", date: "2027-09-25" },
    { kind, word: "水1", date: "2027-11-06" },
    { kind, word: "火4", date: "2027-11-27" },
  ]),
];
const NOT_ON_HOLIDAYS = ["special", "landfill"];

export const kumamotoCalendar: PresetGarbageCalendar = {
  kinds: kumamotoGarbageCategories
    .filter((category) => category.collectedAs.length > 0)
    .map(({ key, label }) => ({ key, label, onHolidays: !NOT_ON_HOLIDAYS.includes(key) })),
  areas,
  suspensions: [
    { from: "2026-12-31", until: "2027-01-03", center: null, kinds: null },
    { from: "2027-12-31", until: "2028-01-03", center: null, kinds: null },
  ],
  extras: extraDays(areas, INSTEAD),
  putOutBy: "08:30",
};
