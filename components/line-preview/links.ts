import { withoutTail } from "@/lib/core/text";

/** Where an address leads, after its scheme was checked. Everything but these is never made into a link. */
export type Target =
  | { kind: "web"; href: string }
  | { kind: "phone"; number: string }
  | { kind: "app" } // line:// and the like: opens another part of the app, which this preview is not
  | { kind: "refused" };

const PHONE = /^[0-9+*#][0-9*#()-]{1,19}$/;

/** Checks the scheme of an address that a person or a program wrote. `javascript:`, `data:` and the rest are refused. */
export function checkUri(uri: string): Target {
  const trimmed = uri.trim();
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(trimmed)?.[1]?.toLowerCase();
  if (scheme === "tel") {
    const number = decodeNumber(trimmed.slice(4));
    return PHONE.test(number) ? { kind: "phone", number } : { kind: "refused" };
  }
  if (scheme === "line") return { kind: "app" };
  if ((scheme === "https" || scheme === "http") && URL.canParse(trimmed)) {
    const url = new URL(trimmed);
    // user@host is how a link pretends to be another site.
    return url.username || url.password ? { kind: "refused" } : { kind: "web", href: url.href };
  }
  return { kind: "refused" };
}

/** `%23` is how a `#9910` is written in an address; a broken escape leaves the number as it is. */
function decodeNumber(raw: string): string {
  return raw.replace(/^\/+/, "").replace(/%23/gi, "#").replace(/%2a/gi, "*");
}

export type Segment = { kind: "text"; text: string } | { kind: "link"; text: string; target: Target };

const URL_PART = String.raw`https?://[^\s<>"'「」『』（）()［］、。，．！？\u0000-\u001f]+`;
const PHONE_PART = String.raw`(?<![0-9A-Za-z.,/_+-])(?:0\d{1,4}-\d{1,4}-\d{3,4}|0\d{9,10}|#\d{4})(?![0-9A-Za-z-])`;
const LINKABLE = new RegExp(`(${URL_PART})|(${PHONE_PART})`, "g");

/** A text cut into plain parts and links, as talk apps do it: web addresses and telephone numbers. */
export function linkify(text: string): Segment[] {
  const out: Segment[] = [];
  let end = 0;
  const plain = (until: number) => {
    if (until > end) out.push({ kind: "text", text: text.slice(end, until) });
  };
  for (const match of text.matchAll(LINKABLE)) {
    const found = match[1] ? withoutTail(match[0], ".,:;!?") : match[0];
    const target = checkUri(match[1] ? found : `tel:${found}`);
    if (target.kind === "refused") continue;
    plain(match.index);
    out.push({ kind: "link", text: found, target });
    end = match.index + found.length;
  }
  plain(text.length);
  return out;
}
