"use server";

import "server-only";
import { staffAction } from "@/lib/auth/action";
import { armChannel, resumeChannel } from "./channel/commands";
import { pauseBroadcast, releaseNow, resumeBroadcast, stopBroadcast, undo } from "./commands";
import { appArmFile, telling } from "./desk/store";
import { deedInput, nothingInput } from "./schema";

const BROADCASTS = { revalidate: (done: { id: string }) => ["/broadcasts", `/broadcasts/${done.id}`, "/"] };
const CHANNEL = { revalidate: ["/channel", "/"] };

export const releaseNowAction = staffAction("broadcast.approve", deedInput, telling(releaseNow), BROADCASTS);
export const undoAction = staffAction("broadcast.control", deedInput, telling(undo), BROADCASTS);
export const pauseBroadcastAction = staffAction(
  "broadcast.control",
  deedInput,
  telling(pauseBroadcast, { halts: true }),
  BROADCASTS,
);
export const resumeBroadcastAction = staffAction(
  "broadcast.control",
  deedInput,
  telling(resumeBroadcast),
  BROADCASTS,
);
export const stopBroadcastAction = staffAction(
  "broadcast.control",
  deedInput,
  telling(stopBroadcast, { halts: true }),
  BROADCASTS,
);
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
