import type { Entry } from "../entry";
import { foldWords } from "../fold";
import { foldLoosely } from "./spelling";

/**
 * One way to name an entry. `weight` 0 to 1: how much that name alone stands for the entry (the whole title does, a
 * remark in brackets hardly). `folded` is never empty; `loose` is `foldLoosely` of it.
 */
export type Name = {
  entry: Entry;
  field: "title" | "reading" | "synonym";
  /** As the entry has it, whole. */
  words: string;
  folded: string;
  loose: string;
  weight: number;
};

const WHOLE = 1;
/** 「トイレマット」 of 「トイレマット（布製）」, if the rest only says of what it is made. */
export const HEAD = 0.99;
/** 「キャップ」 of 「ふた・キャップ」. */
const ALTERNATIVE = 0.96;
/** 「スーツ」 of 「背広（スーツ）」. */
const REMARK = 0.82;

/** Remarks that name no thing: what it is made of, and what is left out. */
const NO_THING = /(?:製|せい|以外|いがい|を除く|をのぞく|不使用|使用|あり|なし|付き|のみ)$/;

const split = (text: string): string[] => text.split(/[・、,，/／]/);

function parts(words: string): { text: string; weight: number }[] {
  const text = words.normalize("NFKC");
  const open = text.indexOf("(");
  const head = open > 0 ? text.slice(0, open) : text;
  const remarks = open > 0 ? [...text.slice(open).matchAll(/\(([^()]*)\)?/g)].map((m) => m[1] ?? "") : [];
  const alternatives = split(head);
  return [
    { text, weight: WHOLE },
    ...(head === text ? [] : [{ text: head, weight: HEAD }]),
    ...(alternatives.length > 1 ? alternatives.map((a) => ({ text: a, weight: ALTERNATIVE })) : []),
    ...remarks
      .flatMap(split)
      .map((remark) => remark.replace(/(?:など|等|類)$/, ""))
      .filter((remark) => !NO_THING.test(remark))
      .map((remark) => ({ text: remark, weight: REMARK })),
  ];
}

/** All names of an entry, each only once, the heaviest first. Synonyms are taken as they stand. */
export function namesOf(entry: Entry): Name[] {
  const isThing = entry.kind === "garbage";
  const written = [
    { field: "title" as const, words: entry.title, isSplit: isThing },
    ...(entry.reading === null
      ? []
      : [{ field: "reading" as const, words: entry.reading, isSplit: isThing }]),
    ...entry.synonyms.map((words) => ({ field: "synonym" as const, words, isSplit: false })),
  ];
  const names = new Map<string, Name>();
  for (const { field, words, isSplit } of written) {
    for (const { text, weight } of isSplit ? parts(words) : [{ text: words, weight: WHOLE }]) {
      const folded = foldWords(text);
      if (folded === "" || (names.get(folded)?.weight ?? 0) >= weight) continue;
      names.set(folded, { entry, field, words, folded, loose: foldLoosely(folded), weight });
    }
  }
  return [...names.values()];
}
