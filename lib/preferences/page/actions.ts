"use server";

import "server-only";
import { friendAction, publicAction } from "@/lib/auth/action";
import { changeSetting, enterSettings, readSettings } from "./commands";
import { changeSchema, enterSchema, readSchema } from "./schema";

/** An address may be a whole apartment block's, or a carrier's. */
export const enterSettingsAction = publicAction(
  "settings",
  enterSchema,
  enterSettings,
  { points: 300, seconds: 60 },
  "residents",
);
export const readSettingsAction = friendAction(readSchema, readSettings);
export const changeSettingAction = friendAction(changeSchema, changeSetting);
