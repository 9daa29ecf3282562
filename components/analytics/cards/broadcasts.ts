import { valueWords } from "@/components/charts/chart-value";
import { sumTold } from "@/lib/analytics/held";
import type { BroadcastsView } from "@/lib/analytics/view";
import { type Board, timeCard } from "../card";
import { notes } from "../notes";
import { againstWord, changeWords, figureSentence, share, shareWords } from "../words";

export function broadcastsBoard(view: BroadcastsView): Board {
  const { figures, list } = view;
  const against = againstWord(view.range);
  const stat = (label: string, figure: typeof figures.sent, unit: string) => ({
    label,
    value: valueWords(figure.now, unit),
    change: changeWords(figure, unit, against),
  });
  const few = list.some((b) => b.reach === "few") ? [notes.fewReached] : [];
  const told = list.filter((b) => b.opens !== null);
  const opened = share(sumTold(told.map((b) => b.opens)), sumTold(told.map((b) => b.reach)));
  return {
    stats: [
      stat("配信", figures.sent, "件"),
      stat("届けた数", figures.reach, "通"),
      stat("開封", figures.opens, "人"),
      stat("クリック", figures.clicks, "人"),
      stat("24時間以内のブロック", figures.blocks, "人"),
    ],
    cards: [
      timeCard(
        {
          id: "reach",
          title: "どれだけ届けたか",
          answer: figureSentence("届けた数", figures.reach, "通", against),
          notes: [notes.reach, ...few],
        },
        view.reach,
        { shape: "stack" },
      ),
      {
        id: "list",
        title: "どの配信が読まれ、どの配信で離れたか",
        answer:
          told.length === 0
            ? "LINEが開封を公表した配信は、まだありません。"
            : `開封のわかる${valueWords(told.length, "件")}では、届けた数の${shareWords(opened)}が開封されました。`,
        notes: [notes.opens, notes.blocks, notes.few, ...few],
        body: { kind: "broadcasts", list },
        table: "配信した日",
        isWide: true,
      },
    ],
  };
}
