import { clock, isoDate, longDate, shortDate, toTokyo } from "@/lib/core/time";

/** An instant as staff read it in a list: 今日 14:05, 11月20日(金) 14:05, or with the year when it is another one. */
export function moment(at: Date, now: Date): string {
  if (isoDate(at) === isoDate(now)) return `今日 ${clock(at)}`;
  const day = toTokyo(at).year === toTokyo(now).year ? shortDate(at) : longDate(at);
  return `${day} ${clock(at)}`;
}
