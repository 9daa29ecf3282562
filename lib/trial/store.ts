import { rememberByStamp } from "@/lib/chatbot/desk/store";
import type { Library } from "@/lib/chatbot/library";

/** Libraries by what they were made of: the draft's and the live one's. */
export const rememberLibrary = rememberByStamp<Library>();
