import { describe, expect, it } from "vitest";
import { bucketsOf } from "@/lib/analytics/period";
import { fullestFirst } from "@/lib/analytics/table";
import type {
  Bars,
  BotView,
  BroadcastsView,
  FriendsView,
  Line,
  Matrix,
  Range,
  ReportsView,
  Timeline,
  Unit,
} from "@/lib/analytics/view";
import { linePoints } from "@/lib/areas/sketch";
import { cellOf } from "@/lib/core/geo";
import { boardOf } from "./boards";
import { cardText, openCard } from "./card";
import { isBlank, tableOf } from "./card-table-of";
import { squareWords } from "./heat-words";
import { analyticsLabels } from "./labels";
import { marksOf } from "./marks";
import { notes } from "./notes";
import { againstWord, changeWords, largestSentence, reachWords } from "./words";

const period = { from: "2026-11-01", to: "2026-11-03" };
const range: Range = { period, against: { from: "2026-10-29", to: "2026-10-31" }, granularity: "day" };
const buckets = bucketsOf(period, "day", "2026-11-22");
const figure = { now: 12, before: 10 };

const timeline = (unit: Unit, ...keys: string[]): Timeline => ({
  unit,
  buckets,
  bucketsBefore: bucketsOf(range.against ?? period, "day", "2026-11-22"),
  lines: keys.map((key, i): Line => ({ key, label: key, values: [i + 1, null, 3], before: [0, 1, 2] })),
});
const bars: Bars = {
  unit: "人",
  rough: false,
  bars: [
    { key: "a", label: "中央区", now: 8, before: 7, share: 0.8 },
    { key: "b", label: "東区", now: "few", before: "few", share: null },
  ],
};
const matrix: Matrix = {
  unit: "件",
  rough: false,
  rows: [
    { key: "0", label: "月" },
    { key: "7", label: "祝日" },
  ],
  columns: [
    { key: "8", label: "8時" },
    { key: "9", label: "9時" },
  ],
  cells: [
    [1, 5],
    ["few", null],
  ],
};
const marks = [
  { day: "2026-11-02", broadcastId: "00000000-0000-4000-8000-000000000001", title: "防災", reach: 300 },
  { day: "2026-11-02", broadcastId: "00000000-0000-4000-8000-000000000002", title: null, reach: null },
  { day: "2026-12-01", broadcastId: "00000000-0000-4000-8000-000000000003", title: "後の", reach: 1 },
];

const friends: FriendsView = {
  range,
  figures: { following: figure, added: figure, returned: figure, blocked: figure },
  moves: timeline("人", "added", "returned", "blocked"),
  following: timeline("人", "following"),
  marks,
  areas: bars,
  ageBands: bars,
  genders: bars,
  spoken: bars,
  interests: bars,
  interestsByArea: matrix,
  interestShares: { ...matrix, unit: "%" },
  line: {
    days: [
      {
        day: "2026-11-01",
        followers: 110,
        blocks: 8,
        lineFriends: 102,
        targetedReaches: null,
        ours: 100,
        difference: 2,
      },
    ],
    demographic: null,
  },
};
const bot: BotView = {
  range,
  figures: {
    questions: figure,
    answered: { now: 4, before: 2 },
    notFound: figure,
    helpful: figure,
    unhelpful: figure,
  },
  outcomes: timeline("件", "answered", "asked_back", "not_found", "command"),
  kinds: bars,
  topics: bars,
  topicsByOutcome: matrix,
  helpful: timeline("件", "yes", "no"),
  words: [{ word: "=ごみ", now: 14, before: "few" }],
};
const duration = { n: figure, median: { now: 95, before: null }, p90: { now: 3000, before: null } };
const reports: ReportsView = {
  range,
  sections: null,
  figures: { received: figure, open: figure, fixed: figure },
  received: timeline("件", "received"),
  categories: bars,
  bySection: bars,
  byArea: bars,
  hours: matrix,
  nightAndHoliday: bars,
  firstLook: duration,
  fix: { ...duration, median: { now: null, before: null } },
  firstLookLine: timeline("分", "median", "p90"),
  fixLine: timeline("分", "median", "p90"),
  heat: { zoom: 16, cells: [{ x: 1, y: 2, n: 3 }], withoutPoint: 4 },
  funnels: [
    {
      key: "report",
      version: 2,
      title: "市民レポート",
      started: figure,
      submitted: { now: 6, before: null },
      ended: bars,
      steps: [{ id: "photo", label: "写真", reached: 12, left: 6, open: 0 }],
    },
  ],
};
const broadcasts: BroadcastsView = {
  range,
  figures: { sent: figure, reach: figure, opens: figure, clicks: figure, blocks: figure },
  reach: timeline("通", "reach"),
  list: [
    {
      id: "00000000-0000-4000-8000-000000000001",
      title: "防災",
      kind: "routine",
      day: "2026-11-02",
      section: null,
      reach: 300,
      opens: 150,
      clicks: null,
      blocks: "few",
      openShare: 0.5,
      clickShare: null,
      blockShare: null,
    },
    {
      id: "00000000-0000-4000-8000-000000000004",
      title: "少ない人へ",
      kind: "routine",
      day: "2026-11-01",
      section: "道路課",
      reach: "few",
      opens: null,
      clicks: null,
      blocks: "few",
      openShare: null,
      clickShare: null,
      blockShare: null,
    },
  ],
};

const boards = [
  boardOf({ tab: "friends", view: friends }),
  boardOf({ tab: "bot", view: bot }),
  boardOf({ tab: "reports", view: reports }),
  boardOf({ tab: "broadcasts", view: broadcasts }),
];

/** The same with nothing counted. */
const emptied = <T>(view: T): T =>
  JSON.parse(
    JSON.stringify(view, (_, value) => (typeof value === "number" ? 0 : value === "few" ? null : value)),
  ) as T;

describe("the boards of 分析", () => {
  it.each(boards.map((board, i) => [i, board] as const))(
    "%d: every card can be named in an address",
    (_, board) => {
      const ids = board.cards.map((card) => card.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const card of board.cards) {
        expect(card.id).toMatch(/^[a-z][a-z0-9-]{0,40}$/);
        expect(card.answer).not.toBe("");
        expect(card.notes.length).toBeGreaterThan(0);
        const { columns, rows } = tableOf(card, null);
        for (const row of rows) expect(row).toHaveLength(columns.length);
      }
    },
  );

  it("a card's table holds what is drawn, and what is held back is held back in it too", () => {
    const of = (id: string) =>
      boards.flatMap((b) => b.cards.filter((card) => card.id === id)).map((card) => tableOf(card, null))[0];
    expect(of("following")?.rows.map((row) => row[2])).toEqual([1, null, 3]);
    expect(of("areas")?.rows).toEqual([
      ["中央区", 8, 7, 80],
      ["東区", "5人未満", "5人未満", null],
    ]);
    expect(of("hours")?.rows).toEqual([
      ["月", 1, 5],
      ["祝日", "5人未満", null],
    ]);
    expect(of("list")?.rows).toEqual([
      ["2026-11-02", "防災", null, 300, 150, 50, null, null, "5人未満", null],
      ["2026-11-01", "少ない人へ", "道路課", "5人未満", null, null, null, null, "5人未満", null],
    ]);
    expect(of("words")?.rows).toEqual([["=ごみ", 14, "5人未満", null]]);
    expect(of("line")?.rows).toEqual([["2026-11-01", 110, 8, 102, null, 100, 2]]);
    expect(of("funnel-report-2")?.rows).toEqual([["1. 写真", 12, 6, 0]]);
    expect(of("interest-shares")?.columns).toEqual(["情報", "8時(%)", "9時(%)"]);
  });

  it("squares of the map are told with the area they lie in, the fullest first", () => {
    const at = cellOf({ lat: 33.05, lng: 130.05 }, 16);
    const outside = cellOf({ lat: 34, lng: 131 }, 16);
    const heat = {
      zoom: 16,
      cells: [
        { ...outside, n: 1 },
        { ...at, n: 3 },
      ],
      withoutPoint: 0,
    };
    const card = boardOf({ tab: "reports", view: { ...reports, heat } }).cards.find(
      ({ id }) => id === "heat",
    );
    if (!card) throw new Error("no card");
    const ring = linePoints("33,130 33,130.1 33.1,130.1 33.1,130");
    const sketch = { json: JSON.stringify({ areas: [{ name: "西区", rings: [ring] }] }) };
    const { columns, rows } = tableOf(card, sketch);
    expect(columns).toEqual(["地域", "北緯", "東経", "件数"]);
    expect(rows.map((row) => [row[0], row[3]])).toEqual([
      ["西区", 3],
      ["市外", 1],
    ]);
    expect(tableOf(card, null).rows.map((row) => row[0])).toEqual([null, null]);
    expect([0, 1, 2].map(squareWords(fullestFirst(heat.cells), 16, sketch))).toEqual([
      "西区 3件(多い順で2か所中1番目)",
      "市外 1件(多い順で2か所中2番目)",
      "",
    ]);
  });

  it("the answers say the number, and that there is none", () => {
    const answer = (id: string) => boards.flatMap((b) => b.cards).find((card) => card.id === id)?.answer;
    expect(answer("following")).toBe("いまの友だちは12人です(前の期間より2人(20%)多い)。");
    expect(answer("line")).toBe("11月1日(日)の夜は、LINEのほうが2人多いです。");
    expect(answer("outcomes")).toBe("5件の質問のうち、答えられたのは80%です。");
    expect(answer("first-look")).toBe("半分は1時間35分以内、10件に9件は2日2時間以内です(12件)。");
    expect(answer("fix")).toBe("この期間に対応を終えた通報は、まだありません。");
    expect(answer("list")).toBe("開封のわかる1件では、届けた数の50%が開封されました。");
    expect(answer("hours")).toBe("いちばん多いのは月の9時の5件です。");
    expect(answer("funnel-report-2")).toBe("12件始められ、送られたのは6件(50%)です。");
  });

  it("what a sum leaves out is said beside it, and only then", () => {
    const notesOf = (list: BroadcastsView["list"]) =>
      boardOf({ tab: "broadcasts", view: { ...broadcasts, list } }).cards.map((card) => card.notes);
    for (const each of notesOf(broadcasts.list)) expect(each).toContain(notes.fewReached);
    for (const each of notesOf(broadcasts.list.slice(0, 1))) expect(each).not.toContain(notes.fewReached);
  });

  it("nothing at all is said to be nothing", () => {
    const [card] = boards[0]?.cards ?? [];
    if (!card) throw new Error("no card");
    expect(isBlank(card)).toBe(false);
    expect(
      isBlank({
        ...card,
        table: {
          columns: ["a", "b"],
          rows: [
            ["x", 0],
            ["y", null],
          ],
        },
      }),
    ).toBe(true);
    expect(isBlank({ ...card, table: { columns: ["a", "b"], rows: [["x", "5人未満"]] } })).toBe(false);
    expect(boards.flatMap((b) => b.cards).filter(isBlank)).toEqual([]);
    const nothing = emptied(reports);
    const none = boardOf({ tab: "reports", view: { ...nothing, heat: { ...nothing.heat, cells: [] } } });
    expect(none.cards.filter((one) => !isBlank(one))).toEqual([]);
    const nobody = boardOf({ tab: "broadcasts", view: emptied(broadcasts) });
    expect(nobody.cards.filter((one) => !isBlank(one))).toEqual([]);
  });

  it("a card comes to the browser as it was", () => {
    const axis = { range, today: "2026-11-22" };
    for (const card of boards.flatMap((b) => b.cards)) {
      const text = cardText(card, axis);
      expect(openCard(text, JSON.parse(JSON.stringify(axis)))).toEqual(card);
      const isOnAxis = card.body.kind === "time" && card.id !== "line";
      expect(text.json.includes("isWhole")).toBe(card.body.kind === "time" && !isOnAxis);
    }
  });
});

describe("words about numbers", () => {
  it.each([
    [{ now: 12, before: 10 }, "前の期間より2人(20%)多い"],
    [{ now: 9, before: 10 }, "前の期間より1人(10%)少ない"],
    [{ now: 3, before: 0 }, "前の期間より3人多い"],
    [{ now: 3, before: 3 }, "前の期間と同じ"],
    [{ now: 3, before: null }, ""],
  ])("%j", (given, words) => {
    expect(changeWords(given, "人", "前の期間")).toBe(words);
  });

  it("the earlier period has its name", () => {
    expect(againstWord(range)).toBe("前の期間");
    expect(againstWord({ ...range, against: { from: "2025-11-01", to: "2025-11-03" } })).toBe("前年同期");
    expect(againstWord({ ...range, against: null })).toBe("");
  });

  it("what is held back is never the largest", () => {
    expect(largestSentence({ ...bars, bars: bars.bars.slice(1) })).toBe("まだ数がありません。");
  });

  it.each([
    [1204, "11/2 防災(1,204通)", "11/2・1,204通"],
    ["few" as const, "11/2 防災(5人未満)", "11/2・5人未満"],
    [null, "11/2 防災", "11/2"],
  ])("a reach of %s, in a list and beside a bar", (reach, line, detail) => {
    expect(analyticsLabels.markLine("11/2", "防災", reachWords(reach))).toBe(line);
    expect(analyticsLabels.reached("11/2", reachWords(reach))).toBe(detail);
  });

  it("broadcasts stand at their day; another section's has no name and no link", () => {
    expect(marksOf(marks, buckets, true)).toEqual([
      { at: 1, label: "防災", href: "/broadcasts/00000000-0000-4000-8000-000000000001" },
      { at: 1, label: "ほかの課の配信", href: null },
    ]);
    expect(marksOf(marks, buckets, false)[0]?.href).toBeNull();
  });
});
