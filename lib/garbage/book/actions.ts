"use server";

import "server-only";
import { staffAction } from "@/lib/auth/action";
import {
  deleteArea,
  deleteCategory,
  deleteExtra,
  deleteItem,
  deleteKind,
  deleteSuspension,
  saveArea,
  saveCategory,
  saveExtra,
  saveItem,
  saveKind,
  savePutOutBy,
  saveSuspension,
} from "./commands";
import {
  areaGone,
  areaInput,
  categoryGone,
  categoryInput,
  dayGone,
  extraInput,
  itemGone,
  itemInput,
  kindGone,
  kindInput,
  putOutByInput,
  suspensionInput,
} from "./schema";

const PAGE = { revalidate: ["/garbage"] };

export const saveGarbageItemAction = staffAction("bot.write", itemInput, saveItem, PAGE);
export const deleteGarbageItemAction = staffAction("bot.write", itemGone, deleteItem, PAGE);
export const saveGarbageCategoryAction = staffAction("bot.write", categoryInput, saveCategory, PAGE);
export const deleteGarbageCategoryAction = staffAction("bot.write", categoryGone, deleteCategory, PAGE);
export const saveGarbageAreaAction = staffAction("bot.write", areaInput, saveArea, PAGE);
export const deleteGarbageAreaAction = staffAction("bot.write", areaGone, deleteArea, PAGE);
export const saveGarbageKindAction = staffAction("bot.write", kindInput, saveKind, PAGE);
export const deleteGarbageKindAction = staffAction("bot.write", kindGone, deleteKind, PAGE);
export const saveGarbageSuspensionAction = staffAction("bot.write", suspensionInput, saveSuspension, PAGE);
export const deleteGarbageSuspensionAction = staffAction("bot.write", dayGone, deleteSuspension, PAGE);
export const saveGarbageExtraAction = staffAction("bot.write", extraInput, saveExtra, PAGE);
export const deleteGarbageExtraAction = staffAction("bot.write", dayGone, deleteExtra, PAGE);
export const savePutOutByAction = staffAction("bot.write", putOutByInput, savePutOutBy, PAGE);
