import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { barGeometry } from "./bar-geometry";
import { facing, matrixGeometry } from "./matrix-geometry";
import {
  cutToWidth,
  heatStep,
  labelledPoints,
  lineFloor,
  linesToWidth,
  niceTicks,
  placeInRows,
  runsOf,
  textWidth,
} from "./scale";
import { flagsOf, stackTotals, timeGeometry } from "./time-geometry";
import type { ChartSeries } from "./types";

describe("ticks", () => {
  it.each([
    [0, 0, [0, 1]],
    [0, 3, [0, 1, 2, 3]],
    [0, 97, [0, 25, 50, 75, 100]],
    [-12, 30, [-20, 0, 20, 40]],
    [0, 812_000, [0, 250_000, 500_000, 750_000, 1_000_000]],
  ])("from %d to %d", (min, max, ticks) => {
    expect(niceTicks(min, max, 4)).toEqual(ticks);
  });

  it("hold every value between their ends and are whole where people are counted", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e7 }), fc.integer({ min: -1e6, max: 1e7 }), (a, b) => {
        const ticks = niceTicks(a, b, 4);
        expect(ticks[0]).toBeLessThanOrEqual(Math.min(a, b));
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(a, b));
        expect(ticks.every(Number.isInteger)).toBe(true);
        expect(ticks.length).toBeLessThanOrEqual(8);
      }),
    );
  });

  it("an axis of a line leaves nought only where nothing is near it", () => {
    expect(lineFloor([1000, 1010])).toBeGreaterThan(900);
    expect(lineFloor([10, 1000])).toBe(0);
    expect(lineFloor([-5, 10])).toBe(-5);
    expect(lineFloor([])).toBe(0);
  });
});

describe("names that must fit", () => {
  it("written labels never touch, and the last one is always written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 200, max: 1400 }), (n, width) => {
        const at = labelledPoints(n, width, 40);
        expect(at.at(-1)).toBe(n - 1);
        const slot = width / n;
        for (const [i, point] of at.entries())
          if (i > 0) expect((point - (at[i - 1] ?? 0)) * slot).toBeGreaterThanOrEqual(40);
      }),
    );
  });

  it("a long one is cut where it ends to fit", () => {
    expect(cutToWidth("健康福祉局", 12, 100)).toBe("健康福祉局");
    expect(textWidth(cutToWidth("とても長い名前の担当課です", 12, 100), 12)).toBeLessThanOrEqual(100);
  });

  it("a grid with long names over its columns is turned", () => {
    const long = Array.from({ length: 18 }, (_, i) => ({ key: `c${i}`, label: "イベント・観光のお知らせ" }));
    const areas = [
      { key: "a", label: "中央区" },
      { key: "b", label: "東区" },
    ];
    const cells = areas.map((_, r) => long.map((__, c) => r * 100 + c));
    const faced = facing({ rows: areas, columns: long, cells }, 600);
    expect(faced.columns).toEqual(areas);
    expect(faced.cells[3]).toEqual([3, 103]);
  });

  it("names over columns at phone width stand in lines, whole; hours are counted on from those that are written", () => {
    const areas = ["中央区", "東区", "西区", "南区", "北区", "市外", "地域なし"].map((label) => ({
      key: label,
      label,
    }));
    const topics = ["防災・災害のお知らせ", "ごみ"].map((label) => ({ key: label, label }));
    const cells = topics.map(() => areas.map(() => 1));
    const at = matrixGeometry({ rows: topics, columns: areas, cells }, 256);
    expect(at.heads.map(({ lines }) => lines.map(({ text }) => text).join(""))).toEqual(
      areas.map(({ label }) => label),
    );
    expect(at.rowNames[0]?.map(({ text }) => text).join("")).toBe(topics[0]?.label);
    for (const { lines } of at.heads)
      for (const { text, y } of lines) {
        expect(textWidth(text, 12)).toBeLessThanOrEqual(at.slot);
        expect(y).toBeGreaterThanOrEqual(12);
        expect(y).toBeLessThan(at.top);
      }
    const hours = Array.from({ length: 24 }, (_, i) => ({ key: String(i), label: `${i}時` }));
    const week = { rows: topics, columns: hours, cells: topics.map(() => hours.map(() => 1)) };
    const counted = matrixGeometry(week, 256).heads;
    expect(counted.length).toBeLessThan(24);
    expect(counted.every(({ lines }) => lines.length === 1)).toBe(true);
    for (const width of [216, 256, 300, 640])
      for (const { x, lines } of matrixGeometry(week, width).heads)
        expect(x + textWidth(lines[0]?.text ?? "", 12) / 2).toBeLessThanOrEqual(width);
  });

  it("a grid of many names is turned where only then each has room", () => {
    const many = Array.from({ length: 20 }, (_, i) => ({ key: `c${i}`, label: "本町" }));
    const few = ["防災", "ごみ", "子育て"].map((label) => ({ key: label, label }));
    expect(facing({ rows: few, columns: many, cells: [] }, 256).columns).toEqual(few);
  });

  it("a legend goes on in a new row where the room ends", () => {
    expect(placeInRows([60, 80, 150], 256)).toEqual([
      { x: 0, row: 0 },
      { x: 60, row: 0 },
      { x: 0, row: 1 },
    ]);
    expect(linesToWidth("見つからなかった", 12, 40, 8)).toEqual(["見つか", "らなか", "った"]);
    expect(linesToWidth("見つからなかった", 12, 40, 2)).toEqual(["見つか", "らな…"]);
    expect(linesToWidth("", 12, 40, 2)).toEqual([""]);
  });

  it("bars have their names over them at phone width, beside them on a desk", () => {
    const bars = [{ key: "a", label: "中央区", now: 3, before: null, share: null }];
    expect(barGeometry(bars, 280, 60).names).toBe(0);
    expect(barGeometry(bars, 700, 60).names).toBeGreaterThan(30);
  });
});

describe("places over time", () => {
  const points = ["1", "2", "3"].map((label) => ({ key: label, label, spoken: () => label, isWhole: true }));
  const series: ChartSeries[] = [
    { key: "added", label: "追加", values: [3, 4, null], before: [1, 1, 1] },
    { key: "blocked", label: "ブロック", values: [2, 0, 1], before: [1, 0, 0], isBelow: true },
  ];

  it("a line is broken where there is no value", () => {
    expect(runsOf([1, 2, null, 3])).toEqual([
      [
        { at: 0, value: 1 },
        { at: 1, value: 2 },
      ],
      [{ at: 3, value: 3 }],
    ]);
  });

  it("columns are as high as what stands on them", () => {
    expect(stackTotals(series, 3)).toEqual({ up: [3, 4, 0], down: [2, 0, 1], before: [1, 1, 1] });
  });

  it.each([256, 640, 1200])("everything lies inside a box %d wide", (width) => {
    const input = { points, series, shape: "stack" as const, marks: [], unit: "人" };
    const at = timeGeometry(input, width, 280);
    expect(at.y(4)).toBeGreaterThanOrEqual(at.plot.top);
    expect(at.y(-2)).toBeLessThanOrEqual(at.plot.bottom);
    expect(at.y(0)).toBe(at.base);
    for (const i of [0, 1, 2]) {
      expect(at.x(i)).toBeGreaterThan(at.plot.left);
      expect(at.x(i)).toBeLessThan(at.plot.right);
    }
    expect(at.plot.top).toBeLessThan(at.plot.bottom);
  });

  it("broadcasts of one day share one numbered flag", () => {
    const marks = [2, 0, 2].map((at, i) => ({ at, label: `配信${i}`, href: null }));
    expect(flagsOf(marks)).toEqual([
      { at: 0, number: 1, labels: ["配信1"] },
      { at: 2, number: 2, labels: ["配信0", "配信2"] },
    ]);
  });

  it("heat has five steps, and nought is none of them", () => {
    expect([0, 1, 20, 21, 99, 100].map((n) => heatStep(n, 100))).toEqual([0, 1, 1, 2, 5, 5]);
    expect(heatStep(0, 0)).toBe(0);
  });
});
