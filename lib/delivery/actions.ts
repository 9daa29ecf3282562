"use server";

import "server-only";
import { staffAction } from "@/lib/auth/action";
import { armChannel, resumeChannel } from "./channel/commands";
import { pauseBroadcast, releaseNow, resumeBroadcast, stopBroadcast, undo } from "./commands";
import { appArmFile, telling } from "./desk/store";
import { deedInput, nothingInput } from "./schema";

const HALTS = { halts: true };
const CHANNEL = { revalidate: ["/channel", "/"] };

export const undoBroadcastAction = staffAction("broadcast.control", deedInput, telling(undo));
export const releaseBroadcastAction = staffAction("broadcast.approve", deedInput, telling(releaseNow));
export const pauseBroadcastAction = staffAction(
  "broadcast.control",
  deedInput,
  telling(pauseBroadcast, HALTS),
);
export const resumeBroadcastAction = staffAction("broadcast.control", deedInput, telling(resumeBroadcast));
export const stopBroadcastAction = staffAction("broadcast.control", deedInput, telling(stopBroadcast, HALTS));
export const armChannelAction = staffAction(
  "channel.manage",
  nothingInput,
  telling(armChannel(appArmFile)),
  CHANNEL,
);
export const resumeChannelAction = staffAction(
  "channel.manage",
  nothingInput,
  telling(resumeChannel),
  CHANNEL,
);
