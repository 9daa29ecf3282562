import type { DemoCity } from "@/lib/demo/cities";

/** How residents ask about a thing. */
export const FRAMES: readonly [(thing: string) => string, ...((thing: string) => string)[]] = [
  (thing) => `${thing}の捨て方`,
  (thing) => `${thing}は何ごみ？`,
  (thing) => `${thing} 何ゴミ`,
  (thing) => `${thing}の出し方を教えて`,
  (thing) => `${thing}はどうやって捨てますか`,
  (thing) => `${thing}を捨てたい`,
  (thing) => `${thing}の分別`,
  (thing) => `${thing}はどこに出せばいいですか？`,
];

/** Fixed words of the calendar, and how often they are typed. */
export const FIXED: readonly (readonly [string, number])[] = [
  ["明日のごみ", 30],
  ["明日なんのごみ？", 14],
  ["今日のごみ", 16],
  ["今日はなんのごみの日", 6],
  ["ごみの日", 12],
  ["収集日", 6],
  ["来週のごみ", 4],
  ["燃やすごみの日はいつ", 6],
  ["ペットボトルの日はいつ", 4],
  ["ごみの通知", 4],
  ["地区を変える", 2],
  ["よくある質問", 4],
];

/** Keys of items that are asked more often than others. */
export const OFTEN: Record<string, number> = {
  "power-bank": 9,
  "spray-can": 7,
  "dry-cell": 6,
  smartphone: 5,
  futon: 6,
  "frying-pan": 5,
  umbrella: 5,
  "pet-bottle-cap": 4,
  "cooking-oil": 4,
  bulb: 4,
  "fluorescent-tube": 5,
  cardboard: 4,
  "old-clothes": 4,
  refrigerator: 4,
  computer: 4,
  bicycle: 4,
  "rice-cooker": 3,
  mirror: 3,
  pillow: 3,
  lighter: 3,
  bookshelf: 3,
  carpet: 3,
  "soft-toy": 3,
};

/** More of these in these months (1 to 12): keys of items, how many times as often. */
export const SEASONS: readonly { months: readonly number[]; keys: readonly string[]; times: number }[] = [
  {
    months: [10, 11, 12],
    keys: ["leaves", "kotatsu", "blanket", "electric-blanket", "hand-warmer"],
    times: 5,
  },
  {
    months: [11, 12, 1, 2],
    keys: ["oil-heater", "kerosene", "electric-heater", "humidifier", "hot-water-bottle"],
    times: 5,
  },
  { months: [12, 1], keys: ["calendar", "new-year-decoration", "postcard", "christmas-tree"], times: 12 },
  {
    months: [12],
    keys: ["carpet", "curtain", "vacuum-cleaner", "detergent-bottle", "sliding-door", "tatami"],
    times: 3,
  },
  {
    months: [3, 4],
    keys: ["desk", "bed", "refrigerator", "washing-machine", "futon", "book", "school-bag"],
    times: 4,
  },
  { months: [5, 6], keys: ["fan", "dehumidifier-pack", "raincoat", "weeds"], times: 4 },
  {
    months: [7, 8],
    keys: ["matches", "swim-ring", "handheld-fan", "cooler-box", "barbecue-grill", "tent"],
    times: 6,
  },
  { months: [9], keys: ["fan", "weeds", "flashlight", "power-bank"], times: 3 },
];

/** How often each topic of the FAQ is asked about; `rain`: more of it after heavy rain. */
export const TOPICS: Record<string, { weight: number; rain?: number; winter?: number }> = {
  disaster: { weight: 10, rain: 7 },
  infection: { weight: 8, winter: 3 },
  children: { weight: 16 },
  procedures: { weight: 30 },
  garbage: { weight: 22 },
  living: { weight: 20 },
};

/** What the books do not know, in the words in which it is asked. */
const NOBODY_KNOWS: readonly (readonly string[])[] = [
  ["運転免許の返納", "免許返納", "免許を返納したい"],
  ["市営住宅", "市営住宅の申し込み", "市営住宅 空き"],
  ["確定申告", "確定申告の会場", "確定申告はどこ"],
  ["ふるさと納税", "ふるさと納税 ワンストップ"],
  ["成人式", "成人式の日程", "成人式はいつですか"],
  ["迷い猫", "迷い猫を保護しました", "迷い犬"],
  ["カラスよけネット", "カラスよけのネットの貸し出し", "カラスよけネットがほしい"],
  ["ベビーゲート", "ベビーゲートの捨て方", "ベビーゲート 何ゴミ"],
  ["ランニングマシン", "ランニングマシンの捨て方"],
  ["ウィッグ", "ウィッグの捨て方", "かつらは何ごみ"],
  ["3Dプリンターの樹脂", "レジン液", "レジン液の捨て方"],
  ["ウォーターサーバー", "ウォーターサーバーの捨て方"],
  ["ソーラーライト", "ソーラーライトの捨て方"],
  ["バランスボール", "バランスボールは何ごみ"],
  ["人工芝", "人工芝の捨て方", "人工芝を捨てたい"],
  ["シルバー人材センター", "シルバー人材センターに頼みたい"],
  ["給食の献立", "給食 献立表"],
  ["求人", "市役所の求人", "職員募集"],
];
export const UNKNOWN: Record<DemoCity, readonly (readonly string[])[]> = {
  kumamoto: [
    ...NOBODY_KNOWS,
    ["市電の定期券", "市電 定期", "市電の運休"],
    ["熊本城 料金", "熊本城の駐車場"],
    ["イノシシが出た", "イノシシ", "イノシシを見ました"],
    ["動植物園の料金", "動植物園 年パス"],
    ["くまモンに会いたい", "くまモン", "水前寺清子"],
  ],
  musashino: [
    ...NOBODY_KNOWS,
    ["ムーバス 忘れ物", "ムーバスの運賃"],
    ["井の頭公園のボート", "井の頭公園 ボート 料金"],
    ["コミセンの予約", "コミセン 予約"],
    ["家賃の相場", "家賃 いくら"],
    ["ハモニカ横丁", "ハモニカ横丁の営業時間"],
  ],
};

/** Words that found nothing until staff taught the bot; days ago, and the item they belong to. */
export const TAUGHT: readonly { words: string; item: string; daysAgo: number }[] = [
  { words: "アイコス", item: "heated-tobacco", daysAgo: 33 },
  { words: "ハンディファン", item: "handheld-fan", daysAgo: 24 },
  { words: "プチプチ", item: "foam-cushion", daysAgo: 12 },
];

/** Words about which staff decided that nothing is to be done, and why. */
export const LEFT: Record<DemoCity, readonly { words: string; reason: string; daysAgo: number }[]> = {
  kumamoto: [
    { words: "くまモン", reason: "県の仕事なので、市の答えは作りません。", daysAgo: 19 },
    { words: "水前寺清子", reason: "市政の質問ではありません。", daysAgo: 19 },
  ],
  musashino: [
    { words: "家賃の相場", reason: "市政の質問ではありません。", daysAgo: 16 },
    { words: "ハモニカ横丁", reason: "商店のことは商店会の案内に任せます。", daysAgo: 16 },
  ],
};

/** Share of questions by hour of the day in Tokyo: before the garbage goes out, and after supper. */
export const ASKING_HOURS = [
  2, 1, 0.5, 0.3, 0.3, 1, 3.5, 7.5, 7, 4.5, 4.5, 4.5, 5.5, 4.5, 3.5, 3.5, 4, 5, 6, 7.5, 9, 9, 6.5, 4,
] as const;
/** Sunday to Saturday. */
export const ASKING_WEEKDAYS = [1.2, 1.15, 0.95, 0.9, 0.95, 0.9, 1.1] as const;
/** Questions on an ordinary day. */
export const A_DAY: Record<DemoCity, number> = { kumamoto: 92, musashino: 68 };
