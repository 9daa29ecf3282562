import { fold } from "@/lib/scenarios/fold";
import { everyWording } from "@/lib/scenarios/language";
import type { ScenarioVersion } from "@/lib/scenarios/schema";
import type { StartTarget } from "./postback";
import type { Bot } from "./talk";

/**
 * The version that was published when the talk began, so that a replay after a new publication walks the old one. An
 * event from before the first publication takes the first.
 */
export function versionAt(bot: Bot, key: string, at: number): ScenarioVersion | null {
  const versions = bot.scenarios.filter((one) => one.key === key).sort((a, b) => a.version - b.version);
  return versions.findLast((one) => one.publishedAt <= at) ?? versions[0] ?? null;
}

export const findVersion = (bot: Bot, key: string, version: number): ScenarioVersion | null =>
  bot.scenarios.find((one) => one.key === key && one.version === version) ?? null;

/** The scenarios that can be started, newest version as of `at`. */
export const startableAt = (bot: Bot, at: number): ScenarioVersion[] =>
  bot.startable.map((key) => versionAt(bot, key, at)).filter((one) => one !== null);

/** A long sentence with the word in it is more likely a question than a start. */
const LONGEST_SENTENCE = 24;

/**
 * What typed words start, if anything. A scenario's triggers may stand inside a short sentence (通報したい) unless
 * `exact`; a shortcut's (道路) only alone: 道路 alone may mean anything in a sentence.
 */
export function findTrigger(text: string, bot: Bot, at: number, exact: boolean): StartTarget | null {
  const typed = fold(text);
  if (typed === "") return null;
  const versions = startableAt(bot, at);
  for (const { key, definition } of versions) {
    const names = [...definition.triggers, ...everyWording(definition.title)].map(fold);
    if (names.includes(typed)) return { scenarioKey: key, shortcut: null };
    for (const shortcut of definition.shortcuts) {
      const short = [...shortcut.triggers, ...everyWording(shortcut.title)].map(fold);
      if (short.includes(typed)) return { scenarioKey: key, shortcut: shortcut.key };
    }
  }
  if (exact || typed.length > LONGEST_SENTENCE) return null;
  const inside = versions.find(({ definition }) =>
    definition.triggers.some((word) => typed.includes(fold(word))),
  );
  return inside ? { scenarioKey: inside.key, shortcut: null } : null;
}

const COMMANDS = {
  back: ["戻る", "もどる", "前へ", "前に戻る", "ひとつ戻る", "back", "返回", "뒤로"],
  cancel: [
    "やめる",
    "辞める",
    "止める",
    "中止",
    "中断",
    "キャンセル",
    "取り消し",
    "とりけし",
    "終了",
    "cancel",
    "quit",
    "stop",
    "退出",
    "取消",
    "그만두기",
    "취소",
  ],
  skip: [
    "スキップ",
    "とばす",
    "飛ばす",
    "なし",
    "無し",
    "ない",
    "特になし",
    "とくになし",
    "写真なし",
    "写真なしで進む",
    "書かずに進む",
    "場所なしで進む",
    "skip",
    "none",
    "no photo",
    "跳过",
    "没有",
    "건너뛰기",
    "없음",
  ],
  done: [
    "次へ",
    "次",
    "つぎ",
    "次へ進む",
    "つぎへ進む",
    "完了",
    "終わり",
    "おわり",
    "以上",
    "done",
    "next",
    "下一步",
    "完成",
    "다음",
    "완료",
  ],
  yes: ["はい", "うん", "そう", "yes", "y", "ok", "オーケー", "1", "是", "네", "예"],
  no: ["いいえ", "いや", "ちがう", "違う", "no", "n", "2", "不", "아니요", "아니오"],
  send: [
    "送信",
    "送る",
    "送信する",
    "この内容で送る",
    "これで送る",
    "はい",
    "ok",
    "オーケー",
    "1",
    "send",
    "yes",
    "发送",
    "보내기",
    "네",
  ],
  fix: [
    "直す",
    "なおす",
    "修正",
    "修正する",
    "変更",
    "訂正",
    "内容を直す",
    "2",
    "fix",
    "change",
    "修改",
    "수정",
  ],
  resume: [
    "続き",
    "続きから",
    "つづきから",
    "続ける",
    "つづける",
    "はい",
    "1",
    "resume",
    "go on",
    "yes",
    "继续",
    "이어서",
  ],
  restart: [
    "最初から",
    "さいしょから",
    "はじめから",
    "始めから",
    "やり直す",
    "2",
    "restart",
    "start over",
    "重新开始",
    "처음부터",
  ],
  stay: ["続ける", "つづける", "やめない", "いいえ", "2", "no", "go on", "继续", "계속"],
  quit: ["やめる", "はい", "1", "yes", "quit", "退出", "그만두기"],
  drop: ["写真を消す", "消す", "撮り直す", "とりなおす", "remove", "删除"],
} as const;
export type Command = keyof typeof COMMANDS;

const FOLDED = new Map(
  Object.entries(COMMANDS).map(([command, list]) => [command, new Set<string>(list.map(fold))] as const),
);

/** Do the typed words, as a whole, say this? */
export const isCommand = (text: string, command: Command): boolean =>
  FOLDED.get(command)?.has(fold(text)) ?? false;
