import { valueWords } from "@/components/charts/chart-value";
import type { Bars, BotView, Timeline, WordLine } from "@/lib/analytics/view";
import { type Board, barsCard, ranked, timeCard } from "../card";
import { notes } from "../notes";
import { againstWord, changeWords, share, shareWords } from "../words";

const sumOf = ({ lines }: Timeline, key: string): number =>
  (lines.find((line) => line.key === key)?.values ?? []).reduce<number>((sum, n) => sum + (n ?? 0), 0);

const wordBars = (words: WordLine[]): Bars => ({
  unit: "回",
  rough: false,
  bars: words.map(({ word, now, before }) => ({ key: word, label: word, now, before, share: null })),
});

export function botBoard(view: BotView): Board {
  const { figures } = view;
  const against = againstWord(view.range);
  const stat = (label: string, figure: typeof figures.questions, unit = "件") => ({
    label,
    value: valueWords(figure.now, unit),
    change: changeWords(figure, unit, against),
  });
  // Menus and the like are no questions: they would make every answer look better.
  const asked = (figures.questions.now ?? 0) - sumOf(view.outcomes, "command");
  const answered = shareWords(share(figures.answered.now, asked));
  const said = (figures.helpful.now ?? 0) + (figures.unhelpful.now ?? 0);
  const helpful = shareWords(share(figures.helpful.now, said));
  return {
    stats: [
      stat("話しかけられた", figures.questions),
      stat("答えた", figures.answered),
      stat("見つからず", figures.notFound),
      stat("役に立った", figures.helpful),
      stat("役に立たなかった", figures.unhelpful),
    ],
    cards: [
      timeCard(
        {
          id: "outcomes",
          title: "質問に答えられているか",
          answer: `${valueWords(asked, "件")}の質問のうち、答えられたのは${answered}です。`,
          notes: [notes.outcomes],
        },
        view.outcomes,
        { shape: "stack" },
      ),
      timeCard(
        {
          id: "helpful",
          title: "答えは役に立ったか",
          answer: `感想を押した${valueWords(said, "人")}のうち、役に立ったのは${helpful}です。`,
          notes: [notes.helpful],
        },
        view.helpful,
        { shape: "stack" },
      ),
      barsCard("topics", "何についての質問が多いか", ranked(view.topics), "話題", {
        notes: [notes.topics],
        isWide: true,
      }),
      barsCard("kinds", "何が答えたか", ranked(view.kinds), "種類", { notes: [notes.topics], isWide: true }),
      {
        id: "topic-outcomes",
        title: "どの話題で答えられていないか",
        answer: "話題ごとの、質問の結果の数です。",
        notes: [notes.topics, notes.outcomes],
        body: { kind: "matrix", matrix: view.topicsByOutcome },
        table: "話題",
        isWide: true,
      },
      barsCard("words", "どんな言葉で聞かれたか", wordBars(view.words), "言葉", {
        notes: [notes.words],
        isWide: true,
      }),
    ],
  };
}
