import { fold } from "@/lib/scenarios/fold";
import { everyWording, type Language, say } from "@/lib/scenarios/language";
import type { LocalText } from "@/lib/scenarios/schema";
import { LIMITS, type QuickAction } from "./message";
import { BUTTONS } from "./messages";
import { actData } from "./postback";
import type { Draft } from "./talk";

/** Something to choose: an option of a step, or an answer to correct. */
export type Item = { key: string; label: LocalText; also?: readonly string[] | undefined };

/** 戻る and やめる stand among LINE's 13 quick replies. */
const ROOM = LIMITS.quickReplies - 2;

/**
 * The items page by page, so that each page with 次の候補 and 前の候補 fits. One page when all fit; else the first holds
 * one less, the middle ones two less.
 */
export function pagesOf<T>(items: readonly T[]): T[][] {
  if (items.length <= ROOM) return [[...items]];
  const pages: T[][] = [items.slice(0, ROOM - 1)];
  let rest = items.slice(ROOM - 1);
  while (rest.length > ROOM - 1) {
    pages.push(rest.slice(0, ROOM - 2));
    rest = rest.slice(ROOM - 2);
  }
  pages.push([...rest]);
  return pages;
}

/** Buttons of one page. `verb` is what tapping an item does. */
export function itemButtons(
  draft: Draft,
  stepId: string,
  items: readonly Item[],
  verb: "pick" | "edit",
  language: Language,
): QuickAction[] {
  const pages = pagesOf(items);
  const page = Math.min(Math.max(0, draft.page), pages.length - 1);
  const turn = (to: number, label: LocalText): QuickAction => ({
    type: "postback",
    label: say(label, language),
    data: actData(draft.conversationId, stepId, "page", String(to)),
    displayText: say(label, language),
  });
  const buttons = (pages[page] ?? []).map((item): QuickAction => {
    const label = say(item.label, language);
    return {
      type: "postback",
      label,
      data: actData(draft.conversationId, stepId, verb, item.key),
      displayText: label,
    };
  });
  if (page + 1 < pages.length) buttons.push(turn(page + 1, BUTTONS.more));
  if (page > 0) buttons.push(turn(page - 1, BUTTONS.fewer));
  return buttons;
}

/** The page a typed 次の候補 or 前の候補 turns to; null: nothing of the kind, or there is no such page. */
export function typedPage(text: string, page: number, items: readonly Item[]): number | null {
  const typed = fold(text);
  const says = (label: LocalText) => everyWording(label).map(fold).includes(typed);
  const to = says(BUTTONS.more) ? page + 1 : says(BUTTONS.fewer) ? page - 1 : -1;
  return to >= 0 && to < pagesOf(items).length ? to : null;
}

/** A numbered list, for those who type and for LINE on a computer, which shows no quick replies. */
export const itemList = (items: readonly Item[], language: Language): string =>
  items.map((item, i) => `${i + 1}. ${say(item.label, language)}`).join("\n");

/** The item that typed words name: its number, its label in any language, another word for it, or a part of one label. */
export function matchItem(text: string, items: readonly Item[]): Item | null {
  const typed = fold(text);
  if (typed === "") return null;
  const number = /^(\d{1,2})(?:番|ばん)?$/.exec(typed);
  if (number) return items[Number(number[1]) - 1] ?? null;
  const names = (item: Item) => [...everyWording(item.label), ...(item.also ?? [])].map(fold);
  const exact = items.find((item) => names(item).includes(typed));
  if (exact) return exact;
  if ([...typed].length < 2) return null;
  const near = items.filter((item) => names(item).some((name) => name.includes(typed)));
  return near.length === 1 ? (near[0] ?? null) : null;
}
