import type { OptionProblem } from "./options";
import type { Program } from "./plan";
import { spokenDuration } from "./table";

/** What the demo says in the terminal. */

export const PROGRAM_NAMES: Record<Program["name"], string> = {
  sandbox: "LINEサンドボックス",
  mailbox: "届いたメールの箱",
  worker: "ワーカー",
  web: "職員の画面",
};

export const HELP = `窓口のデモ

  npm run demo                          起動する（熊本市）
  npm run demo -- --city musashino      武蔵野市の例で起動する
  npm run demo -- --reset               データを消して、はじめから起動する
  npm run demo -- --stop                動いているデモを止める
  npm run dev                           開発用（コードを変えるとすぐ反映）

  --no-life       60日分の通報を入れずに起動する
  --data フォルダ  データの置き場所を変える（ふつうは .data/市の名前）。空のフォルダか、デモのフォルダ

ポートの番号は環境変数で変えられます: PORT(3000) SANDBOX_PORT(3100) MAIL_SINK_PORT(3125) MAIL_INTAKE_PORT(2525)`;

export function optionProblem({ problem, given }: OptionProblem): string {
  if (problem === "unknown-city")
    return `「${given}」という市の例はありません。kumamoto か musashino を選んでください。`;
  if (problem === "missing-value") return `${given} のあとに値がありません。`;
  return `「${given}」という指定はありません。npm run demo -- --help で一覧を見られます。`;
}

export const portBusy = (port: number, setting: string): string =>
  `ポート ${port} は、ほかのプログラムが使っています。そのプログラムを止めるか、環境変数 ${setting} で別の番号を選んでください。\n  例: ${setting}=${port + 10} npm run demo`;

export const portWrong = (setting: string, value: string): string =>
  `環境変数 ${setting} の値「${value}」は、ポートの番号（1〜65535）ではありません。`;

export const alreadyRunning = (folder: string, web: string, pid: number): string =>
  `このデータ（${folder}）のデモは、もう動いています。\n  職員の画面: ${web}\n  止めるには、動かしている端末で Ctrl-C を押すか、npm run demo -- --stop を実行してください（プロセス番号 ${pid}）。`;

export const notRunning = (folder: string): string => `このデータ（${folder}）のデモは動いていません。`;
export const STOPPED_OTHER = "動いていたデモを止めました。";
export const STOP_FAILED = "30秒待ちましたが止まりませんでした。プロセスを確かめてください。";
export const OWN_DATABASE_KEPT =
  "DATABASE_URL のデータベースは消しません。--reset は付属のデータベースだけに使えます。";
export const resetDone = (folder: string): string => `データを消しました: ${folder}`;
export const foreignFolder = (folder: string, reset: boolean): string =>
  `${folder} は、デモのデータのフォルダではないため、${reset ? "消しません" : "使いません"}。何も変えていません。\n  --data には、空のフォルダ、まだないフォルダ、または前にデモで使ったフォルダを指定してください。`;
export const leftoversStopped = (folder: string): string =>
  `このデータ（${folder}）のデモは途中で終わっていました。残っていたプログラムを止めました。`;
export const orphansStopped = (n: number): string =>
  `前回きちんと終わらなかったプログラムを ${n} 個止めました。`;

export const programStopped = (
  name: Program["name"],
  code: string,
  delayMs: number,
  logFile: string,
): string =>
  `${PROGRAM_NAMES[name]}が止まりました（${code}）。${spokenDuration(delayMs)}後に起動し直します。記録: ${logFile}`;
export const programSlow = (name: Program["name"], logFile: string): string =>
  `${PROGRAM_NAMES[name]}の準備が確かめられません。続けます。記録: ${logFile}`;
export const programFailed = (name: Program["name"], logFile: string, tail: string): string =>
  `${PROGRAM_NAMES[name]}を起動できませんでした。記録: ${logFile}\n${tail}`;
export const stepFailed = (what: string, logFile: string, tail: string): string =>
  `${what}に失敗しました。記録: ${logFile}\n${tail}`;

export const databaseFailed = (logFile: string, tail: string): string =>
  `データベースを起動できませんでした。記録: ${logFile}\n${tail}\n  データを消してよければ、同じ指定に --reset を足すと、はじめから起動できます（例: npm run demo -- --reset）。`;

export const DATABASE_BACK = "データベースが止まっていたので、起動し直しました。";
export const DATABASE_LOST = "データベースを起動し直せません。数秒後にもう一度試します。";
export const STOPPING = "止めています…（もう一度 Ctrl-C で、すぐに終わります）";
export const stopped = (folder: string): string => `止めました。データは ${folder} に残っています。`;

export const STEPS = {
  database: "データベース",
  migrate: "表の準備",
  seed: "市のデータ",
  build: "画面のビルド",
  start: "プログラムの起動",
  arm: "送信の許可",
  line: "LINEの設定",
} as const;

export const stillWorking = (what: string, ms: number): string => `  … ${what}（${spokenDuration(ms)}）`;
export const stepDone = (what: string, ms: number, note = ""): string =>
  `  ✓ ${what} ${spokenDuration(ms)}${note}`;
export const BUILD_REUSED = "（前回のものを使います）";

export const STILL_STARTING = "（準備中）";
export const opening = (city: string, dev: boolean): string =>
  `窓口のデモ（${city}の例${dev ? "・開発用" : ""}）を準備しています。`;
export const unexpected = (message: string): string => `思わぬ失敗で始められませんでした: ${message}`;
export const LINE_LATER =
  "デモはこのまま使えます。リッチメニューが出ないときは、いちど止めて npm run demo をもう一度実行してください。";
export const RESIDENTS_UNKNOWN =
  "LINEサンドボックスに住民を登録できませんでした。住民への返信は届かないことがあります。";
