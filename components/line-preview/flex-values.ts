/** Sizes and colours of Flex in pixels and CSS. Source: LINE Messaging API documentation, "Flex Message layout". */
const SPACE: Record<string, number> = { none: 0, xs: 2, sm: 4, md: 8, lg: 12, xl: 16, xxl: 20 };
export const TEXT: Record<string, number> = {
  xxs: 11,
  xs: 13,
  sm: 14,
  md: 16,
  lg: 19,
  xl: 22,
  xxl: 29,
  "3xl": 35,
  "4xl": 48,
  "5xl": 74,
};
export const IMAGE: Record<string, number> = {
  xxs: 40,
  xs: 60,
  sm: 80,
  md: 100,
  lg: 120,
  xl: 140,
  xxl: 160,
  "3xl": 180,
  "4xl": 200,
  "5xl": 220,
};
export const BORDER: Record<string, string> = {
  none: "0",
  light: "0.5px",
  normal: "1px",
  medium: "2px",
  "semi-bold": "3px",
  bold: "4px",
};
/** Widths of whole bubbles in px. */
export const BUBBLE_WIDTH = {
  nano: 120,
  micro: 160,
  deca: 220,
  hecto: 241,
  kilo: 260,
  mega: 300,
  giga: 386,
} as const;

const LENGTH = /^-?\d{1,4}(\.\d{1,3})?(px|%)$/;
const COLOR = /^#[0-9a-f]{6}([0-9a-f]{2})?$/i;

/** `12px`, `50%` or a keyword of the table; anything else (expressions, url(), var()) is left out. */
export function length(value: unknown, table: Record<string, number> = SPACE): string | undefined {
  if (typeof value !== "string") return undefined;
  if (Object.hasOwn(table, value)) return `${table[value]}px`;
  return LENGTH.test(value) ? value : undefined;
}

/** #RRGGBB or #RRGGBBAA, as LINE takes it; nothing else reaches a style attribute. */
export const color = (value: unknown): string | undefined =>
  typeof value === "string" && COLOR.test(value) ? value : undefined;
