import { z } from "zod";

/**
 * The parts a message to many is made of. The shapes are those of a draft: anything may still be empty or too long while
 * somebody types. What may be sent is lib/broadcasts/check.ts's to say.
 */
export const BLOCK_KINDS = ["text", "image", "imagemap", "card", "carousel", "buttons"] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** PostgreSQL keeps no NUL and no lone surrogate; everything else stays as it was typed. */
const words = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => text.toWellFormed().replaceAll("\u0000", ""));
const mediaId = z.uuid().nullable();

/** A button opens an address: a page, or a phone number (tel:). */
const button = z.object({ label: words(200), uri: words(2000) });
export type LinkButton = z.infer<typeof button>;

const pixel = z.number().int().min(0).max(20_000);
/** Pixels of a picture 1040 wide. */
const area = z.object({
  x: pixel,
  y: pixel,
  width: pixel,
  height: pixel,
  label: words(400),
  uri: words(2000),
});
export type LinkArea = z.infer<typeof area>;

const column = z.object({
  mediaId,
  title: words(400),
  text: words(4000),
  buttons: z.array(button).max(10),
});
export type CarouselColumn = z.infer<typeof column>;

/** `alt`: what is read out, and shown in notifications and where a picture cannot be. */
const alt = words(4000);

export const block = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: words(20_000) }),
  z.object({ kind: z.literal("image"), mediaId, alt }),
  z.object({ kind: z.literal("imagemap"), mediaId, alt, areas: z.array(area).max(60) }),
  z.object({
    kind: z.literal("card"),
    mediaId,
    alt,
    title: words(400),
    text: words(8000),
    buttons: z.array(button).max(10),
  }),
  z.object({ kind: z.literal("carousel"), alt, columns: z.array(column).max(20) }),
  z.object({
    kind: z.literal("buttons"),
    alt,
    title: words(400),
    text: words(4000),
    buttons: z.array(button).max(10),
  }),
]);
export type Block = z.infer<typeof block>;
export type BlockOf<K extends BlockKind> = Extract<Block, { kind: K }>;

/** Limits of LINE, and two of our own: a card's title and text, so that its bubble stays far below LINE's 30 KB. */
export const CONTENT_LIMITS = {
  blocks: 5,
  text: 5000,
  alt: 1500,
  imagemapAreas: 50,
  imagemapUri: 1000,
  imagemapLabel: 100,
  cardTitle: 80,
  cardText: 1000,
  cardButtons: 4,
  cardLabel: 40,
  columns: 10,
  columnText: 120,
  columnTextDecorated: 60,
  columnTitle: 40,
  columnButtons: 3,
  buttonsText: 160,
  buttonsTextDecorated: 60,
  buttonsTitle: 40,
  buttons: 4,
  label: 20,
  uri: 1000,
} as const;

/** A new, empty block. */
export function emptyBlock(kind: BlockKind): Block {
  const button = { label: "", uri: "" };
  switch (kind) {
    case "text":
      return { kind, text: "" };
    case "image":
      return { kind, mediaId: null, alt: "" };
    case "imagemap":
      return { kind, mediaId: null, alt: "", areas: [] };
    case "card":
      return { kind, mediaId: null, alt: "", title: "", text: "", buttons: [] };
    case "carousel":
      return { kind, alt: "", columns: [{ mediaId: null, title: "", text: "", buttons: [button] }] };
    case "buttons":
      return { kind, alt: "", title: "", text: "", buttons: [button] };
  }
}

/** The pictures a block shows. */
export function mediaOf(one: Block): string[] {
  const ids =
    one.kind === "carousel" ? one.columns.map((c) => c.mediaId) : "mediaId" in one ? [one.mediaId] : [];
  return ids.filter((id) => id !== null);
}
