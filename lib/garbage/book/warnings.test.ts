import { describe, expect, it } from "vitest";
import { calendarOf } from "@/lib/presets/books";
import { kumamoto } from "@/lib/presets/kumamoto/city";
import { musashino } from "@/lib/presets/musashino/city";
import { EMPTY_CALENDAR, type Suspension } from "../calendar";
import { areaOf, TOWN, TOWN_CATEGORIES } from "../testing/books";
import { areasGone, goneAreaLines, peopleWords } from "./gone-areas";
import { deadSuspensions } from "./suspensions";
import { warningsOf } from "./warnings";

const TODAY = "2026-11-28";
const off = (more: Partial<Suspension>): Suspension => ({
  from: "2026-12-31",
  until: "2027-01-03",
  center: null,
  kinds: null,
  ...more,
});

describe("days off that are nobody's", () => {
  const areas = [areaOf("a", { burn: "月" }, { center: "東部" })];
  it.each<[string, Partial<Suspension>, string[]]>([
    ["of everybody", {}, []],
    ["of a center and a kind that are there", { center: "東部", kinds: ["burn"] }, []],
    ["of a center without areas", { center: "西部" }, ["センター「西部」は、収集日の表に出てきません"]],
    ["of a kind that is gone", { kinds: ["old"] }, ["種類「古いごみ」が"]],
    ["of one kind that is gone and one that is not", { kinds: ["burn", "old"] }, ["種類「古いごみ」が"]],
    ["of a center and kinds that are gone", { center: "西部", kinds: ["old", "x"] }, ["「西部」", "「x」"]],
    ["that are over", { center: "西部", from: "2025-12-31", until: "2026-01-03" }, []],
    ["that end today", { center: "西部", from: "2026-11-01", until: TODAY }, ["2026-11-01 から 2026-11-28"]],
  ])("%s", (_name, more, expected) => {
    const named = [{ key: "old", label: { ja: "古いごみ" }, onHolidays: true }];
    const lines = deadSuspensions({ ...TOWN, areas, suspensions: [off(more)] }, named, TODAY);
    expect(lines).toHaveLength(expected.length);
    for (const [i, words] of expected.entries()) expect(lines[i]).toContain(words);
  });

  it.each([kumamoto, musashino])("there are none in $profile.name", ({ garbage }) => {
    if (!garbage) throw new Error("no garbage");
    expect(deadSuspensions(calendarOf(garbage.calendar), [], "2020-01-01")).toEqual([]);
  });
});

describe("areas that go", () => {
  const next = { ...TOWN, areas: TOWN.areas.filter((area) => area.key === "minami") };
  const gone = areasGone(TOWN, next);

  it("are those that residents could choose", () => {
    expect(gone.map((area) => area.key)).toEqual(["honmachi", "shinmachi"]);
    expect(areasGone(TOWN, TOWN)).toEqual([]);
    expect(areasGone(EMPTY_CALENDAR, TOWN)).toEqual([]);
  });

  it.each([
    [0, "5人未満", "0人"],
    [4, "5人未満", "4人"],
    [5, "約10人", "5人"],
    [24, "約20人", "24人"],
    [1_234, "約1,230人", "1,234人"],
  ])("%i people: %s, or %s for who may see it", (n, held, exact) => {
    expect([peopleWords(n, false), peopleWords(n, true)]).toEqual([held, exact]);
  });

  it("the most people first; who may not see small numbers does not learn them from the order, nor from silence", () => {
    const few = new Map([["shinmachi", 4]]);
    expect(goneAreaLines(gone, few, false).map((line) => line.slice(0, 7))).toEqual([
      "「中央 本町」",
      "「中央 新町」",
    ]);
    expect(goneAreaLines(gone, few, true)).toEqual([
      "「中央 新町」がカレンダーからなくなります。この地区を選んでいる4人に通知が届かなくなります。",
    ]);
    const many = new Map([["shinmachi", 40]]);
    expect(goneAreaLines(gone, many, false)[0]).toContain("「中央 新町」");
    expect(goneAreaLines(gone, new Map(), true)).toEqual([]);
  });

  it("of very many the first are named and the others counted", () => {
    const areas = Array.from({ length: 300 }, (_, i) => areaOf(`a${i}`, {}));
    const lines = goneAreaLines(areas, new Map(), false);
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toContain("ほか280地区");
  });
});

describe("before a calendar is published", () => {
  const now = {
    today: TODAY,
    live: TOWN,
    gone: [],
    reminded: new Map<string, number>(),
    mayViewSmall: false,
  };
  it("nothing is said of one in order", () => {
    expect(warningsOf(TOWN_CATEGORIES, [], TOWN, now)).toEqual({ garbage: [], calendar: [] });
  });

  it("dead days off and lost residents are said, each once", () => {
    const next = {
      ...TOWN,
      areas: TOWN.areas.slice(1),
      suspensions: Array.from({ length: 30 }, (_, i) => off({ center: `center ${i}` })),
    };
    const gone = areasGone(TOWN, next);
    const { calendar } = warningsOf(TOWN_CATEGORIES, [], next, {
      ...now,
      gone,
      reminded: new Map([["honmachi", 12]]),
    });
    expect(calendar).toHaveLength(12);
    expect(calendar[10]).toContain("20件");
    expect(calendar[11]).toContain("約10人に通知が届かなくなります");
  });
});
