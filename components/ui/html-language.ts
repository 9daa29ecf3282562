import type { Spoken } from "@/db/enums";

/** For `lang`: やさしい日本語 is Japanese. */
export const htmlLanguage = (spoken: Spoken): string => (spoken === "easy" ? "ja" : spoken);
