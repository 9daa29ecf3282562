import { CONTENT_LIMITS } from "./block";

/** LINE wants addresses percent-encoded: printable ASCII and no space. */
const ENCODED = /^[\x21-\x7e]+$/;
const TEL = /^tel:[0-9+*#-]+$/;

export type LinkProblem =
  | { code: "empty" | "link-broken" | "link-not-https" }
  | { code: "too-long"; limit: number; actual: number };

/** What a tap may open: https, or a phone number. LINE would take http too; a city's page has no reason to. */
export function checkLink(uri: string, limit: number = CONTENT_LIMITS.uri): LinkProblem | null {
  if (uri.trim() === "") return { code: "empty" };
  if (uri.length > limit) return { code: "too-long", limit, actual: uri.length };
  if (TEL.test(uri)) return null;
  if (!ENCODED.test(uri) || !URL.canParse(uri)) return { code: "link-broken" };
  const { protocol, hostname } = new URL(uri);
  if (protocol === "tel:") return { code: "link-broken" };
  if (protocol !== "https:") return { code: "link-not-https" };
  return hostname.includes(".") ? null : { code: "link-broken" };
}
