"use server";

import "server-only";
import { staffAction } from "@/lib/auth/action";
import { discardDraft, publishBook, rollBackBook } from "./commands";
import { compareWithLive } from "./compare/commands";
import { compareInput, discardInput, publishInput, rollBackInput } from "./schema";

export const publishBookAction = staffAction("bot.publish", publishInput, publishBook);
export const rollBackBookAction = staffAction("bot.publish", rollBackInput, rollBackBook);
export const discardDraftAction = staffAction("bot.write", discardInput, discardDraft);
export const compareWithLiveAction = staffAction("bot.view", compareInput, compareWithLive);
