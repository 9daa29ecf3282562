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

/** Edit distance, as far as two matter. */
function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++)
      row[j] = Math.min(
        (before[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    before = row;
  }
  return before[b.length] ?? 0;
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

type Named = { name: string; items: number };

/** Words that hardly any row has and that nearly say what many do. */
function slips(names: readonly Named[], described: readonly DescribedCategory[]): Map<string, string> {
  const told = new Set(described.map((one) => fold(one.label)));
  const found = new Map<string, string>();
  for (const { name, items } of names) {
    if (told.has(fold(name)) || name.length < 4) continue;
    const near = names.find(
      (other) =>
        other.items >= items * 5 && distance(fold(name), fold(other.name)) <= 2 && other.name !== name,
    );
    if (near) found.set(name, near.name);
  }
  return found;
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
  names: readonly Named[];
  described: readonly DescribedCategory[];
  known: readonly GarbageCategory[];
}): MergedCategories {
  const { file, names, described } = input;
  const categories = [...input.known];
  const keys = new Map<string, string>();
  const problems: Problem[] = [];
  const look = (text: string) => problems.push({ file, line: null, level: "look", text });
  const all = [...described.map((one) => one.label), ...names.map((one) => one.name)];
  for (const label of all) {
    const folded = fold(label);
    if (keys.has(folded)) continue;
    const told = described.find((one) => fold(one.label) === folded);
    const at = categories.findIndex((one) => fold(one.label.ja) === folded || one.key === label);
    const known = categories[at];
    if (known) {
      categories[at] = {
        ...known,
        howTo: known.howTo ?? (told?.howTo ? { ja: told.howTo } : null),
        color: told?.color ?? known.color,
      };
      keys.set(folded, known.key);
      continue;
    }
    const key = label.length <= 60 ? label : `k-${hashOf(label)}`;
    categories.push({
      key,
      label: { ja: label },
      icon: iconOf(label),
      color: told?.color ?? PALETTE[categories.length % PALETTE.length] ?? "#3f5a73",
      howTo: told?.howTo ? { ja: told.howTo } : null,
      collectedAs: [],
    });
    keys.set(folded, key);
  }
  const meant = slips(names, described);
  const told = new Set(described.map((one) => fold(one.label)));
  for (const { name, items } of names) {
    const other = meant.get(name);
    if (other !== undefined) look(w.strangeCategory(name, items, other));
    else if (described.length > 0 && !told.has(fold(name))) look(w.undescribed(name, items));
  }
  return { categories, keys, problems };
}
