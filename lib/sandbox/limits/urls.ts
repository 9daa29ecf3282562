import { type Fields, type Findings, note, textAt } from "./findings";

/** Addresses have to be percent-encoded: anything outside printable ASCII, or a space, is refused. */
const ENCODED = /^[\x21-\x7e]+$/;
const TEL = /^tel:[0-9+*#-]+$/;

const isAbsoluteUrl = (text: string): boolean => ENCODED.test(text) && URL.canParse(text);

/** The https address of a picture, video or sound. */
export function httpsAt(
  f: Findings,
  from: Fields,
  path: string,
  key: string,
  rule: { required: boolean; max?: number },
): void {
  const value = textAt(f, from, path, key, { max: rule.max ?? 2000, required: rule.required });
  if (value === null) return;
  if (!isAbsoluteUrl(value)) note(f, `${path}${key}`, "invalid uri");
  else if (new URL(value).protocol !== "https:") note(f, `${path}${key}`, "invalid uri scheme");
}

/** The address that a tap opens: http, https, line or tel. */
export function linkAt(
  f: Findings,
  from: Fields,
  path: string,
  key: string,
  rule: { required: boolean; schemes?: readonly string[] },
): void {
  const value = textAt(f, from, path, key, { max: 1000, required: rule.required });
  if (value === null) return;
  if (!isAbsoluteUrl(value)) {
    note(f, `${path}${key}`, "invalid uri");
    return;
  }
  const scheme = new URL(value).protocol;
  if (!(rule.schemes ?? ["http:", "https:", "line:", "tel:"]).includes(scheme)) {
    note(f, `${path}${key}`, "invalid uri scheme");
  } else if (scheme === "tel:" && !TEL.test(value)) {
    note(f, `${path}${key}`, "invalid uri");
  }
}
