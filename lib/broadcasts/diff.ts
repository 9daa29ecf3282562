import { SPOKEN, type Spoken } from "@/db/enums";
import type { Block } from "./block";
import { canonicalJson } from "./canonical";
import type { Content } from "./content";

/** What an approver reads of two versions. `before` null: new; `after` null: taken out. */
export type Change =
  | { part: "title"; before: string; after: string }
  | { part: "block"; spoken: Spoken; block: number; before: string | null; after: string | null }
  | { part: "rule" }
  | { part: "schedule" };

type Version = { title: string; content: Content; rule: unknown; schedule: unknown };

/** A block as the lines a person would compare. Pictures count by their id. */
export function blockLines(one: Block): string {
  switch (one.kind) {
    case "text":
      return one.text;
    case "image":
      return `[画像 ${one.mediaId?.slice(0, 8) ?? "なし"}] ${one.alt}`;
    case "imagemap":
      return [
        `[画像 ${one.mediaId?.slice(0, 8) ?? "なし"}] ${one.alt}`,
        ...one.areas.map((a) => `${a.label} → ${a.uri} (${a.x},${a.y} ${a.width}×${a.height})`),
      ].join("\n");
    case "card":
      return [
        `[カード${one.mediaId ? ` 画像 ${one.mediaId.slice(0, 8)}` : ""}] ${one.title}`,
        one.text,
        ...one.buttons.map((b) => `${b.label} → ${b.uri}`),
        `(代わりの文) ${one.alt}`,
      ].join("\n");
    case "buttons":
      return [
        `[ボタン] ${one.title}`,
        one.text,
        ...one.buttons.map((b) => `${b.label} → ${b.uri}`),
        `(代わりの文) ${one.alt}`,
      ].join("\n");
    case "carousel":
      return [
        ...one.columns.flatMap((c, n) => [
          `[${n + 1}枚目${c.mediaId ? ` 画像 ${c.mediaId.slice(0, 8)}` : ""}] ${c.title}`,
          c.text,
          ...c.buttons.map((b) => `${b.label} → ${b.uri}`),
        ]),
        `(代わりの文) ${one.alt}`,
      ].join("\n");
  }
}

/** What changed from one version to the next, in reading order. Empty: word for word the same. */
export function diffVersions(before: Version, after: Version): Change[] {
  const changes: Change[] = [];
  if (before.title !== after.title) changes.push({ part: "title", before: before.title, after: after.title });
  for (const spoken of SPOKEN) {
    const [old = [], now = []] = [before.content.variants[spoken], after.content.variants[spoken]];
    for (let block = 0; block < Math.max(old.length, now.length); block++) {
      const [a, b] = [old[block], now[block]];
      const [was, is] = [a ? blockLines(a) : null, b ? blockLines(b) : null];
      if (was !== is || a?.kind !== b?.kind)
        changes.push({ part: "block", spoken, block, before: was, after: is });
    }
  }
  if (canonicalJson(before.rule) !== canonicalJson(after.rule)) changes.push({ part: "rule" });
  if (canonicalJson(before.schedule) !== canonicalJson(after.schedule)) changes.push({ part: "schedule" });
  return changes;
}

/** The same start and end of two texts, and what differs between them; never cuts a surrogate pair. */
export function splitDifference(before: string, after: string) {
  const [a, b] = [[...before], [...after]];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const middle = (of: string[]) => of.slice(start, of.length - end).join("");
  return {
    head: a.slice(0, start).join(""),
    removed: middle(a),
    added: middle(b),
    tail: a.slice(a.length - end).join(""),
  };
}
