import { toTokyo } from "@/lib/core/time";

/** Hours in which phones should not ring for routine news: from 21:00 to 7:00 in Tokyo. */
const FROM_HOUR = 21;
const UNTIL_HOUR = 7;

const isQuietHour = (hour: number): boolean => hour >= FROM_HOUR || hour < UNTIL_HOUR;
export const isQuietAt = (at: Date): boolean => isQuietHour(toTokyo(at).hour);
/** `21:30` */
export const isQuietTime = (time: string): boolean => isQuietHour(Number(time.slice(0, 2)));
