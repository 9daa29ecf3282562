import { checkAction } from "./action-objects";
import {
  arrayAt,
  colourAt,
  type Fields,
  type Findings,
  isFields,
  note,
  noteWrongType,
  objectAt,
  textAt,
  wordAt,
} from "./findings";
import { httpsAt } from "./urls";

const RATIOS = ["rectangle", "square"] as const;
const SIZES = ["cover", "contain"] as const;
const has = (fields: Fields, key: string): boolean => typeof fields[key] === "string" && fields[key] !== "";

export function checkTemplate(f: Findings, message: Fields, path: string): void {
  textAt(f, message, path, "altText", { max: 1500, required: true });
  const template = objectAt(f, message, path, "template", true);
  if (template === null) return;
  const at = `${path}template.`;
  const type = wordAt(f, template, at, "type", ["buttons", "confirm", "carousel", "image_carousel"], true);
  if (type === "buttons") {
    checkPicture(f, template, at);
    checkCard(f, template, at, { plain: 160, decorated: 60, actions: 4 });
  } else if (type === "confirm") {
    textAt(f, template, at, "text", { max: 240, required: true, count: "grapheme" });
    checkActions(f, template, at, { min: 2, max: 2 });
  } else if (type === "carousel") {
    checkPicture(f, template, at);
    checkCarousel(f, template, at);
  } else if (type === "image_carousel") {
    checkImageCarousel(f, template, at);
  }
}

function checkPicture(f: Findings, template: Fields, at: string): void {
  wordAt(f, template, at, "imageAspectRatio", RATIOS, false);
  wordAt(f, template, at, "imageSize", SIZES, false);
}

type CardLimits = { plain: number; decorated: number; actions: number };

/** A buttons template or one column of a carousel: a picture or a title shortens the text. */
function checkCard(f: Findings, card: Fields, at: string, limits: CardLimits): void {
  httpsAt(f, card, at, "thumbnailImageUrl", { required: false });
  colourAt(f, card, at, "imageBackgroundColor", false);
  textAt(f, card, at, "title", { max: 40, required: false, count: "grapheme" });
  const decorated = has(card, "thumbnailImageUrl") || has(card, "title");
  textAt(f, card, at, "text", {
    max: decorated ? limits.decorated : limits.plain,
    required: true,
    count: "grapheme",
  });
  if (card.defaultAction !== undefined)
    checkAction(f, card.defaultAction, `${at}defaultAction`, "default-action");
  checkActions(f, card, at, { min: 1, max: limits.actions });
}

function checkActions(
  f: Findings,
  from: Fields,
  at: string,
  size: { min: number; max: number },
): number | null {
  const actions = arrayAt(f, from, at, "actions", { ...size, required: true });
  actions?.forEach((action, n) => {
    checkAction(f, action, `${at}actions[${n}]`, "template");
  });
  return actions?.length ?? null;
}

function checkCarousel(f: Findings, template: Fields, at: string): void {
  const columns = arrayAt(f, template, at, "columns", { min: 1, max: 10, required: true }) ?? [];
  const cards: Fields[] = [];
  columns.forEach((column, n) => {
    if (!isFields(column)) {
      noteWrongType(f, `${at}columns[${n}]`);
      return;
    }
    cards.push(column);
    checkCard(f, column, `${at}columns[${n}].`, { plain: 120, decorated: 60, actions: 3 });
  });
  const differ = (of: (card: Fields) => unknown): boolean => new Set(cards.map(of)).size > 1;
  if (differ((card) => (Array.isArray(card.actions) ? card.actions.length : -1))) {
    note(f, `${at}columns`, "The number of actions must be the same in all columns");
  }
  if (differ((card) => has(card, "thumbnailImageUrl"))) {
    note(f, `${at}columns`, "Images must be specified in all columns or in none");
  }
  if (differ((card) => has(card, "title")))
    note(f, `${at}columns`, "Titles must be specified in all columns or in none");
}

function checkImageCarousel(f: Findings, template: Fields, at: string): void {
  const columns = arrayAt(f, template, at, "columns", { min: 1, max: 10, required: true }) ?? [];
  columns.forEach((column, n) => {
    const path = `${at}columns[${n}].`;
    if (!isFields(column)) {
      noteWrongType(f, `${at}columns[${n}]`);
      return;
    }
    httpsAt(f, column, path, "imageUrl", { required: true });
    checkAction(f, column.action, `${path}action`, "image-carousel");
  });
}
