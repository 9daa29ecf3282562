import type { FlexMessage, FlexPart } from "@/lib/conversations/message";
import { words } from "@/lib/conversations/messages";
import { say } from "@/lib/scenarios/language";
import { areaTitle, type CalendarArea } from "../calendar";
import { firstPlaces, type Place, placesIn } from "./areas";
import { WORDS } from "./messages";
import type { Asked } from "./operation";
import { type Button, bubble, card, MUTED, rowPart, textPart } from "./parts";
import type { Scene } from "./scene";

const ROWS = 15;
const MOST_ROWS = 60;
/** LINE takes 30 KB for a bubble and 50 KB for a carousel, in UTF-8; headings and buttons need their share. */
const MOST_BYTES = 32_000;

const bytesOf = (part: FlexPart): number => new TextEncoder().encode(JSON.stringify(part)).length;

/** Messages as long as LINE takes them: short names make few, long ones more. */
function pagesOf(rows: readonly FlexPart[]): FlexPart[][] {
  const pages: FlexPart[][] = [];
  let room = 0;
  for (const row of rows) {
    const size = bytesOf(row);
    const page = pages.at(-1);
    if (!page || page.length >= MOST_ROWS || size > room) {
      pages.push([row]);
      room = MOST_BYTES - size;
    } else {
      page.push(row);
      room -= size;
    }
  }
  return pages;
}

function placesCard(
  scene: Scene,
  title: string,
  places: readonly Place[],
  page: number,
  before: Asked | null,
  turn: { group: string | null },
): FlexMessage {
  const { language, choice } = scene;
  const pages = pagesOf(
    places.map((place) =>
      place.kind === "group"
        ? rowPart({ kind: "areas", group: place.name, page: 0, before }, `${place.name} ›`)
        : rowPart({ kind: "area", key: place.area.key, before }, place.area.name, place.area === choice.area),
    ),
  );
  const at = Math.min(page, Math.max(0, pages.length - 1));
  const shown = pages[at] ?? [];
  const buttons: Button[] = [];
  if (at + 1 < pages.length)
    buttons.push({
      label: say(WORDS.more, language),
      operation: { kind: "areas", group: turn.group, page: at + 1, before },
    });
  if (turn.group !== null)
    buttons.push({
      label: say(WORDS.allGroups, language),
      operation: { kind: "areas", group: null, page: 0, before },
    });
  const count = Math.max(1, Math.ceil(shown.length / ROWS));
  const bubbles = Array.from({ length: count }, (_, i) => {
    const heading = count > 1 ? title + words(WORDS.page, language, { n: i + 1, of: count }) : title;
    return bubble(
      [
        textPart(heading, { bold: true }),
        textPart(say(WORDS.typeArea, language), { size: "sm", color: MUTED }),
        ...shown.slice(i * ROWS, (i + 1) * ROWS),
      ],
      buttons,
    );
  });
  return card(title, bubbles);
}

/** The list of groups, or the areas of one. A group that is gone shows the list. */
export function areasCard(
  scene: Scene,
  group: string | null,
  page: number,
  before: Asked | null,
): FlexMessage {
  const { books, language } = scene;
  const inside = group === null ? [] : placesIn(books.calendar, group);
  if (group !== null && inside.length > 0)
    return placesCard(scene, words(WORDS.whichArea, language, { group }), inside, page, before, { group });
  const title = say(WORDS.whichGroup, language);
  return placesCard(scene, title, firstPlaces(books.calendar), page, before, { group: null });
}

/** Areas that typed words may mean. Names alone would not tell them apart. */
export function severalAreasCard(scene: Scene, name: string, areas: readonly CalendarArea[]): FlexMessage {
  const title = words(WORDS.severalAreas, scene.language, { name, n: areas.length });
  const places = areas.map((area): Place => {
    return { kind: "area", area: { ...area, name: areaTitle(area) } };
  });
  return placesCard(scene, title, places, 0, null, { group: null });
}
