import { sha256 } from "@/lib/core/id";
import { canonicalJson } from "./canonical";
import type { Content } from "./content";
import { wordsOf } from "./lint";

/** The words alone, spaces and widths aside: who changed only a picture or a space still says the same. */
function wordsKey(content: Content): string {
  const words = Object.entries(content.variants).flatMap(([spoken, blocks]) =>
    (blocks ?? []).flatMap(wordsOf).map((text) => `${spoken}:${text.normalize("NFKC").replace(/\s+/g, "")}`),
  );
  return words.sort().join("\n");
}

/** Equal for the same words to the same audience. */
export const alikeKey = (broadcast: { content: Content; rule: unknown }): string =>
  sha256(`${wordsKey(broadcast.content)}\n${canonicalJson(broadcast.rule)}`);

/** 「前回の12倍」: how many times as many as last time, when that is worth a look; null when it is not. */
export function countJump(count: number, previous: number | null): number | null {
  if (previous === null || previous < 1 || count < 100) return null;
  const times = count / previous;
  return times >= 5 ? Math.round(times) : null;
}
