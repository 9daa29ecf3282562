export const UNKNOWN =
  /^(わからない|分からない|わかりません|分かりません|不明|覚えていない|おぼえていない|忘れた|いつからか.*|unknown|idk|(i )?don'?t know|not sure|不知道|모름|모르겠어요)$/;
export const NOW = /^(今|いま|たった今|たったいま|ただいま|ただ今|今すぐ|現在|now|现在|現在|지금)$/;

/** Words for a day, as days before today. Longer words stand before those they contain. */
export const DAYS: [RegExp, number][] = [
  [/さきおととい|さきおとつい|一昨々日|一昨昨日|大前天|그끄저께/g, 3],
  [/おととい|一昨日|おとつい|一昨夜|一昨晩|前天|그저께|(?<!엊)그제/g, 2],
  [/昨日|きのう|昨夜|昨晩|ゆうべ|夕べ|昨朝|(?<![々の])前日|yesterday|last night|昨天|昨晚|어제|어젯밤/g, 1],
  [
    /今日|きょう|本日|今朝|けさ|今晩|今夜|今夕|さっき|先ほど|先程|さきほど|today|tonight|this (?:morning|afternoon|evening)|今天|今晚|오늘/g,
    0,
  ],
];
/** A night that began on the day before: its small hours lie on the next day. */
export const NIGHT_BEFORE = /昨夜|昨晩|ゆうべ|夕べ|last night|昨晚|昨天晚上|어젯밤/;

/** How a part of the day turns the hour of a twelve-hour clock; null when the two cannot go together. */
type Turn = (hour: number) => number | null;
const pm: Turn = (h) => (h < 12 ? h + 12 : h);

/**
 * Parts of the day. Each is taken out before the next is looked for: 夜 is in 夜中, 夕 in 夕べ. Written in hiragana they
 * are only taken where a word begins and ends, for こんばんは and によると are none.
 */
export const PARTS: [RegExp, Turn][] = [
  [
    /午前|ごぜん|上午|凌晨|오전|새벽|未明|(?<=[\d時分半] ?)a\.?m(?![a-z])|(?<![a-z])a\.?m(?=\.? ?\d)/g,
    (h) => (h === 12 ? 0 : h < 12 ? h : null),
  ],
  [
    /明け方|夜明け|早朝|朝|けさ|早上|아침|morning|(?<=^|[^ぁ-ん]|の)あさ(?=$|[ \dのには,])/g,
    (h) => (h < 12 ? h : null),
  ],
  [
    /深夜|真夜中|夜中|夜更け|半夜|한밤|midnight|よなか|しんや/g,
    (h) => (h === 12 ? 0 : h < 5 || h > 12 ? h : h > 8 ? h + 12 : null),
  ],
  [/夕方|ゆうがた|夕(?!べ)|傍晚|저녁|evening/g, (h) => (h > 0 && h < 12 ? h + 12 : h > 12 ? h : null)],
  [
    /夜|晩|晚|ゆうべ|夕べ|밤|night|(?<=^|[^ぁ-ん]|の)(?:よる|ばん)(?=$|[ \dのには,])/g,
    (h) => (h > 4 && h <= 12 ? h + 12 : h < 4 || h > 16 ? h : null),
  ],
  [/午後|ごご|下午|오후|afternoon|(?<=[\d時分半] ?)p\.?m(?![a-z])|(?<![a-z])p\.?m(?=\.? ?\d)/g, pm],
  [/昼|ひる|中午|점심/g, (h) => (h < 6 ? pm(h) : h)],
];
/** Parts whose small hours are as often said of the day after: 昨日の夜1時. 昨日の深夜1時 is read as written. */
export const LATE = /(?<![昨深半])[夜晩晚](?!中|明|更)|밤|night|(?<=^|[^ぁ-ん]|の)(?:よる|ばん)(?=\d)/;
export const MIDNIGHT = /深夜|真夜中|夜中|半夜|midnight|よなか|しんや/;

/** Words by which a time is only near, or one side of it. さきほど and 予約 hold none. */
export const ROUGH =
  /頃|ごろ|(?<=[\d分時日半曜朝夜方])ころ|くらい|ぐらい|位(?!置)|(?<!先|さき)(?:ほど|程)|だいたい|大体|(?<!予|契)約|(?<!预)约|およそ|おおよそ|凡そ|たぶん|多分|おそらく|恐らく|かも|あたり|辺り|前後|過ぎ|すぎ|以[上内降後前]|まで|より|時[台代後]|少し|すこし|ちょっと|ちょい|かな(?!り)|らしい|と思|とおも|気が|のころ|の後(?!ろ)|のあと|[一ひ]と?晩|夜通し|[?~]|[分間]弱|[分間]強|余り|あまり|左右|大概|쯤|정도|약 ?\d|(?<![a-z])(?:about|around|approx|circa|maybe|probably|perhaps|before|after|between|until|(?<!half )past|over)(?![a-z])/;

/** The same said of the day itself, which stands as _ by then: 11月20日ごろの夜9時. */
export const ROUGH_DAY =
  /_ ?(?:頃|ごろ|ころ|くらい|ぐらい|前後|あたり|辺り|以|かな(?!り)|かも|らしい|だったと|と思|\?)|(?:だいたい|大体|約|およそ|たぶん|多分|おそらく|恐らく|about|around|maybe|probably|perhaps) ?_/;

/**
 * What looks like a part of a time and was not understood. The rest of the words must then not be taken for the whole:
 * 9時 out of 先月の20日の9時 is today's.
 */
export const UNREAD = new RegExp(
  [
    /\d ?(?:日|週|[ゖかゕけヶ箇]月|月|年|時|分|秒|間|世紀)/,
    /~\d|[〇二三四五六七八九十]_|[日週年月時分間]前(?!後)|前月/,
    /[数半](?:日|週|時間|分(?=前)|年|[ゖかゕけヶ箇]月|月)/,
    /先々|先日|先週|先月|先だって|この間|このあいだ|こないだ|この前|過日|[今来]週|来[月年]|今[月年]|去年|昨年|おととし|一昨年/,
    /(?<!駅|店|家|門)前の[日週月年晩夜朝]|前々|毎[日朝晩夜週月年時]|翌|当日|同日|の日(?!曜|本)|の前[日夜晩]|[そあ]の[朝晩夜]|第\d_|明日|あした|あす(?=[の \d])|明後日|あさって|週末|土日|平日/,
    /(?<!_)以前|昔|(?<!_ ?)(?:ずっと|だいぶ|かなり|少し|すこし|ちょっと|もっと)前|最近|近頃|ふつか|みっか|よっか|むいか|ようか|ここのか|とおか|はつか|しゅうかん|かげつ|せんしゅう|せんげつ|きょねん|このごろ|いつも|普段|たいてい|連日|ごとに|頻繁/,
    /[春夏秋冬](?=の|ごろ|頃|休|に|[, ]|$)|休日|祝日|連休|お盆|正月|元日|元旦|大晦日|おおみそか|くりすます|(?<!夜)明け(?!方)|[月年週][末初始]|[上中下]旬/,
    /(?<![a-z])(?:last|next|ago|weeks?|months?|years?|hours?|minutes?|mins?|days?|weekend|tomorrow|quarter|half)(?![a-z])/,
    /(?<![a-z]|_ ?)[ap]\.?m(?! ?_|[a-z])/,
    /(?<![a-z])(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?(?![a-z])/,
    /(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)(?![a-z])|january|february|march|april|june|july|august|september|october|november|december/,
    /[上下本这這][周週]|[几幾]天|小[时時]|[一三]刻|每|매일|매주|그날|[上下][个個]|周[一二三四五六日末]|星期|礼拜|禮拜|明天|[后後]天|去年|지난|저번|내일|모레|엊그제|요일|주말|작년/,
  ]
    .map((pattern) => pattern.source)
    .join("|"),
);

/** Numbers that count things or name places, not times: 2台, 3丁目, 国道2号. */
export const COUNTED =
  /(?:第|号)\d+|\d+ ?(?:丁目|番|号|人|名|台|個|本|匹|頭|羽|枚|階|軒|件|回|つ|か所|ゖ所|箇所|車線|cm|km|m(?![a-z])|円|度|歳|才|代|%|kg|きろ|めーとる|せんち|とん)/g;
