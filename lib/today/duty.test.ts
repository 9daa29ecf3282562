import { describe, expect, it } from "vitest";
import { parseListSearch, STATES_OF } from "@/lib/broadcasts/list/search";
import { parseEntrySearch } from "@/lib/chatbot/entries/list";
import { type DutyCounts, dutiesOf } from "./duty";

const NOTHING: DutyCounts = {
  approvals: null,
  lookedAtLater: 0,
  late: 0,
  paused: null,
  stuck: 0,
  partlyFailed: 0,
  returned: 0,
  parked: 0,
  unknown: 0,
  failed: 0,
  channel: 0,
  menu: 0,
  misses: null,
  reviews: 0,
};
const queryOf = (href: string) => Object.fromEntries(new URLSearchParams(href.split("?")[1] ?? ""));

describe("what waits for a person", () => {
  it("is nothing where nothing waits, or where it is not theirs", () => {
    expect(dutiesOf(NOTHING)).toEqual([]);
  });

  it("begins with what is urgent", () => {
    const duties = dutiesOf({ ...NOTHING, misses: 12, approvals: 1, unknown: 3, paused: 1, channel: 1 });
    expect(duties.map(({ key, count }) => [key, count])).toEqual([
      ["channel", 1],
      ["paused", 1],
      ["unknown", 3],
      ["approvals", 1],
      ["misses", 12],
    ]);
  });

  it("each leads to a list that shows it", () => {
    const all = Object.fromEntries(Object.keys(NOTHING).map((key) => [key, 1])) as DutyCounts;
    const hrefOf = (key: string) => dutiesOf(all).find((duty) => duty.key === key)?.href ?? "";
    const states = (key: string) => {
      const { shelf } = parseListSearch(queryOf(hrefOf(key)));
      return shelf === "all" ? [] : STATES_OF[shelf];
    };
    expect(states("approvals")).toContain("submitted");
    expect(states("late")).toContain("late");
    expect(states("paused")).toContain("paused");
    expect(states("stuck")).toContain("held");
    expect(states("partlyFailed")).toContain("partly_failed");
    expect(states("returned")).toContain("returned");
    expect(parseEntrySearch(queryOf(hrefOf("reviews")))).toMatchObject({ state: "review", sort: "reviewed" });
  });
});
