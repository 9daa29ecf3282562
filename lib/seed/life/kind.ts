import type { ReportSource, ReportStatus } from "@/db/enums";
import type { SceneName } from "../scenes/all";
import type { HourShape } from "./hours";
import type { ThemeKey } from "./themes";

/** Option keys by step id; with weights where several will do. Steps that are not named take any option that goes on. */
export type Choices = Record<string, string | readonly (readonly [string, number])[]>;

/** One kind of report: how often, when, what is answered, how it is worked, how it ends. */
export type Kind = {
  key: string;
  theme: ThemeKey;
  /** Reports a day on an ordinary day. */
  perDay: number;
  hours: HourShape;
  /** Rain brings more of it. */
  rain?: boolean;
  /** Rain brings nothing but this: other days have none. */
  choices: Choices;
  /** Working days to the first look and to the end: median and 90th percentile. */
  look: readonly [number, number];
  fix: readonly [number, number];
  near: readonly SceneName[];
  far: readonly SceneName[];
  /** Share with a photo at all; the rest have none. */
  photos: number;
  ends: readonly (readonly [ReportStatus, number])[];
  place: "street" | "park" | "river" | "station";
};

/** Residents who use LINE, and what staff type in for those who call, come or write. */
export const SOURCES: readonly (readonly [ReportSource, number])[] = [
  ["line", 78],
  ["phone", 16],
  ["counter", 4],
  ["mail", 2],
];

/** How cases end when nothing special is known of the kind. */
export const USUAL_ENDS: readonly (readonly [ReportStatus, number])[] = [
  ["done", 74],
  ["referred", 11],
  ["not_needed", 9],
  ["duplicate", 6],
];
