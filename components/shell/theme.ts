export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Not secret and not the session's: read by the layout, written by the browser. */
export const THEME_COOKIE = "madoguchi.theme";

export const parseTheme = (value: string | undefined): Theme =>
  THEMES.find((theme) => theme === value) ?? "system";
