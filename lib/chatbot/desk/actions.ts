"use server";

import "server-only";
import { staffAction } from "@/lib/auth/action";
import { checkOverlaps } from "./commands";
import { overlapsInput } from "./schema";

export const checkOverlapsAction = staffAction("bot.view", overlapsInput, checkOverlaps);
