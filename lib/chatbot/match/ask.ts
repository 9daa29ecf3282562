import type { BotEntryKind } from "@/db/enums";
import type { Entry, Hit, Verdict } from "../entry";
import { foldQuestion, foldWords } from "../fold";
import type { Index, Name } from "./create";

const ORDER: readonly BotEntryKind[] = ["keyword", "garbage", "faq"];
const MOST = 10;

function once(hits: readonly Hit[]): Hit[] {
  const seen = new Set<Entry>();
  return hits.filter(({ entry }) => !seen.has(entry) && seen.add(entry));
}

/** The answer of the bot to one text: keywords before garbage before FAQ. Never throws, whatever the text. */
export function ask(index: Index, text: string): Verdict {
  const forms = [foldWords(text), foldQuestion(text)].filter((form) => form !== "");
  const hit = (name: Name, score: number, how: Hit["reason"]["how"]): Hit => ({
    entry: name.entry,
    score,
    reason: { field: name.field, words: name.words, how },
  });
  for (const kind of ORDER) {
    const same = once(
      forms.flatMap((form) => (index.same.get(form) ?? []).map((name) => hit(name, 1, "same"))),
    ).filter(({ entry }) => entry.kind === kind);
    if (same[0]) return { kind: "answer", hit: same[0] };
  }
  const form = forms.at(-1);
  if (form === undefined || form.length < 2) return { kind: "none", nearest: [] };
  const part = once(
    index.names
      .filter((name) => name.folded.includes(form) && name.entry.kind !== "keyword")
      .map((name) => hit(name, form.length / name.folded.length, "part"))
      .sort((a, b) => b.score - a.score),
  );
  return part.length > 0 ? { kind: "choose", hits: part.slice(0, MOST) } : { kind: "none", nearest: [] };
}
