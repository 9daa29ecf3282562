"use server";

import "server-only";
import { staffAction } from "@/lib/auth/action";
import { pauseBroadcast, releaseNow, resumeBroadcast, stopBroadcast, undo } from "./commands";
import { deedInput } from "./schema";

export const undoBroadcastAction = staffAction("broadcast.control", deedInput, undo);
export const releaseBroadcastAction = staffAction("broadcast.approve", deedInput, releaseNow);
export const pauseBroadcastAction = staffAction("broadcast.control", deedInput, pauseBroadcast);
export const resumeBroadcastAction = staffAction("broadcast.control", deedInput, resumeBroadcast);
export const stopBroadcastAction = staffAction("broadcast.control", deedInput, stopBroadcast);
