import { rememberByStamp } from "@/lib/chatbot/desk/store";
import type { Library } from "@/lib/chatbot/library";
import { createGarbage } from "@/lib/garbage/resident/store";

/** The live garbage books of this process, as its answers need them. */
export const garbageNow = createGarbage();

/** Libraries by what they were made of: the draft's and the live one's. */
export const rememberLibrary = rememberByStamp<Library>();
