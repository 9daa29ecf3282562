import { SPOKEN, type Spoken } from "@/db/enums";

/** A resident's settings as numbers; 0 stands for no answer. */
export type Choices = {
  ageBand: number;
  gender: number;
  /** areas.id; -1: outside the city. */
  areaId: number;
  /** Bit n: the interest whose `bit` is n. */
  interests: bigint;
  /** A place in SPOKEN. */
  spoken: number;
  /** 1: they asked for no broadcasts at all. */
  stopped: number;
};

export type Part = "age_band" | "gender" | "area" | "spoken" | "stopped" | `interest:${number}`;
/** One part set to one value: never "turn over", so that a change that comes twice counts once. */
export type Change = { part: Part; value: number };

const FIELDS = {
  age_band: "ageBand",
  gender: "gender",
  area: "areaId",
  spoken: "spoken",
  stopped: "stopped",
} as const;

export const interestPart = (bit: number): Part => `interest:${bit}`;
const bitOf = (part: string): number | null => {
  const match = /^interest:(\d{1,2})$/.exec(part);
  return match ? Number(match[1]) : null;
};

export const wants = (choices: Choices, bit: number): boolean =>
  ((choices.interests >> BigInt(bit)) & 1n) === 1n;

/** The interests chosen, by bit. */
export const bitsOf = (interests: bigint): number[] =>
  Array.from({ length: 60 }, (_, bit) => bit).filter((bit) => ((interests >> BigInt(bit)) & 1n) === 1n);

function valueAt(choices: Choices, part: Part): number {
  const bit = bitOf(part);
  return bit === null ? choices[FIELDS[part as keyof typeof FIELDS]] : Number(wants(choices, bit));
}

function withValue(choices: Choices, { part, value }: Change): Choices {
  const bit = bitOf(part);
  if (bit === null) return { ...choices, [FIELDS[part as keyof typeof FIELDS]]: value };
  const mask = 1n << BigInt(bit);
  return { ...choices, interests: value === 1 ? choices.interests | mask : choices.interests & ~mask };
}

/** When each part was last changed, in epoch ms. */
export type Stamps = Readonly<Record<string, number>>;

/**
 * Applies changes made at `at`. A part that was changed later keeps its value; of two changes in one millisecond the
 * greater value wins. So every order of arrival, and any repetition, comes to the same.
 */
export function settle(
  choices: Choices,
  stamps: Stamps,
  changes: readonly Change[],
  at: number,
): { choices: Choices; stamps: Stamps; applied: Part[] } {
  let now = choices;
  const times: Record<string, number> = { ...stamps };
  const applied: Part[] = [];
  for (const change of changes) {
    const known = times[change.part];
    const isNewer =
      known === undefined || at > known || (at === known && change.value > valueAt(now, change.part));
    if (!isNewer) continue;
    now = withValue(now, change);
    times[change.part] = at;
    applied.push(change.part);
  }
  return { choices: now, stamps: times, applied };
}

export const spokenOf = (choices: Pick<Choices, "spoken">): Spoken => SPOKEN[choices.spoken] ?? "ja";
