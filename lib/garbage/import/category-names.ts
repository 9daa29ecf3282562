import { fold } from "@/lib/scenarios/fold";
import type { CollectedKind } from "../calendar";
import type { GarbageCategory } from "../categories";
import { hashOf } from "./keys";
import { IMPORT_WORDS as w } from "./messages";
import type { Problem } from "./problem";
import type { DescribedCategory } from "./side-tables";

/** Colours far apart, each with room for black or white words; for categories that come without one. */
const PALETTE = [
  "#c8102e",
  "#5b5fc7",
  "#1e7a3c",
  "#8a6d00",
  "#0b7d8c",
  "#a64d00",
  "#6b2fa0",
  "#3f5a73",
  "#b0126b",
  "#4d6b1a",
  "#7a4b2a",
  "#2456a6",
];

const ICONS: [RegExp, string][] = [
  [/燃や(さない|せない)|不燃|埋/, "trash-2"],
  [/燃や|可燃|燃える/, "flame"],
  [/電池|危険|有害|ライター|スプレー/, "battery-warning"],
  [/びん|ビン|瓶/, "bottle-wine"],
  [/ペット/, "cup-soda"],
  [/缶|カン|かん|金属/, "cylinder"],
  [/プラ|容器|包装/, "shopping-bag"],
  [/新聞|雑誌|紙|ダンボール|段ボール|古紙/, "newspaper"],
  [/衣類|布/, "shirt"],
  [/家電|パソコン|小型/, "monitor"],
  [/粗大|大型|持込|自己搬入/, "sofa"],
  [/草|枝|木/, "leaf"],
  [/受け?入れ?|困難|できない|出せない/, "ban"],
  [/資源|リサイクル|エコ/, "recycle"],
];
const iconOf = (name: string): string => ICONS.find(([words]) => words.test(name))?.[1] ?? "trash-2";

/** At most two letters are added, left out or changed. Ways further than that off the diagonal are not looked at. */
function isSlipOf(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2) return false;
  let before = [Infinity, Infinity, 0, 1, 2];
  for (let i = 0; i < a.length; i++) {
    const row: number[] = [];
    for (let off = 0; off < 5; off++)
      row[off] = Math.min(
        (before[off + 1] ?? Infinity) + 1,
        (row[off - 1] ?? Infinity) + 1,
        (before[off] ?? Infinity) + (a[i] === b[i + off - 2] ? 0 : 1),
      );
    before = row;
  }
  return (before[b.length - a.length + 2] ?? Infinity) <= 2;
}

/** Parts of a label that collects several: 「空きびん 蛍光管」, 「ペットボトル・紙パック」. */
const partsOf = (label: string): string[] =>
  label
    .split(/[・、,，\s／/]/)
    .map(fold)
    .filter((part) => part !== "");

/** The kinds on whose days a category is taken: the one of its name, else those that name it among others. */
export function kindsFor(label: string, kinds: readonly CollectedKind[]): string[] {
  const name = fold(label);
  const same = kinds.filter((kind) => fold(kind.label.ja) === name);
  const found = same.length > 0 ? same : kinds.filter((kind) => partsOf(kind.label.ja).includes(name));
  return found.slice(0, 10).map((kind) => kind.key);
}

/** Categories whose kinds the calendar knows stay as they are; the others are tied to the kinds of their name. */
export const tieToKinds = (
  categories: readonly GarbageCategory[],
  kinds: readonly CollectedKind[],
): GarbageCategory[] =>
  categories.map((one) => {
    const known = one.collectedAs.filter((key) => kinds.some((kind) => kind.key === key));
    return { ...one, collectedAs: known.length > 0 ? known : kindsFor(one.label.ja, kinds) };
  });

/** A word of a file for a category, as compared, and how many items have it. */
export type NamedCategory = { name: string; folded: string; items: number };

/** So many a book may hold. */
export const MOST_CATEGORIES = 200;

/** More words than a book holds categories: not worth comparing, some other column was taken for theirs. */
export const areTooMany = (
  names: readonly NamedCategory[],
  described: readonly DescribedCategory[],
): boolean =>
  new Set([...names.map((one) => one.folded), ...described.map((one) => fold(one.label))]).size >
  MOST_CATEGORIES;

/** Words that hardly any row has and that nearly say what many do. */
function slips(names: readonly NamedCategory[], told: ReadonlyMap<string, unknown>): Map<string, string> {
  const found = new Map<string, string>();
  for (const { name, folded, items } of names) {
    if (told.has(folded) || name.length < 4) continue;
    const near = names.find(
      (other) => other.items >= items * 5 && other.name !== name && isSlipOf(folded, other.folded),
    );
    if (near) found.set(name, near.name);
  }
  return found;
}

/** Where the first one of each key stands. */
function placesBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, number> {
  const places = new Map<string, number>();
  for (const [at, one] of list.entries()) {
    const key = keyOf(one);
    if (!places.has(key)) places.set(key, at);
  }
  return places;
}

export type MergedCategories = {
  categories: GarbageCategory[];
  /** Key of the category by the file's word for it, folded. */
  keys: ReadonlyMap<string, string>;
  problems: Problem[];
};

/**
 * The book's categories with those of a file: known by name or key, they keep what staff wrote about them; new ones
 * stand behind them. `described` fills what nobody has written yet.
 */
export function mergeCategories(input: {
  file: string;
  names: readonly NamedCategory[];
  described: readonly DescribedCategory[];
  known: readonly GarbageCategory[];
}): MergedCategories {
  const { file, names, described } = input;
  const categories = [...input.known];
  const keys = new Map<string, string>();
  const problems: Problem[] = [];
  const look = (text: string) => problems.push({ file, line: null, level: "look", text });
  const told = new Map(described.map((one) => [fold(one.label), one]));
  const byLabel = placesBy(input.known, (one) => fold(one.label.ja));
  const byKey = placesBy(input.known, (one) => one.key);
  const all = [
    ...[...told].map(([folded, { label }]) => ({ folded, label })),
    ...names.map(({ folded, name }) => ({ folded, label: name })),
  ];
  for (const { folded, label } of all) {
    if (keys.has(folded)) continue;
    const from = told.get(folded);
    const at = Math.min(byLabel.get(folded) ?? Infinity, byKey.get(label) ?? Infinity);
    const known = categories[at];
    if (known) {
      categories[at] = {
        ...known,
        howTo: known.howTo ?? (from?.howTo ? { ja: from.howTo } : null),
        color: from?.color ?? known.color,
      };
      keys.set(folded, known.key);
      continue;
    }
    const key = label.length <= 60 ? label : `k-${hashOf(label)}`;
    categories.push({
      key,
      label: { ja: label },
      icon: iconOf(label),
      color: from?.color ?? PALETTE[categories.length % PALETTE.length] ?? "#3f5a73",
      howTo: from?.howTo ? { ja: from.howTo } : null,
      collectedAs: [],
    });
    keys.set(folded, key);
  }
  const meant = slips(names, told);
  for (const { name, folded, items } of names) {
    const other = meant.get(name);
    if (other !== undefined) look(w.strangeCategory(name, items, other));
    else if (described.length > 0 && !told.has(folded)) look(w.undescribed(name, items));
  }
  return { categories, keys, problems };
}
