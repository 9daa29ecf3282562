import type { AskedBy, BotCommand, BotCommands, GarbageAnswer } from "@/lib/chatbot/seam";
import type { Ctx } from "@/lib/core/context";
import { clock, isoDate } from "@/lib/core/time";
import { say } from "@/lib/scenarios/language";
import { answerTo, changeOf, countedAs } from "./answer";
import { applyChange } from "./commands";
import { itemCard } from "./item-card";
import { type Operation, readOperationData } from "./operation";
import { findLiveIds, type LiveIds, readBooks, readChoice } from "./queries";
import { type Books, NO_CHOICE, type Scene } from "./scene";
import { readTyped } from "./typed";

type Garbage = {
  answer: GarbageAnswer;
  commands: BotCommands;
  books: (ctx: Ctx) => Promise<Books>;
};

/**
 * The garbage calendar for one process. A published version never changes: what was read once is kept until other
 * versions are live, so that an answer costs one small query.
 */
export function createGarbage(): Garbage {
  let held: { ids: LiveIds; books: Books } | undefined;
  return garbageOf(async (ctx) => {
    const ids = await findLiveIds(ctx);
    if (held?.ids.garbage === ids.garbage && held.ids.calendar === ids.calendar) return held.books;
    const books = await readBooks(ctx, ids);
    held = { ids, books };
    return books;
  });
}

/** All that is answered from these books, the live ones or those of a draft that somebody tries. */
export function garbageOf(booksNow: Garbage["books"]): Garbage {
  const sceneOf = async (ctx: Ctx, by: AskedBy): Promise<Scene> => {
    const books = await booksNow(ctx);
    const choice =
      by.friendId === null
        ? NO_CHOICE
        : await readChoice(ctx, { friendId: by.friendId, calendar: books.calendar });
    return { books, choice, language: by.language, today: isoDate(by.at), time: clock(by.at) };
  };

  const take = async (ctx: Ctx, operation: Operation, by: AskedBy) => {
    const scene = await sceneOf(ctx, by);
    const change = changeOf(operation, scene);
    if (change === null) return answerTo(operation, scene, false);
    if (by.friendId === null) {
      // Staff who try it: what they chose holds for this one answer.
      const area =
        change.kind === "area"
          ? (scene.books.calendar.areas.find((one) => one.key === change.areaKey) ?? null)
          : null;
      return answerTo(operation, { ...scene, choice: { ...NO_CHOICE, area } }, false);
    }
    const isTaken = await applyChange(ctx, { friendId: by.friendId, change, at: by.at });
    return answerTo(operation, await sceneOf(ctx, by), !isTaken);
  };

  const commandOf = (operation: Operation | null): BotCommand | null =>
    operation && { asked: countedAs(operation), answer: (ctx, by) => take(ctx, operation, by) };

  return {
    books: booksNow,
    answer: async (ctx, entry, by) => [itemCard(await sceneOf(ctx, by), entry)],
    commands: {
      typed: (text) => commandOf(readTyped(text)),
      tapped: (data, params) => commandOf(readOperationData(data, params)),
      categoryName: async (ctx, key, by) => {
        const category = (await booksNow(ctx)).categories.find((one) => one.key === key);
        return category ? say(category.label, by.language) : key;
      },
    },
  };
}
