"use server";

import "server-only";
import { staffAction } from "@/lib/auth/action";
import { appArmFile } from "@/lib/delivery/desk/store";
import { discardDraft, publishDraft, repairMenu, restoreVersion, saveDraft, switchMenu } from "./commands";
import { drawPreview } from "./preview-gateway";
import { draftInput, nothingInput, previewInput, saveDraftInput, switchInput, versionInput } from "./schema";
import { waking } from "./store";

const PAGES = { revalidate: ["/menu", "/menu/normal", "/menu/disaster"] };

export const saveMenuDraftAction = staffAction("content.manage", saveDraftInput, saveDraft);
export const discardMenuDraftAction = staffAction("content.manage", draftInput, discardDraft, PAGES);
export const restoreMenuVersionAction = staffAction("content.manage", versionInput, restoreVersion, PAGES);
export const previewMenuAction = staffAction("content.manage", previewInput, drawPreview);
export const publishMenuAction = staffAction(
  "content.manage",
  draftInput,
  waking(publishDraft(appArmFile)),
  PAGES,
);
export const switchMenuAction = staffAction(
  "menu.switch",
  switchInput,
  waking(switchMenu(appArmFile)),
  PAGES,
);
export const repairMenuAction = staffAction(
  "menu.switch",
  nothingInput,
  waking(repairMenu(appArmFile)),
  PAGES,
);
