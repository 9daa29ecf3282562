import { DEMO_PASSWORD, demoAccounts } from "./accounts";
import { cityName, type DemoCity } from "./cities";
import type { Addresses } from "./plan";
import { alignColumns, spokenDuration } from "./table";

export type SummaryInput = { city: DemoCity; at: Addresses; folder: string; elapsedMs: number; dev: boolean };

/** What the terminal shows once everything answers: addresses, logins, where the data lies, how to stop. */
export function summary({ city, at, folder, elapsedMs, dev }: SummaryInput): string {
  const addresses = [
    ["職員の画面", at.web],
    ["住民のスマートフォン", at.phone],
    ["職員に届くメール", at.mailbox],
    ["LINEサンドボックス", at.sandbox],
  ];
  const logins = demoAccounts(city).map((account) => [account.email, account.post, account.name]);
  return `
窓口 デモ（${cityName(city)}の例）${dev ? " 開発用" : ""}  準備ができました  ${spokenDuration(elapsedMs)}
架空のデモです。${cityName(city)}とは関係ありません。

${alignColumns(addresses)}

ログイン  ${at.web}/sign-in  （パスワードはすべて ${DEMO_PASSWORD}）

${alignColumns(logins)}

データ  ${folder}   記録  ${folder}/logs
止める  Ctrl-C      はじめから  --reset
`;
}
