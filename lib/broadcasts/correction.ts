import { type CorrectionKind, SPOKEN, type Spoken } from "@/db/enums";
import { clock, shortDate, toTokyo } from "@/lib/core/time";
import type { Block } from "./block";
import { blocksFor, type Content, writtenIn } from "./content";

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

const MAX_BLOCKS = 5;

/** The prefilled words, in every language the first message was written in: nobody is left with the wrong one alone. */
export function correctionOf(original: Content, kind: CorrectionKind, sentAt: Date): Content {
  const openings = kind === "correction" ? CORRECTION : WITHDRAWAL;
  const wordings = SPOKEN.filter((spoken) => writtenIn(original).includes(spoken));
  const variants = wordings.map((spoken): [Spoken, Block[]] => {
    const opening: Block = { kind: "text", text: openings[spoken](sentAt) };
    const again = kind === "correction" ? blocksFor(original, spoken).slice(0, MAX_BLOCKS - 1) : [];
    return [spoken, [opening, ...again]];
  });
  return { variants: { ja: [], ...Object.fromEntries(variants) } };
}
