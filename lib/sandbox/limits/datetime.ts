export type PickerMode = "date" | "time" | "datetime";

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

function isDate(text: string): boolean {
  const parts = DATE.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const made = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year <= 2100 && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}

/** `2017-06-18`, `06:15`, `2017-06-18T06:15` (or with a small t), 1900-01-01 to 2100-12-31, no time zone. */
export function isPickerValue(mode: PickerMode, text: string): boolean {
  if (mode === "date") return isDate(text);
  if (mode === "time") return TIME.test(text);
  const [date = "", time = "", ...rest] = text.split(/[Tt]/);
  return rest.length === 0 && isDate(date) && TIME.test(time);
}
