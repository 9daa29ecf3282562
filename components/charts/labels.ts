const toOnePlace = new Intl.NumberFormat("ja-JP", { maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat("ja-JP", { maximumFractionDigits: 0 });

/** Words that every drawing says, whatever it is about. */
export const chartLabels = {
  few: "5人未満",
  hidden: "非公表",
  none: "なし",
  before: "比較期間",
  mark: "配信のあった日",
  beforeOf: (label: string) => `${label}(比較期間)`,
  beforeTotal: "比較期間の合計",
  unfinished: "途中の期間",
  notFromZero: "縦軸は0から始まっていません",
  hint: "グラフを指すか、選んで矢印キーを押すと、値をここに表示します。",
  reader: (count: number, keys: string) => `${count.toLocaleString("ja-JP")}地点のグラフ、${keys}キーで読む`,
  sideways: "左右",
  upAndDown: "上下",
  allWays: "上下左右",
  flag: (number: number, titles: string) => `配信▼${number} ${titles}`,
  point: (at: string, values: string) => `${at}　${values}`,
  value: (label: string, value: string) => `${label} ${value}`,
  step: (place: number, label: string) => `${place}. ${label}`,
  left: (n: string, share: string) => `ここでやめた ${n}(${share})`,
  nobodyLeft: "ここでやめた例はありません",
  open: (n: string) => `いまここ ${n}`,
  share: (share: string) => `(${share})`,
  percent: (share: number) => `${(share > 0 && share < 0.1 ? toOnePlace : whole).format(share * 100)}%`,
} as const;
