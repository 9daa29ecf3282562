"use server";

import "server-only";
import { staffAction } from "@/lib/auth/action";
import { discardDraft, publishBook, rollBackBook } from "./commands";
import { compareWithLive } from "./compare/commands";
import { compareInput, discardInput, publishInput, rollBackInput } from "./schema";
import { served } from "./store";

export const publishBookAction = staffAction("bot.publish", publishInput, served(publishBook));
export const rollBackBookAction = staffAction("bot.publish", rollBackInput, served(rollBackBook));
export const discardDraftAction = staffAction("bot.write", discardInput, discardDraft);
export const compareWithLiveAction = staffAction("bot.view", compareInput, compareWithLive);
