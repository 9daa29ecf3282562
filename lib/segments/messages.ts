import type { Leaf } from "./rule";

/** Why a broadcast would not reach one resident, in the words of the console. */
export const REACH_WORDS = {
  blocked: "この方は公式アカウントをブロックしています。ブロックを解除されるまで何も届きません。",
  unknown:
    "この方が友だちかどうかを確かめられていません。友だちに追加されるか、トークに話しかけられると届くようになります。",
  stopped: "この方は受信設定で、すべての配信を止めています。",
  notStaff: "訓練の配信は、登録した職員にだけ届きます。この方は登録されていません。",
} as const;

/** What a condition is about, without saying which. */
export const ABOUT: Record<Leaf["op"], string> = {
  age_band: "年代",
  gender: "性別",
  area: "地域",
  interests: "関心のあること",
  spoken: "受け取る言葉",
  friend_since: "友だちになった日",
  answered: "受信設定に答えたかどうか",
  reported: "通報",
  received: "受け取った配信",
  segment: "保存した対象",
};

export const WHY_WORDS = {
  trait: (what: string, unanswered: boolean, wanted: string) =>
    unanswered
      ? `${what}に答えていません（条件: ${wanted}人）。`
      : `${what}の答えが条件に当てはまりません（条件: ${wanted}人）。`,
  spoken: (wanted: string) => `受け取る言葉が条件に当てはまりません（条件: ${wanted}人）。`,
  friendSince: (wanted: string) => `友だちになった日が条件に当てはまりません（条件: ${wanted}人）。`,
  answered: "受信設定にまだ答えていません。",
  reported: (wanted: string) => `条件に当てはまる通報がありません（条件: ${wanted}人）。`,
  received: (wanted: string) => `受け取った記録がありません（条件: ${wanted}人）。`,
  noneOf: (parts: string[]) => `次のどれにも当てはまりません: ${parts.join(" ／ ")}`,
  nobody: "この条件には、だれも当てはまりません。",
  excluded: (about: string[]) => `除く条件（${about.join("・")}）に当てはまります。`,
  segment: (wanted: string) => `「${wanted}人」ではありません。`,
} as const;

/** Instead of the title of a broadcast that the person may not see. */
export const FOREIGN_BROADCAST = "ほかの課の配信";

export const SEGMENT_REFUSALS = {
  foreign: "条件にある配信が見つからないか、ほかの課のものです。条件から外してください。",
  conflict:
    "ほかの人が先に保存しました。あなたの入力はこの画面に残っています。読み込み直して、今の内容と見くらべてください。",
  gone: "この対象はしまわれています。新しい対象として保存してください。",
  "name-taken": "同じ名前の対象がすでにあります。別の名前にしてください。",
  cycle: "この対象を使っている対象を、中に入れることはできません。条件から外してください。",
  missing: "条件にある対象が見つかりません。条件から外してください。",
  "too-large": "条件にある対象を合わせると大きくなりすぎます。条件を減らしてください。",
} as const;

export const inUse = (where: string[]): string =>
  `使われているため、しまえません。先に次から外してください: ${where.join("、")}`;

export const NOBODY_FOUND =
  "その番号の住民は見つかりません。受付番号（例: R8-000123）か、住民に表示されたコード（例: ACDE-FGHJ）を確かめてください。電話や窓口で受けた通報からは探せません。受付番号で探せるのは、その通報を見られる人だけです。";

export const TOO_OFTEN = {
  explain:
    "続けて確かめられる回数を超えました。1時間ほど待ってから、もう一度確かめてください。お急ぎのときは管理者に相談してください。",
  count:
    "続けて数えられる回数を超えました。条件はそのまま残っています。1分ほど待ってから、もう一度数えてください。",
} as const;
