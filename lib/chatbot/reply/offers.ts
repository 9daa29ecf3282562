import { cutGraphemes } from "@/lib/core/text";
import type { Hit } from "../entry";
import type { Library } from "../library";
import { type EntryRef, isTappable, refOf } from "../tap";
import { type Apart, toldApart } from "./apart";

/** What categories of the garbage dictionary are called, by key, in the resident's language. */
export type CategoryNames = ReadonlyMap<string, string>;

/** An entry as a button offers it. `apart` null: its title says which it is. */
export type Offer = { ref: EntryRef; title: string; apart: Apart | null };

/** A remark may be a page long; its beginning tells. */
const MOST_APART = 60;
const short = (words: string): string => cutGraphemes(words, MOST_APART);

/** 布団（綿・麻100％の製品） */
export const offerName = ({ title, apart }: Offer): string =>
  apart?.words ? `${title}（${short(apart.words)}）` : title;

/** As it stands in the text above the buttons: with where it goes, when two have one title. */
export const offerLine = (offer: Offer): string =>
  offer.apart?.category ? `${offerName(offer)}：${short(offer.apart.category)}` : offerName(offer);

const knownOf = (library: Library, { entry }: Hit) => library.known.get(refOf(entry))?.entry;

/** What can be offered of these, each once. Names that are not there yet are the keys. */
export function offersOf(library: Library, hits: readonly Hit[], names: CategoryNames): Offer[] {
  const shown = hits.filter(({ entry }) => isTappable(refOf(entry)));
  const things = shown.filter(({ entry }) => entry.kind === "garbage");
  const apart = toldApart(
    things.map((hit) => {
      const known = knownOf(library, hit);
      const key = known?.category ?? null;
      const category = key === null ? null : (names.get(key) ?? key);
      return { title: hit.entry.title, reading: hit.entry.reading, note: known?.note ?? null, category };
    }),
  );
  const toldOf = new Map(things.map((hit, i) => [hit, apart[i] ?? null]));
  return shown.map((hit) => ({
    ref: refOf(hit.entry),
    title: hit.entry.title,
    apart: toldOf.get(hit) ?? null,
  }));
}

/** The categories whose names are needed to offer these: of things that share a title. */
export function categoriesToName(library: Library, hits: readonly Hit[]): string[] {
  const twins = new Set(
    offersOf(library, hits, new Map())
      .filter(({ apart }) => apart !== null)
      .map(({ ref }) => ref),
  );
  const keys = hits
    .filter(({ entry }) => twins.has(refOf(entry)))
    .map((hit) => knownOf(library, hit)?.category ?? null);
  return [...new Set(keys.filter((key) => key !== null))];
}
