import { type CorrectionKind, SPOKEN, type Spoken } from "@/db/enums";
import { clock, shortDate, toTokyo } from "@/lib/core/time";
import { type Block, CONTENT_LIMITS } from "./block";
import { blocksFor, type Content, writtenIn } from "./content";
import { DRILL_MARK } from "./drill";

/** What a correction begins with. The person completes it; a withdrawal is whole as it stands. */
type Opening = (at: Date) => string;

const plain = (at: Date) => {
  const t = toTokyo(at);
  return `${t.month}/${t.day} ${clock(at)}`;
};

const CORRECTION: Record<Spoken, Opening> = {
  ja: (at) =>
    `【訂正】\n${shortDate(at)} ${clock(at)}にお送りしたお知らせに、誤りがありました。正しくは次のとおりです。`,
  easy: (at) =>
    `【なおし】\n${plain(at)}に おくった おしらせに まちがいが ありました。ただしい おしらせは つぎの とおりです。`,
  en: (at) => `[Correction]\nOur message of ${plain(at)} contained an error. The correct information is:`,
  zh: (at) => `【更正】\n${plain(at)} 发送的通知有误，正确内容如下。`,
  ko: (at) => `【정정】\n${plain(at)}에 보낸 알림에 오류가 있었습니다. 올바른 내용은 다음과 같습니다.`,
};

const WITHDRAWAL: Record<Spoken, Opening> = {
  ja: (at) =>
    `【取消】\n${shortDate(at)} ${clock(at)}にお送りしたお知らせは、誤って送信したものです。取り消します。ご迷惑をおかけしました。`,
  easy: (at) =>
    `【とりけし】\n${plain(at)}に おくった おしらせは まちがいです。わすれて ください。すみませんでした。`,
  en: (at) =>
    `[Withdrawn]\nOur message of ${plain(at)} was sent by mistake. Please disregard it. We apologise for the trouble.`,
  zh: (at) => `【取消】\n${plain(at)} 发送的通知系误发，请忽略。给您添麻烦了，敬请谅解。`,
  ko: (at) =>
    `【취소】\n${plain(at)}에 보낸 알림은 잘못 발송된 것입니다. 무시해 주십시오. 불편을 드려 죄송합니다.`,
};

/** A drill's mark is put at the head later: room for it, whether this is one or not. */
const MAX_TEXT = CONTENT_LIMITS.text - DRILL_MARK.length;

/** Two texts as one message; null: one is none, or LINE would not take them together. */
function joined(first: Block | undefined, second: Block | undefined): Block | null {
  if (first?.kind !== "text" || second?.kind !== "text") return null;
  const text = `${first.text}\n\n${second.text}`;
  return text.length <= MAX_TEXT ? { kind: "text", text } : null;
}

/**
 * As many messages as LINE takes at once. The opening is one more than were sent: the first two texts that stand beside
 * each other and fit become one, the opening with the first words before all. Where none do, the last stay out.
 */
function fitted(blocks: Block[]): { blocks: Block[]; isWhole: boolean } {
  if (blocks.length <= CONTENT_LIMITS.blocks) return { blocks, isWhole: true };
  for (const at of blocks.keys()) {
    const both = joined(blocks[at], blocks[at + 1]);
    if (both) return fitted(blocks.toSpliced(at, 2, both));
  }
  return { blocks: blocks.slice(0, CONTENT_LIMITS.blocks), isWhole: false };
}

/** Each language the first message was written in: nobody is left with the wrong one alone. */
function wordingsOf(original: Content, kind: CorrectionKind, sentAt: Date) {
  const openings = kind === "correction" ? CORRECTION : WITHDRAWAL;
  return SPOKEN.filter((spoken) => writtenIn(original).includes(spoken)).map((spoken) => {
    const opening: Block = { kind: "text", text: openings[spoken](sentAt) };
    return { spoken, ...fitted([opening, ...(kind === "correction" ? blocksFor(original, spoken) : [])]) };
  });
}

/** The prefilled words. */
export function correctionOf(original: Content, kind: CorrectionKind, sentAt: Date): Content {
  const variants = wordingsOf(original, kind, sentAt).map(({ spoken, blocks }) => [spoken, blocks]);
  return { variants: { ja: [], ...Object.fromEntries(variants) } };
}

/** The languages in which the end of the first message found no room among them: whoever writes on has to know. */
export const leftOutOf = (original: Content, kind: CorrectionKind, sentAt: Date): Spoken[] =>
  wordingsOf(original, kind, sentAt)
    .filter(({ isWhole }) => !isWhole)
    .map(({ spoken }) => spoken);
