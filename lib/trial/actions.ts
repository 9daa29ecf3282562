"use server";

import "server-only";
import { staffAction } from "@/lib/auth/action";
import { tryBot } from "./commands";
import { tryInput } from "./schema";

export const tryBotAction = staffAction("bot.view", tryInput, tryBot);
