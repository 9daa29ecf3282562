"use server";

import "server-only";
import { staffAction } from "@/lib/auth/action";
import { archiveSegment, explainReach, saveSegment, weighAudience } from "./commands";
import { archiveSegmentInput, countInput, explainInput, saveSegmentInput } from "./schema";

const PAGES = { revalidate: ["/segments"] };

export const countAudienceAction = staffAction("broadcast.control", countInput, weighAudience);
export const explainReachAction = staffAction("broadcast.write", explainInput, explainReach);
export const saveSegmentAction = staffAction("broadcast.write", saveSegmentInput, saveSegment, PAGES);
export const archiveSegmentAction = staffAction(
  "broadcast.write",
  archiveSegmentInput,
  archiveSegment,
  PAGES,
);
