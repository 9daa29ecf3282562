import type { Chance } from "../random";

/** Of those who answered, how many want each interest, by its key; an interest of neither city: one in five. */
const WANTED: Record<string, number> = {
  safety: 0.58,
  notices: 0.55,
  events: 0.46,
  living: 0.44,
  bulletin: 0.36,
  health: 0.32,
  children: 0.28,
  culture: 0.22,
  sports: 0.18,
  work: 0.12,
  disability: 0.06,
  disaster: 0.5,
  crime: 0.4,
  garbage: 0.37,
  roads: 0.24,
  green: 0.18,
  library: 0.17,
  school: 0.15,
  elderly: 0.14,
  "taking-part": 0.08,
  welfare: 0.08,
};
/** Share of an area among the residents in per cent, by its key; unknown ones share alike. */
const LIVING: Record<string, number> = {
  chuo: 27,
  higashi: 26,
  kita: 19,
  minami: 17,
  nishi: 11,
  "kichijoji-kitacho": 14,
  "kichijoji-minamicho": 9,
  "kichijoji-honcho": 9,
  "kichijoji-higashicho": 9,
  gotenyama: 3,
  nakacho: 8,
  nishikubo: 8,
  midoricho: 6,
  yahatacho: 3,
  sekimae: 7,
  sakai: 10,
  sakaiminamicho: 9,
  sakurazutsumi: 5,
};
/** 10代以下 to 70代以上, and no answer: few of the young, many in their thirties and forties. */
const AGES = [
  [1, 1],
  [2, 8],
  [3, 21],
  [4, 24],
  [5, 17],
  [6, 13],
  [7, 9],
  [0, 7],
] as const;
const GENDERS = [
  [1, 40],
  [2, 49],
  [3, 1],
  [0, 10],
] as const;
const OUTSIDE = 4;
const ANSWERED = 0.7;
const STOPPED = 0.02;

export type WishTown = {
  interests: readonly { bit: number; key: string }[];
  areas: readonly { id: number; key: string }[];
};
export type Wishes = {
  ageBand: number;
  gender: number;
  areaId: number;
  interests: bigint;
  answered: boolean;
  stopped: boolean;
};

/** What one resident of the demo chose in 受信設定. */
export function wishesOf(chance: Chance, town: WishTown): Wishes {
  const stopped = chance.chance(STOPPED);
  if (!chance.chance(ANSWERED) || town.areas.length === 0)
    return { ageBand: 0, gender: 0, areaId: 0, interests: 0n, answered: false, stopped };
  const ageBand = chance.weighted(AGES);
  const places = [
    ...town.areas.map(({ id, key }) => [id, LIVING[key] ?? 10] as const),
    [-1, OUTSIDE] as const,
    [0, OUTSIDE] as const,
  ];
  // Children and school are wanted by people of an age to have them, care by the older.
  const lean = (key: string) =>
    key === "children" || key === "school"
      ? ageBand === 3 || ageBand === 4
        ? 1.8
        : 0.5
      : key === "elderly"
        ? ageBand >= 6
          ? 2.5
          : 0.6
        : 1;
  const interests = town.interests
    .filter(({ key }) => chance.chance(Math.min(0.95, (WANTED[key] ?? 0.2) * lean(key))))
    .reduce((mask, { bit }) => mask | (1n << BigInt(bit)), 0n);
  return {
    ageBand,
    gender: chance.weighted(GENDERS),
    areaId: chance.weighted(places),
    interests,
    answered: true,
    stopped,
  };
}
