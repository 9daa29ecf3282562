"use server";

import "server-only";
import { staffAction } from "@/lib/auth/action";
import {
  approve,
  approveAfter,
  objectAfter,
  returnDraft,
  submitForApproval,
  withdraw,
} from "./approval/commands";
import { copyBroadcast, correctBroadcast, createDraft, saveDraft } from "./draft/commands";
import { explainBroadcast } from "./explain/commands";
import { checkLinks } from "./links/commands";
import { cancelBroadcast, schedule, sendEmergency, unschedule } from "./release/commands";
import {
  approveInput,
  cancelInput,
  correctInput,
  createDraftInput,
  emergencyInput,
  explainInput,
  onlyId,
  returnInput,
  saveDraftInput,
  scheduleInput,
  submitInput,
  testInput,
} from "./schema";
import { handedOver } from "./store";
import { sendTest } from "./try/commands";

export const createDraftAction = staffAction("broadcast.write", createDraftInput, createDraft);
export const saveDraftAction = staffAction("broadcast.write", saveDraftInput, saveDraft);
export const submitBroadcastAction = staffAction("broadcast.write", submitInput, submitForApproval);
export const withdrawBroadcastAction = staffAction("broadcast.write", onlyId, withdraw);
export const approveBroadcastAction = staffAction("broadcast.approve", approveInput, approve);
export const returnBroadcastAction = staffAction("broadcast.approve", returnInput, returnDraft);
export const approveAfterAction = staffAction("broadcast.approve", approveInput, approveAfter);
export const objectAfterAction = staffAction("broadcast.approve", returnInput, objectAfter);
export const scheduleBroadcastAction = staffAction("broadcast.control", scheduleInput, handedOver(schedule));
export const unscheduleBroadcastAction = staffAction("broadcast.control", onlyId, unschedule);
export const cancelBroadcastAction = staffAction("broadcast.control", cancelInput, cancelBroadcast);
export const sendEmergencyAction = staffAction(
  "broadcast.emergency",
  emergencyInput,
  handedOver(sendEmergency),
);
export const copyBroadcastAction = staffAction("broadcast.write", onlyId, copyBroadcast);
export const correctBroadcastAction = staffAction("broadcast.write", correctInput, correctBroadcast);
export const checkLinksAction = staffAction("broadcast.control", onlyId, checkLinks);
export const explainBroadcastAction = staffAction("broadcast.control", explainInput, explainBroadcast);
export const sendTestAction = staffAction("broadcast.control", testInput, handedOver(sendTest));
