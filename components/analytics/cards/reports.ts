import { valueWords } from "@/components/charts/chart-value";
import type { Duration, Funnel, Matrix, ReportsView, Timeline } from "@/lib/analytics/view";
import { type Board, barsCard, type Card, heatBody, ranked, timeCard } from "../card";
import { analyticsLabels } from "../labels";
import { notes } from "../notes";
import { againstWord, changeWords, figureSentence, share, shareWords } from "../words";

function busiest({ rows, columns, cells }: Matrix): string {
  let top = { n: 0, words: "" };
  for (const [r, row] of cells.entries())
    for (const [c, n] of row.entries())
      if (typeof n === "number" && n > top.n) {
        const words = `${rows[r]?.label ?? ""}の${columns[c]?.label ?? ""}`;
        top = { n, words };
      }
  return top.n === 0
    ? "まだ数がありません。"
    : `いちばん多いのは${top.words}の${valueWords(top.n, "件")}です。`;
}

function durationAnswer(duration: Duration, verb: string): string {
  const { median, p90, n } = duration;
  if (median.now === null) return `この期間に${verb}通報は、まだありません。`;
  return `半分は${valueWords(median.now, "分")}以内、10件に9件は${valueWords(p90.now, "分")}以内です(${valueWords(n.now, "件")})。`;
}

const durationCard = (id: string, title: string, verb: string, duration: Duration, line: Timeline): Card =>
  timeCard({ id, title, answer: durationAnswer(duration, verb), notes: [notes.medians] }, line, {
    shape: "lines",
  });

function funnelCard(funnel: Funnel): Card {
  const done = shareWords(share(funnel.submitted.now, funnel.started.now));
  return {
    id: `funnel-${funnel.key}-${funnel.version}`.toLowerCase().replaceAll(/[^a-z0-9-]/g, "-"),
    title: `「${funnel.title}」はどこでやめられるか`,
    answer: `${valueWords(funnel.started.now, "件")}始められ、送られたのは${valueWords(funnel.submitted.now, "件")}(${done})です。`,
    notes: [notes.funnel],
    body: { kind: "funnel", funnel },
    table: "段階",
    isWide: true,
  };
}

export function reportsBoard(view: ReportsView): Board {
  const { figures, heat } = view;
  const against = againstWord(view.range);
  const stat = (label: string, figure: typeof figures.received, unit = "件") => ({
    label,
    value: valueWords(figure.now, unit),
    change: changeWords(figure, unit, against),
  });
  const received = { notes: [notes.received] };
  return {
    stats: [
      stat("受け付け", figures.received),
      stat("未完了", figures.open),
      stat("対応済み", figures.fixed),
      stat("確認まで(中央値)", view.firstLook.median, "分"),
      stat("対応まで(中央値)", view.fix.median, "分"),
    ],
    cards: [
      timeCard(
        {
          id: "received",
          title: "通報は増えているか",
          answer: figureSentence("受け付け", figures.received, "件", against),
          notes: [notes.received],
        },
        view.received,
        { shape: "stack" },
      ),
      barsCard("categories", "どんな通報が多いか", ranked(view.categories), "分類", received),
      barsCard("areas", "どの地域からの通報が多いか", ranked(view.byArea), "地域", received),
      barsCard("sections", "どの課が受けているか", ranked(view.bySection), "担当課", received),
      barsCard("nights", "夜と休日にどれだけ届くか", view.nightAndHoliday, "時間帯", {
        notes: [notes.nights],
      }),
      {
        id: "hours",
        title: "いつ通報されるか",
        answer: busiest(view.hours),
        notes: [notes.hours],
        body: { kind: "matrix", matrix: view.hours },
        table: "曜日",
        isWide: true,
      },
      durationCard("first-look", "確認までどれだけかかるか", "確認した", view.firstLook, view.firstLookLine),
      durationCard("fix", "対応が終わるまでどれだけかかるか", "対応を終えた", view.fix, view.fixLine),
      {
        id: "heat",
        title: "通報はどこに集まっているか",
        answer:
          heat.withoutPoint > 0
            ? analyticsLabels.withoutPoint(heat.withoutPoint.toLocaleString("ja-JP"))
            : analyticsLabels.heatRest,
        notes: [notes.heat],
        body: heatBody(heat.zoom, heat.cells),
        table: "地域",
        isWide: true,
      },
      ...(view.funnels ?? []).map(funnelCard),
    ],
  };
}
