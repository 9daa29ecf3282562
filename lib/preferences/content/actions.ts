"use server";

import "server-only";
import { staffAction } from "@/lib/auth/action";
import {
  archiveInterest,
  archiveOption,
  moveInterest,
  moveOption,
  moveQuestion,
  restoreInterest,
  restoreOption,
  saveInterest,
  saveOption,
  saveQuestion,
} from "./commands";
import {
  interestKeySchema,
  interestSchema,
  moveInterestSchema,
  moveOptionSchema,
  moveQuestionSchema,
  optionKeySchema,
  optionSchema,
  questionSchema,
} from "./schema";

const PAGE = { revalidate: ["/preferences"] };

export const saveInterestAction = staffAction("content.manage", interestSchema, saveInterest, PAGE);
export const moveInterestAction = staffAction("content.manage", moveInterestSchema, moveInterest, PAGE);
export const archiveInterestAction = staffAction("content.manage", interestKeySchema, archiveInterest, PAGE);
export const restoreInterestAction = staffAction("content.manage", interestKeySchema, restoreInterest, PAGE);
export const saveQuestionAction = staffAction("content.manage", questionSchema, saveQuestion, PAGE);
export const moveQuestionAction = staffAction("content.manage", moveQuestionSchema, moveQuestion, PAGE);
export const saveOptionAction = staffAction("content.manage", optionSchema, saveOption, PAGE);
export const moveOptionAction = staffAction("content.manage", moveOptionSchema, moveOption, PAGE);
export const archiveOptionAction = staffAction("content.manage", optionKeySchema, archiveOption, PAGE);
export const restoreOptionAction = staffAction("content.manage", optionKeySchema, restoreOption, PAGE);
