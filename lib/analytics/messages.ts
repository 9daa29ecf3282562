/** Words of charts and tables that are the same in every city. */
export const MOVES = { added: "追加", returned: "ブロック解除", blocked: "ブロック" } as const;
export const FOLLOWING = "友だちの数";
export const OUTCOMES = {
  answered: "答えられた",
  asked_back: "聞き返した",
  not_found: "見つからなかった",
  command: "決まったことば",
} as const;
export const HELPFUL = { yes: "役に立った", no: "役に立たなかった" } as const;
export const KINDS = { keyword: "キーワード", garbage: "ごみ分別辞典", faq: "よくある質問" } as const;
export const SPOKEN_NAMES = {
  ja: "日本語",
  easy: "やさしい日本語",
  en: "英語",
  zh: "中国語",
  ko: "韓国語",
} as const;
export const NO_TOPIC = "話題なし";
export const OUTSIDE = "市外";
export const NO_AREA = "地域なし";
export const NO_SECTION = "担当課なし";
export const RECEIVED = "受け付けた通報";
export const WEEKDAYS = ["月", "火", "水", "木", "金", "土", "日", "祝日"] as const;
export const TIMES = { day: "平日の昼", night: "平日の夜間", off: "土日・祝日" } as const;
export const SPREAD = { median: "中央値", p90: "90%がこの時間以内" } as const;
export const STEPS = { confirm: "内容の確認", stop: "窓口の案内" } as const;
export const ENDS = {
  submitted: "通報した",
  cancelled: "取りやめた",
  stopped: "電話などを案内",
  expired: "24時間返事がない",
  open: "続いている",
} as const;
export const REACH = "届けた数";
/** Names that LINE's demographics come in. */
export const LINE_GENDERS = { male: "男性", female: "女性", unknown: "不明" } as const;
