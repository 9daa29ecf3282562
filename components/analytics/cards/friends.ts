import { valueWords } from "@/components/charts/chart-value";
import type { FriendsView, LineDay, Timeline } from "@/lib/analytics/view";
import { type Board, barsCard, type Card, timeCard } from "../card";
import { notes } from "../notes";
import { againstWord, changeWords, dayWords, figureSentence } from "../words";

/** LINE's own nights as two lines. */
const lineTimeline = (days: LineDay[]): Timeline => ({
  unit: "人",
  buckets: days.map(({ day }) => ({
    from: day,
    to: day,
    label: `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`,
    isWhole: true,
  })),
  bucketsBefore: null,
  lines: [
    { key: "line", label: "LINEの友だち−ブロック", values: days.map((d) => d.lineFriends), before: null },
    { key: "ours", label: "こちらの友だち", values: days.map((d) => d.ours), before: null },
  ],
});

function lineAnswer(days: LineDay[]): string {
  const last = days.findLast((d) => d.difference !== null);
  if (!last || last.difference === null) return "LINEの数字は、まだ公表されていません。";
  const night = `${dayWords(last.day)}の夜は`;
  if (last.difference === 0) return `${night}、LINEの数とこちらの数が同じです。`;
  const side = last.difference > 0 ? "多い" : "少ない";
  return `${night}、LINEのほうが${valueWords(Math.abs(last.difference), "人")}${side}です。`;
}

const lineCard = (days: LineDay[]): Card => ({
  ...timeCard(
    {
      id: "line",
      title: "LINEの数字とどう違うか",
      answer: lineAnswer(days),
      notes: [notes.line, notes.lineTargets],
    },
    lineTimeline(days),
    { shape: "lines" },
  ),
  table: {
    columns: [
      "日",
      "LINEの友だち",
      "LINEのブロック",
      "LINEの友だち−ブロック",
      "LINEの届けられる人",
      "こちらの友だち",
      "差",
    ],
    rows: days.map((d) => [
      d.day,
      d.followers,
      d.blocks,
      d.lineFriends,
      d.targetedReaches,
      d.ours,
      d.difference,
    ]),
  },
});

export function friendsBoard(view: FriendsView): Board {
  const { figures, line } = view;
  const against = againstWord(view.range);
  const stat = (label: string, figure: typeof figures.added) => ({
    label,
    value: valueWords(figure.now, "人"),
    change: changeWords(figure, "人", against),
  });
  const rough = view.areas.rough ? [notes.rough] : [];
  const chosen = { notes: [notes.chosen, notes.few, ...rough] };
  const matrix = (id: string, title: string, given: FriendsView["interestShares"], why: string): Card => ({
    ...{ id, title, answer: why, notes: [notes.interestShares, notes.few, ...rough], isWide: true },
    body: { kind: "matrix", matrix: given },
    table: "情報",
  });
  const demographic = line.demographic;
  return {
    stats: [
      stat("友だち", figures.following),
      stat("追加", figures.added),
      stat("ブロック解除", figures.returned),
      stat("ブロック", figures.blocked),
    ],
    cards: [
      timeCard(
        {
          id: "following",
          title: "友だちは増えているか",
          answer: figureSentence("いまの友だち", figures.following, "人", against),
          notes: [notes.following, notes.marks],
        },
        view.following,
        { shape: "lines", marks: view.marks },
      ),
      timeCard(
        {
          id: "moves",
          title: "何人が加わり、何人が離れたか",
          answer: `${figureSentence("追加", figures.added, "人", against)}${figureSentence("ブロック", figures.blocked, "人", against)}`,
          notes: [notes.moves, notes.marks],
        },
        view.moves,
        { shape: "stack", marks: view.marks, below: ["blocked"] },
      ),
      barsCard("areas", "どの地域に住んでいるか", view.areas, "地域", chosen),
      barsCard("age-bands", "どの年代が多いか", view.ageBands, "年代", chosen),
      barsCard("genders", "性別の内訳は", view.genders, "性別", chosen),
      barsCard("spoken", "どの言葉で読んでいるか", view.spoken, "言葉", chosen),
      barsCard("interests", "どの情報を受け取りたい人が多いか", view.interests, "情報", {
        notes: [notes.interests, notes.few],
        isWide: true,
      }),
      matrix(
        "interest-shares",
        "地域によって関心は違うか",
        view.interestShares,
        "その地域の友だちのうち、選んだ人の割合です。",
      ),
      matrix(
        "interests-by-area",
        "地域ごとに何人が選んでいるか",
        view.interestsByArea,
        "いまの友だちのうち、選んだ人の数です。",
      ),
      lineCard(line.days),
      ...(demographic
        ? [
            barsCard("line-ages", "LINEはどの年代と見ているか", demographic.ages, "年代", {
              notes: [notes.demographic],
            }),
            barsCard("line-genders", "LINEは男女をどう見ているか", demographic.genders, "性別", {
              notes: [notes.demographic],
            }),
            barsCard("line-areas", "LINEはどこに住むと見ているか", demographic.areas, "地域", {
              notes: [notes.demographic],
            }),
          ]
        : []),
    ],
  };
}
