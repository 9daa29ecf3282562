const CLOCK = /^(\d{1,2})(?::|時)?(\d{2})?分?$/;

/** A typed time of day as `09:05`; null when it is none. Reads 9:05, 0905, 9時05分, 9時 and full-width digits. */
export function readClock(typed: string): string | null {
  const match = CLOCK.exec(typed.normalize("NFKC").replace(/\s/g, ""));
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
