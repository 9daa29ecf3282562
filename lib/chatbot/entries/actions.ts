"use server";

import "server-only";
import { staffAction } from "@/lib/auth/action";
import { removeEntry, revertEntry, saveContent, saveEntry } from "./commands";
import { removeEntryInput, revertEntryInput, saveContentInput, saveEntryInput } from "./schema";

export const saveEntryAction = staffAction("bot.write", saveEntryInput, saveEntry);
export const removeEntryAction = staffAction("bot.write", removeEntryInput, removeEntry);
export const revertEntryAction = staffAction("bot.write", revertEntryInput, revertEntry);
export const saveContentAction = staffAction("bot.write", saveContentInput, saveContent);
