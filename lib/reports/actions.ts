"use server";

import "server-only";
import { staffAction } from "@/lib/auth/action";
import { addNote, assignReport, placeReport, setPriority } from "./casework/commands";
import { changeReportStatus, sendMessageToResident } from "./commands";
import { hidePhoto } from "./photos/commands";
import {
  assignInput,
  changeStatusInput,
  hidePhotoInput,
  noteInput,
  placeInput,
  priorityInput,
  sendMessageInput,
} from "./schema";
import { announced } from "./store";

export const changeReportStatusAction = staffAction(
  "report.change-status",
  changeStatusInput,
  announced(changeReportStatus),
);
export const sendMessageAction = staffAction(
  "report.message",
  sendMessageInput,
  announced(sendMessageToResident),
);
export const assignReportAction = staffAction("report.assign", assignInput, announced(assignReport));
export const setPriorityAction = staffAction("report.assign", priorityInput, announced(setPriority));
export const addNoteAction = staffAction("report.note", noteInput, announced(addNote));
export const placeReportAction = staffAction("report.place", placeInput, announced(placeReport));
export const hidePhotoAction = staffAction("photo.hide", hidePhotoInput, announced(hidePhoto));
