import { type Command, isCommand } from "@/lib/conversations/command";
import { withoutTail } from "@/lib/core/text";
import { fold } from "@/lib/scenarios/fold";

/** What people write that asks nothing. `word`: an answer to something that is not open. `nothing`: no words at all. */
export type Noise = "hello" | "thanks" | "word" | "nothing";

const WORDS: Record<Exclude<Noise, "nothing">, string[]> = {
  hello: [
    "こんにちは",
    "こんにちわ",
    "こんばんは",
    "こんばんわ",
    "おはよう",
    "おはようございます",
    "はじめまして",
    "初めまして",
    "よろしく",
    "よろしくお願いします",
    "宜しくお願いします",
    "お世話になります",
    "お世話になっております",
    "もしもし",
    "やあ",
    "hello",
    "hi",
    "hey",
    "good morning",
    "你好",
    "您好",
    "안녕",
    "안녕하세요",
  ],
  thanks: [
    "ありがとう",
    "ありがと",
    "ありがとうございます",
    "ありがとうございました",
    "有難うございます",
    "有り難うございます",
    "どうもありがとう",
    "どうもありがとうございます",
    "どうも",
    "サンキュー",
    "助かりました",
    "助かります",
    "感謝します",
    "お疲れ様です",
    "お疲れさま",
    "thanks",
    "thank you",
    "thx",
    "谢谢",
    "謝謝",
    "감사합니다",
    "고맙습니다",
  ],
  word: [
    "了解",
    "了解です",
    "了解しました",
    "承知しました",
    "わかった",
    "わかりました",
    "分かりました",
    "そうです",
    "そうですか",
    "なるほど",
    "へえ",
    "すみません",
    "ごめん",
    "ごめんなさい",
    "失礼しました",
    "大丈夫",
    "大丈夫です",
    "結構です",
    "いいです",
    "よい",
    "だめ",
    "ダメ",
    "うーん",
    "えっと",
    "あの",
    "okay",
    "sorry",
    "i see",
    "好的",
    "알겠습니다",
  ],
};
const FOLDED = Object.entries(WORDS).map(
  ([noise, words]) => [noise as keyof typeof WORDS, new Set(words.map(fold))] as const,
);

/** Words that only mean something to an open report. */
const ANSWERS: Command[] = [
  "back",
  "cancel",
  "skip",
  "done",
  "yes",
  "no",
  "send",
  "resume",
  "restart",
  "stay",
];

/** Laughter, marks and pictures, one kana or one or two digits. One kanji may well be a question (「傘」). */
const NO_WORDS = /^(?:[\p{P}\p{S}\p{Z}\p{C}\p{M}ー]*|w+|笑+|草|[ぁ-んー]|\d{1,2})$/u;
const PICTURES = /\p{Extended_Pictographic}/gu;

/** What a whole text is when it asks nothing; null: it may be a question. */
export function readNoise(text: string): Noise | null {
  const folded = fold(text);
  const typed = withoutTail(folded, "ー!");
  const known = FOLDED.find(([, words]) => words.has(typed) || words.has(folded));
  if (known) return known[0];
  if (ANSWERS.some((command) => isCommand(text, command))) return "word";
  return NO_WORDS.test(folded.replace(PICTURES, "")) ? "nothing" : null;
}
