/**
 * Japanese public holidays, computed from 国民の祝日に関する法律 as it stands since 2022 (no Olympic moves). The two
 * equinoxes follow 国立天文台's formula for 1980–2099; each year's own are announced in 官報 in February of the year before.
 */
type Day = { year: number; month: number; day: number };

const utc = ({ year, month, day }: Day) => new Date(Date.UTC(year, month - 1, day));
const weekday = (day: Day) => utc(day).getUTCDay();
const isoOf = (at: Date) => at.toISOString().slice(0, 10);
const iso = (day: Day) => isoOf(utc(day));

function nthMonday(year: number, month: number, n: number): Day {
  const first = weekday({ year, month, day: 1 });
  return { year, month, day: 1 + ((8 - first) % 7) + (n - 1) * 7 };
}

const equinox = (year: number, base: number) =>
  Math.floor(base + 0.242194 * (year - 1980) - Math.floor((year - 1980) / 4));

function named(year: number): Map<string, string> {
  const fixed: [number, number, string][] = [
    [1, 1, "元日"],
    [2, 11, "建国記念の日"],
    [2, 23, "天皇誕生日"],
    [3, equinox(year, 20.8431), "春分の日"],
    [4, 29, "昭和の日"],
    [5, 3, "憲法記念日"],
    [5, 4, "みどりの日"],
    [5, 5, "こどもの日"],
    [8, 11, "山の日"],
    [9, equinox(year, 23.2488), "秋分の日"],
    [11, 3, "文化の日"],
    [11, 23, "勤労感謝の日"],
  ];
  const days = new Map(fixed.map(([month, day, name]) => [iso({ year, month, day }), name]));
  days.set(iso(nthMonday(year, 1, 2)), "成人の日");
  days.set(iso(nthMonday(year, 7, 3)), "海の日");
  days.set(iso(nthMonday(year, 9, 3)), "敬老の日");
  days.set(iso(nthMonday(year, 10, 2)), "スポーツの日");
  return days;
}

const DAY_MS = 86_400_000;

/** `2026-09-22` → `国民の休日`, for every holiday of the year. */
export function holidaysOf(year: number): Map<string, string> {
  const days = named(year);
  const found = new Map(days);
  for (const date of days.keys()) {
    // 第3条第2項: a holiday on a Sunday moves on to the next day that is none.
    let at = new Date(`${date}T00:00:00Z`);
    if (at.getUTCDay() === 0) {
      do at = new Date(at.getTime() + DAY_MS);
      while (days.has(isoOf(at)));
      found.set(isoOf(at), "振替休日");
    }
    // 第3条第3項: a day between two holidays is one too.
    const between = new Date(new Date(`${date}T00:00:00Z`).getTime() + DAY_MS);
    const after = new Date(between.getTime() + DAY_MS);
    if (days.has(isoOf(after)) && !days.has(isoOf(between)) && !found.has(isoOf(between)))
      found.set(isoOf(between), "国民の休日");
  }
  return found;
}

/** The name of the holiday on that civil date, or null. */
export const holidayOn = (date: string): string | null =>
  holidaysOf(Number(date.slice(0, 4))).get(date) ?? null;
