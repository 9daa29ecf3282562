import { foldWords } from "../fold";

/** What is known of a thing that is offered. `category`: its name, as the resident reads it. */
export type Thing = { title: string; reading: string | null; note: string | null; category: string | null };

/** `words`: what tells it from the others of its title. `category`: where it goes, if the words do not say so. */
export type Apart = { words: string; category: string | null };

/** What residents know of a thing they hold comes before where it goes, which is what they want to know. */
const FIELDS = ["reading", "note", "category"] as const;

function fieldOf(things: readonly Thing[]): (typeof FIELDS)[number] {
  const tells = FIELDS.find((field) => {
    const said = new Set(things.map((thing) => foldWords(thing[field] ?? "")));
    return !said.has("") && said.size === things.length;
  });
  return tells ?? "category";
}

/** For each what tells it from the others of the same title; null: its title says it. */
export function toldApart(things: readonly Thing[]): (Apart | null)[] {
  const named = new Map<string, Thing[]>();
  for (const thing of things) {
    const title = foldWords(thing.title);
    named.set(title, [...(named.get(title) ?? []), thing]);
  }
  return things.map((thing) => {
    const twins = named.get(foldWords(thing.title)) ?? [];
    if (twins.length < 2) return null;
    const field = fieldOf(twins);
    const words = (thing[field] ?? thing.category ?? "").replace(/\s+/g, " ").trim();
    return { words, category: field === "category" ? null : thing.category };
  });
}
