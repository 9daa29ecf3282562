import { residentId } from "../ids";
import type { Journal } from "../journal";
import type { ResidentState } from "../protocol";

const NAMES = [
  "さくら",
  "はると",
  "ゆい",
  "みのる",
  "あかり",
  "けん",
  "ひなた",
  "りく",
  "めい",
  "そら",
  "かえで",
  "いつき",
  "なぎ",
  "ふみ",
];
const NEVER = 0;

type Standing = { ever: number; friends: number; blocked: number };
const JST_MS = 9 * 3_600_000;
const dayOf = (at: number): string => new Date(at + JST_MS).toISOString().slice(0, 10).replaceAll("-", "");

type State = ResidentState | "unknown";

/**
 * Everybody the sandbox has heard of, numbered in order of appearance. Columns instead of objects: two million residents
 * fit. "unknown" are well-formed ids that messages were sent to and that nobody has.
 */
export type Register = {
  size(): number;
  numberOf(id: string): number | undefined;
  idOf(i: number): string;
  stateOf(i: number): State;
  nameOf(i: number): string;
  languageOf(i: number): string | null;
  followedAt(i: number): number | null;
  friends(): number;
  /** As it stood at the end of a day in Japan (yyyyMMdd): how many ever were friends, are, and block the account. */
  standingOf(day: string): Standing;
  /** The lowest n of this seed that does not exist yet, from 1. */
  nextOf(seed: string): number;
};

export function createRegister(journal: Journal): Register {
  const numbers = new Map<string, number>();
  const ids: string[] = [];
  const states: State[] = [];
  const followed: number[] = [];
  const names = new Map<number, string>();
  const languages = new Map<number, string | null>();
  const counts = new Map<string, number>();
  let friends = 0;
  /** What each day changed. */
  const days = new Map<string, Standing>();
  let today = { at: Number.NaN, day: "" };

  const changesOf = (at: number): Standing => {
    if (today.at !== at) today = { at, day: dayOf(at) };
    const found = days.get(today.day) ?? { ever: 0, friends: 0, blocked: 0 };
    days.set(today.day, found);
    return found;
  };
  const set = (i: number, state: State, at: number): void => {
    const was = states[i];
    const isFirst = state === "friend" && followed[i] === NEVER;
    if (was === "friend") friends -= 1;
    if (state === "friend") {
      friends += 1;
      followed[i] = at;
    }
    states[i] = state;
    if (at === NEVER) return;
    const day = changesOf(at);
    day.ever += Number(isFirst);
    day.friends += Number(state === "friend") - Number(was === "friend");
    day.blocked += Number(state === "blocked") - Number(was === "blocked");
  };
  const add = (id: string, state: State, at: number): number => {
    const known = numbers.get(id);
    if (known !== undefined) {
      // Somebody messages were sent to turns out to exist.
      if (states[known] === "unknown") set(known, state, at);
      return known;
    }
    const i = ids.length;
    numbers.set(id, i);
    ids.push(id);
    followed.push(NEVER);
    states.push("none");
    set(i, state, at);
    return i;
  };

  journal.on("residents", ({ seed, from, to, friend, at, name, language }) => {
    for (let n = from; n <= to; n += 1) {
      const i = add(residentId(seed, n), friend ? "friend" : "none", at);
      if (name !== undefined) names.set(i, from === to ? name : `${name} ${n}`);
      if (language !== undefined) languages.set(i, language);
    }
    counts.set(seed, Math.max(counts.get(seed) ?? 0, to));
  });
  journal.on("strangers", (record) => {
    for (const id of record.ids) add(id, "unknown", NEVER);
  });
  journal.on("state", ({ i, state, at }) => set(i, state, at));

  return {
    size: () => ids.length,
    numberOf: (id) => numbers.get(id),
    idOf: (i) => ids[i] ?? "",
    stateOf: (i) => states[i] ?? "unknown",
    nameOf: (i) => names.get(i) ?? `${NAMES[i % NAMES.length] ?? ""}${i < NAMES.length ? "" : ` ${i + 1}`}`,
    languageOf: (i) => (languages.has(i) ? (languages.get(i) ?? null) : "ja"),
    followedAt: (i) => followed[i] || null,
    friends: () => friends,
    standingOf(day) {
      const sum: Standing = { ever: 0, friends: 0, blocked: 0 };
      for (const [each, change] of days) {
        if (each > day) continue;
        sum.ever += change.ever;
        sum.friends += change.friends;
        sum.blocked += change.blocked;
      }
      return sum;
    },
    nextOf: (seed) => (counts.get(seed) ?? 0) + 1,
  };
}
