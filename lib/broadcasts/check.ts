import { type BroadcastKind, SPOKEN, type Spoken } from "@/db/enums";
import { graphemes } from "@/lib/core/text";
import type { MediaPlace, MediaPlaces } from "@/lib/media/place";
import { type Block, CONTENT_LIMITS as L, type LinkArea, type LinkButton } from "./block";
import type { Content } from "./content";
import { drillHead, isMarkApart } from "./drill";
import { checkLink } from "./link";

/** Why something cannot be sent. `limit` and `actual` are in LINE's units: graphemes for labels and templates, else UTF-16. */
export type ProblemCode =
  | "empty"
  | "too-long"
  | "too-many"
  /** The mark of a drill takes one place. */
  | "too-many-marked"
  | "too-few"
  | "alt-missing"
  | "media-missing"
  | "link-broken"
  | "link-not-https"
  | "columns-differ"
  | "area-empty"
  | "area-outside";
export type Problem = {
  spoken: Spoken;
  /** Place of the block; -1: the wording as a whole. */
  block: number;
  /** `text`, `buttons.0.label`, `columns.2.title` … */
  field: string;
  code: ProblemCode;
  limit?: number;
  actual?: number;
};

const units = (text: string): number => text.length;

type Found = Omit<Problem, "spoken" | "block">;

const length = (
  found: Found[],
  field: string,
  text: string,
  rule: {
    max: number;
    count: (text: string) => number;
    optional?: boolean;
    marked?: (text: string) => string;
  },
): void => {
  if (text.trim() === "") {
    if (!rule.optional) found.push({ field, code: field === "alt" ? "alt-missing" : "empty" });
    return;
  }
  const actual = rule.count(rule.marked ? rule.marked(text) : text);
  if (actual > rule.max) found.push({ field, code: "too-long", limit: rule.max, actual });
};

function checkButtons(
  found: Found[],
  field: string,
  buttons: LinkButton[],
  rule: { min: number; max: number; label: number },
): void {
  const actual = buttons.length;
  if (actual < rule.min) found.push({ field, code: "too-few", limit: rule.min, actual });
  if (actual > rule.max) found.push({ field, code: "too-many", limit: rule.max, actual });
  buttons.forEach((button, n) => {
    length(found, `${field}.${n}.label`, button.label, { max: rule.label, count: graphemes });
    const link = checkLink(button.uri);
    if (link) found.push({ field: `${field}.${n}.uri`, ...link });
  });
}

type Marked = (text: string) => string;

/** LINE draws a map 1040 wide and as high as its picture; of a picture that is not known only the width is. */
const isInside = (area: LinkArea, place: MediaPlace | undefined): boolean =>
  area.x + area.width <= 1040 && (place === undefined || area.y + area.height <= place.heightAt1040);

function checkBlock(one: Block, marked: Marked, places: MediaPlaces): Found[] {
  const found: Found[] = [];
  const alt = () => length(found, "alt", "alt" in one ? one.alt : "", { max: L.alt, count: units, marked });
  const media = (id: string | null, field = "mediaId") => {
    if (id === null) found.push({ field, code: "media-missing" });
  };
  switch (one.kind) {
    case "text":
      length(found, "text", one.text, { max: L.text, count: units, marked });
      break;
    case "image":
      media(one.mediaId);
      alt();
      break;
    case "imagemap":
      media(one.mediaId);
      alt();
      if (one.areas.length === 0) found.push({ field: "areas", code: "too-few", limit: 1, actual: 0 });
      if (one.areas.length > L.imagemapAreas)
        found.push({ field: "areas", code: "too-many", limit: L.imagemapAreas, actual: one.areas.length });
      one.areas.forEach((area, n) => {
        length(found, `areas.${n}.label`, area.label, { max: L.imagemapLabel, count: units });
        const link = checkLink(area.uri, L.imagemapUri);
        if (link) found.push({ field: `areas.${n}.uri`, ...link });
        if (area.width < 1 || area.height < 1) found.push({ field: `areas.${n}`, code: "area-empty" });
        else if (!isInside(area, one.mediaId === null ? undefined : places[one.mediaId]))
          found.push({ field: `areas.${n}`, code: "area-outside" });
      });
      break;
    case "card":
      alt();
      length(found, "title", one.title, { max: L.cardTitle, count: graphemes, optional: true, marked });
      length(found, "text", one.text, { max: L.cardText, count: graphemes, marked });
      checkButtons(found, "buttons", one.buttons, { min: 0, max: L.cardButtons, label: L.cardLabel });
      break;
    case "carousel":
      alt();
      checkColumns(found, one, marked);
      break;
    case "buttons": {
      alt();
      length(found, "title", one.title, { max: L.buttonsTitle, count: graphemes, optional: true, marked });
      const max = one.title === "" ? L.buttonsText : L.buttonsTextDecorated;
      length(found, "text", one.text, { max, count: graphemes, marked });
      checkButtons(found, "buttons", one.buttons, { min: 1, max: L.buttons, label: L.label });
    }
  }
  return found;
}

function checkColumns(found: Found[], one: Extract<Block, { kind: "carousel" }>, marked: Marked): void {
  const { columns } = one;
  if (columns.length === 0) found.push({ field: "columns", code: "too-few", limit: 1, actual: 0 });
  if (columns.length > L.columns)
    found.push({ field: "columns", code: "too-many", limit: L.columns, actual: columns.length });
  columns.forEach((column, n) => {
    const at = `columns.${n}`;
    length(found, `${at}.title`, column.title, {
      max: L.columnTitle,
      count: graphemes,
      optional: true,
      marked,
    });
    const decorated = column.mediaId !== null || column.title !== "";
    const max = decorated ? L.columnTextDecorated : L.columnText;
    length(found, `${at}.text`, column.text, { max, count: graphemes, marked });
    checkButtons(found, `${at}.buttons`, column.buttons, { min: 1, max: L.columnButtons, label: L.label });
  });
  const differ = (of: (c: (typeof columns)[number]) => unknown) => new Set(columns.map(of)).size > 1;
  if (differ((c) => c.buttons.length) || differ((c) => c.mediaId !== null) || differ((c) => c.title !== "")) {
    found.push({ field: "columns", code: "columns-differ" });
  }
}

/**
 * Everything that keeps a broadcast from being sent, in the order it is read. Empty: LINE will take it. `places`: of the
 * pictures in it.
 */
export function checkContent(
  broadcast: { kind: BroadcastKind; content: Content },
  places: MediaPlaces,
): Problem[] {
  const marked: Marked = broadcast.kind === "drill" ? drillHead : (text) => text;
  return SPOKEN.flatMap((spoken) => {
    const blocks = broadcast.content.variants[spoken];
    if (blocks === undefined || (blocks.length === 0 && spoken !== "ja")) return [];
    const markApart = broadcast.kind === "drill" && isMarkApart(blocks);
    const limit = markApart ? L.blocks - 1 : L.blocks;
    const code = markApart ? "too-many-marked" : "too-many";
    const whole: Problem[] =
      blocks.length === 0
        ? [{ spoken, block: -1, field: "blocks", code: "too-few", limit: 1, actual: 0 }]
        : blocks.length > limit
          ? [{ spoken, block: -1, field: "blocks", code, limit, actual: blocks.length }]
          : [];
    return [
      ...whole,
      ...blocks.flatMap((one, n) => checkBlock(one, marked, places).map((p) => ({ spoken, block: n, ...p }))),
    ];
  });
}
