import { SPOKEN, type Spoken } from "@/db/enums";

export type TrialSearch = { text: string; which: "draft" | "live"; language: Spoken };

const TEXT_MAX = 500;

/** The address of 試す, read; what is unknown in it counts as not said. */
export function parseTrialSearch(source: Record<string, string | string[] | undefined>): TrialSearch {
  const one = (name: string) => {
    const value = source[name];
    return (Array.isArray(value) ? value[0] : value) ?? "";
  };
  return {
    text: one("q").slice(0, TEXT_MAX).trim(),
    which: one("of") === "live" ? "live" : "draft",
    language: SPOKEN.find((spoken) => spoken === one("lang")) ?? "ja",
  };
}

export function trialHref({ text, which, language }: TrialSearch): string {
  const query = new URLSearchParams();
  if (text !== "") query.set("q", text.slice(0, TEXT_MAX));
  if (which !== "draft") query.set("of", which);
  if (language !== "ja") query.set("lang", language);
  return query.size > 0 ? `/bot/try?${query}` : "/bot/try";
}
