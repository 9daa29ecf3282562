import type { FillStep } from "./commands";
import type { FillPlan } from "./plan";

/** What the filling program says in the terminal. */
export const USAGE = `使い方: npm run db:fill -- --friends N --reports N --questions N [--broadcasts N] [--days N] [--seed TEXT]
  入っている市に、架空の友だち・通報・質問・配信を過去2年分入れ、集計します。同じ指定でもう一度動かしても増えません。`;
export const NO_CITY =
  "市のデータが入っていません。先に npm run db:seed -- --city kumamoto を動かしてください。";

const NAMES: Record<FillStep, string> = {
  friends: "友だち",
  reports: "通報",
  walks: "通報の途中経過",
  questions: "質問",
  broadcasts: "配信",
  counts: "集計",
};
const count = (n: number) => n.toLocaleString("ja-JP");
export const told = (step: FillStep, done: number, of: number, seconds: number): string =>
  `${NAMES[step]} ${count(done)} / ${count(of)} (${seconds.toFixed(1)} 秒)`;
export const over = ({ seed, friends }: FillPlan, seconds: number): string =>
  `終わりました (${seconds.toFixed(1)} 秒)。LINEの代わりのプログラムに同じ友だちを知らせるときの指定: seed=${seed} count=${friends}`;
