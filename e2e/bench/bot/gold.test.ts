import path from "node:path";
import { expect, it } from "vitest";
import { ask } from "@/lib/chatbot/match/ask";
import { createIndex } from "@/lib/chatbot/match/create";
import { readGold, readItems, shownOf } from "./files";
import { judged, scored } from "./score";

const folder = process.env.TRIAL_DATA;

it.skipIf(!folder)(
  "the questions of the trial data are answered as often as they have to be (needs TRIAL_DATA)",
  () => {
    const garbage = path.join(folder ?? "", "garbage");
    const index = createIndex(readItems(path.join(garbage, "tsu/items.csv")));
    const gold = readGold(path.join(garbage, "gold-dev.json"));
    const scores = scored(gold, new Map(gold.map(({ q }) => [q, shownOf(ask(index, q))])));
    const goals = judged(scores);
    expect(goals.length).toBe(7);
    expect(goals.filter(({ isMet }) => !isMet)).toEqual([]);
  },
  60_000,
);
