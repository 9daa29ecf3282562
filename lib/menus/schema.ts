import { z } from "zod";
import { MENU_MODES } from "@/db/enums";
import { menuContent } from "./plan";

const mode = z.enum(MENU_MODES);
/** The draft as the page showed it. Every draft begins at revision 1, so that only its id tells it from one begun since. */
const draft = z.object({ id: z.number().int().min(1), revision: z.number().int().min(1) });

export const saveDraftInput = z.object({ mode, draft: draft.nullable(), content: menuContent });
export const draftInput = z.object({ mode, draft });
/** `draft`: what gives way to the version. */
export const versionInput = z.object({ id: z.number().int().min(1), draft: draft.nullable() });
export const switchInput = z.object({ to: mode });
export const nothingInput = z.object({});
/** What a preview is drawn from: as it is being typed. */
export const previewInput = z.object({ mode, tab: z.number().int().min(0).max(2), content: menuContent });
