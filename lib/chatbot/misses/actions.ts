"use server";

import "server-only";
import { staffAction } from "@/lib/auth/action";
import { leaveMisses, reopenMisses, teachWords } from "./commands";
import { findTargetsInput, leaveInput, reopenInput, teachInput } from "./schema";
import { searchTargets } from "./target/commands";

export const teachWordsAction = staffAction("bot.write", teachInput, teachWords);
export const leaveMissesAction = staffAction("bot.write", leaveInput, leaveMisses);
export const reopenMissesAction = staffAction("bot.write", reopenInput, reopenMisses);
export const searchTargetsAction = staffAction("bot.write", findTargetsInput, searchTargets);
