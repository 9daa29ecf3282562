import { AppError } from "@/lib/core/errors";
import type { ExtraDay } from "@/lib/garbage/calendar";
import type { PresetGarbageArea } from "../types";

/** Rules by the letter of a round that several areas share. */
export type Rounds = Record<string, PresetGarbageArea["rules"]>;

/** Areas, a line each: key, name, its round, other names that lie in it; under headings `# ward`. */
export function areasFrom(table: string, rounds: Rounds): PresetGarbageArea[] {
  let group: string | null = null;
  return table
    .trim()
    .split("\n")
    .flatMap((line): PresetGarbageArea[] => {
      if (line.startsWith("# ")) {
        group = line.slice(2);
        return [];
      }
      const [key = "", name = "", round = "", also = ""] = line.split(" |").map((cell) => cell.trim());
      const rules = rounds[round];
      if (!rules) throw new AppError("invalid", `garbage area: ${line}`);
      return [{ key, name, group, also: also.split("、").filter((word) => word !== ""), rules }];
    });
}

/** One day that is lost, and the day that takes its place. `word`: as the rules say it, 「木」 or 「水2」. */
export type Instead = { kind: string; word: string; date: string };

/** The days that take the place of others, for the areas whose rules name the lost one. */
export const extraDays = (areas: readonly PresetGarbageArea[], lost: readonly Instead[]): ExtraDay[] =>
  lost.map(({ kind, word, date }) => {
    const keys = areas.filter((area) => area.rules[kind]?.split(" ").includes(word)).map((area) => area.key);
    if (keys.length === 0) throw new AppError("invalid", `no area collects ${kind} on ${word}`);
    return { date, kinds: [kind], areas: keys };
  });
