import { z } from "zod";
import { LINE_GENDERS } from "./messages";
import type { Bars, LineDemographic } from "./view";

const percent = z.number().min(0).max(100);
/** LINE's answer (insight/demographic): its own guess, in percent, some three days old. */
const told = z.object({
  available: z.literal(true),
  genders: z.array(z.object({ gender: z.string(), percentage: percent })),
  ages: z.array(z.object({ age: z.string(), percentage: percent })),
  areas: z.array(z.object({ area: z.string(), percentage: percent })),
});

/** `from20to24` → 20〜24歳, `from50` → 50歳以上, as LINE names its age groups. */
function ageLabel(age: string): string {
  const [, from, to] = /^from(\d+)(?:to(\d+))?$/.exec(age) ?? [];
  if (from === undefined) return LINE_GENDERS.unknown;
  return to === undefined ? `${from}歳以上` : `${from}〜${to}歳`;
}
/** LINE names areas in Japanese, but for those it does not know. */
const areaLabel = (area: string): string => (area === "unknown" ? LINE_GENDERS.unknown : area);
const isGender = (name: string): name is keyof typeof LINE_GENDERS => Object.hasOwn(LINE_GENDERS, name);

const bars = (rows: readonly { key: string; label: string; percentage: number }[]): Bars => ({
  unit: "%",
  rough: false,
  bars: rows.map(({ key, label, percentage }) => ({
    key,
    label,
    now: percentage,
    before: null,
    share: null, // the number is the share
  })),
});

/** Null while LINE does not tell: too few friends. */
export function readDemographic(day: string, stored: unknown): LineDemographic {
  const parsed = told.safeParse(stored);
  if (!parsed.success) return null;
  const { genders, ages, areas } = parsed.data;
  return {
    day,
    genders: bars(
      genders.map(({ gender, percentage }) => ({
        key: gender,
        label: isGender(gender) ? LINE_GENDERS[gender] : gender,
        percentage,
      })),
    ),
    ages: bars(ages.map(({ age, percentage }) => ({ key: age, label: ageLabel(age), percentage }))),
    areas: bars(areas.map(({ area, percentage }) => ({ key: area, label: areaLabel(area), percentage }))),
  };
}
