import { z } from "zod";
import { type BroadcastKind, SPOKEN, type Spoken } from "@/db/enums";
import type { MediaPlaces } from "@/lib/media/place";
import { say } from "@/lib/scenarios/language";
import { type Block, block, mediaOf } from "./block";
import { DRILL_MARK, drillHead, isMarkApart } from "./drill";
import { renderBlock } from "./render";

const blocks = z.array(block).max(10);

/** What a broadcast says. Japanese is always there; who speaks another language gets theirs or the nearest there is. */
export const contentSchema = z.object({
  variants: z.object({
    ja: blocks,
    easy: blocks.optional(),
    en: blocks.optional(),
    zh: blocks.optional(),
    ko: blocks.optional(),
  }),
});
export type Content = z.infer<typeof contentSchema>;

export const EMPTY_CONTENT: Content = { variants: { ja: [{ kind: "text", text: "" }] } };

/** The languages somebody has written. */
export const writtenIn = (content: Content): Spoken[] =>
  SPOKEN.filter((spoken) => (content.variants[spoken] ?? []).length > 0);

/** Which wording a resident of this language gets: the one rule of all texts for residents. */
export function wordingFor(content: Content, spoken: Spoken): Spoken {
  const own = (of: Spoken) => ((content.variants[of] ?? []).length > 0 ? of : undefined);
  return say({ ja: "ja", easy: own("easy"), en: own("en"), zh: own("zh"), ko: own("ko") }, spoken) as Spoken;
}

export const blocksFor = (content: Content, spoken: Spoken): Block[] =>
  content.variants[wordingFor(content, spoken)] ?? [];

/** Every picture of every wording, once. */
export const mediaIdsOf = (content: Content): string[] => [
  ...new Set(SPOKEN.flatMap((spoken) => (content.variants[spoken] ?? []).flatMap(mediaOf))),
];

/**
 * The LINE messages for residents of one language, byte for byte as every attempt sends them. A drill carries 【訓練】
 * at the head of every text, title and alt text, and before pictures that stand alone: nobody can forget it.
 */
export function renderMessages(
  broadcast: { kind: BroadcastKind; content: Content },
  spoken: Spoken,
  media: MediaPlaces,
): object[] {
  const words = broadcast.kind === "drill" ? drillHead : (text: string) => text;
  const blocks = blocksFor(broadcast.content, spoken);
  const mark = broadcast.kind === "drill" && isMarkApart(blocks) ? [{ type: "text", text: DRILL_MARK }] : [];
  return [...mark, ...blocks.map((one) => renderBlock(one, media, words))];
}
