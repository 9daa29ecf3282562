import { checkAction } from "./action-objects";
import {
  arrayAt,
  type Fields,
  type Findings,
  isFields,
  note,
  noteWrongType,
  objectAt,
  textAt,
  wordAt,
} from "./findings";
import { checkComponent, type FlexTally } from "./flex-components";
import { checkFlexFields } from "./flex-values";

const BUBBLE_MAX_BYTES = 30 * 1024;
const CAROUSEL_MAX_BYTES = 50 * 1024;
const BLOCKS = ["header", "hero", "body", "footer"] as const;
const BUBBLE_SIZES = ["nano", "micro", "deca", "hecto", "kilo", "mega", "giga"];

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

export function checkFlex(f: Findings, message: Fields, path: string): void {
  textAt(f, message, path, "altText", { max: 1500, required: true });
  const contents = objectAt(f, message, path, "contents", true);
  if (contents === null) return;
  const at = `${path}contents`;
  const tally: FlexTally = { animated: 0 };
  const type = wordAt(f, contents, `${at}/`, "type", ["bubble", "carousel"], true);
  if (type === "bubble") {
    checkBubble(f, contents, at, tally, true);
    if (bytes(contents) > BUBBLE_MAX_BYTES) note(f, at, "The size of a bubble must be 30 KB or less");
  } else if (type === "carousel") {
    checkFlexFields(f, contents, at, { type: "own", contents: "own" });
    checkCarousel(f, contents, at, tally);
  }
}

function checkCarousel(f: Findings, carousel: Fields, at: string, tally: FlexTally): void {
  const bubbles = arrayAt(f, carousel, `${at}/`, "contents", { min: 1, max: 12, required: true }) ?? [];
  const sizes = new Set<unknown>();
  bubbles.forEach((bubble, n) => {
    const path = `${at}/contents/${n}`;
    if (!isFields(bubble)) {
      noteWrongType(f, path);
      return;
    }
    wordAt(f, bubble, `${path}/`, "type", ["bubble"], true);
    checkBubble(f, bubble, path, tally, false);
    sizes.add(bubble.size ?? "mega");
  });
  if (sizes.size > 1) note(f, `${at}/contents`, "All bubbles of a carousel must have the same size");
  if (bytes(carousel) > CAROUSEL_MAX_BYTES) note(f, at, "The size of a carousel must be 50 KB or less");
}

function checkBubble(f: Findings, bubble: Fields, at: string, tally: FlexTally, alone: boolean): void {
  checkFlexFields(f, bubble, at, {
    type: "own",
    size: { words: BUBBLE_SIZES },
    direction: { words: ["ltr", "rtl"] },
    header: "own",
    hero: "own",
    body: "own",
    footer: "own",
    styles: "own",
    action: "own",
  });
  if (bubble.action !== undefined) checkAction(f, bubble.action, `${at}/action`, "flex");
  if (BLOCKS.every((block) => bubble[block] === undefined))
    note(f, at, "At least one block must be specified");
  for (const block of BLOCKS) {
    const value = bubble[block];
    if (value === undefined) continue;
    checkComponent(f, value, `${at}/${block}`, block === "hero" ? ["box", "image", "video"] : ["box"], tally);
  }
  if (isFields(bubble.hero) && bubble.hero.type === "video") checkVideoPlace(f, bubble, at, alone);
  checkStyles(f, bubble, at);
}

/** A video plays in the hero block of a single bubble of kilo, mega or giga size. */
function checkVideoPlace(f: Findings, bubble: Fields, at: string, alone: boolean): void {
  const wide = bubble.size === undefined || ["kilo", "mega", "giga"].includes(String(bubble.size));
  if (!alone || !wide) note(f, `${at}/hero`, "A video can't be used in this bubble");
}

function checkStyles(f: Findings, bubble: Fields, at: string): void {
  const styles = objectAt(f, bubble, `${at}/`, "styles", false);
  if (styles === null) return;
  checkFlexFields(f, styles, `${at}/styles`, { header: "own", hero: "own", body: "own", footer: "own" });
  for (const block of BLOCKS) {
    const style = objectAt(f, styles, `${at}/styles/`, block, false);
    if (style === null) continue;
    checkFlexFields(f, style, `${at}/styles/${block}`, {
      backgroundColor: "colour",
      separator: "boolean",
      separatorColor: "colour",
    });
  }
}
