import { checkAction } from "./action-objects";
import {
  arrayAt,
  booleanAt,
  type Fields,
  type Findings,
  isFields,
  note,
  noteWrongType,
  numberAt,
  objectAt,
  textAt,
} from "./findings";

const MIN_RATIO = 1.45;
const PIXELS = 2_147_483_647;

/** Sides LINE accepts for a rich menu and its picture. */
export const isRichMenuSize = (width: number, height: number): boolean =>
  width >= 800 && width <= 2500 && height >= 250 && width / height >= MIN_RATIO;

export function checkRichMenu(f: Findings, menu: Fields): void {
  const size = objectAt(f, menu, "", "size", true);
  if (size !== null) {
    const width = numberAt(f, size, "size.", "width", { min: 800, max: 2500, required: true });
    const height = numberAt(f, size, "size.", "height", { min: 250, max: PIXELS, required: true });
    if (width !== null && height !== null && width / height < MIN_RATIO) {
      note(f, "size", "The aspect ratio (width / height) must be 1.45 or more");
    }
  }
  booleanAt(f, menu, "", "selected", true);
  textAt(f, menu, "", "name", { max: 300, required: true, count: "grapheme" });
  textAt(f, menu, "", "chatBarText", { max: 14, required: true, count: "grapheme" });
  const areas = arrayAt(f, menu, "", "areas", { min: 0, max: 20, required: true });
  areas?.forEach((area, n) => {
    const path = `areas[${n}]`;
    if (!isFields(area)) {
      noteWrongType(f, path);
      return;
    }
    const bounds = objectAt(f, area, `${path}.`, "bounds", true);
    if (bounds !== null) {
      for (const key of ["x", "y"])
        numberAt(f, bounds, `${path}.bounds.`, key, { min: 0, max: PIXELS, required: true });
      for (const key of ["width", "height"])
        numberAt(f, bounds, `${path}.bounds.`, key, { min: 1, max: PIXELS, required: true });
    }
    checkAction(f, area.action, `${path}.action`, "rich-menu");
  });
}
