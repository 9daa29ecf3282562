/** Answers whether a browser's request comes from our own pages. Pure. */

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

const parse = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);

/**
 * `origin` is the request's Origin header. On this machine localhost and 127.0.0.1 are one: people type either.
 * A missing Origin is refused: every browser sends one with POST.
 */
export function isOwnOrigin(origin: string | null, appUrl: string): boolean {
  const own = parse(appUrl);
  const given = origin === null ? null : parse(origin);
  if (!own || !given) return false;
  if (given.origin === own.origin) return true;
  return (
    given.protocol === own.protocol &&
    given.port === own.port &&
    LOOPBACK.has(given.hostname) &&
    LOOPBACK.has(own.hostname)
  );
}

/** A path of our own to go to after signing in; `/` for anything that could lead elsewhere. */
export function safeReturnPath(next: string | null | undefined): string {
  if (!next || !/^\/(?![/\\])/.test(next) || /[\p{Cc}\s\\]/u.test(next)) return "/";
  const base = "http://own.invalid";
  const url = URL.canParse(next, base) ? new URL(next, base) : null;
  if (
    !url ||
    url.origin !== base ||
    url.pathname.startsWith("//") ||
    /^\/(sign-in|welcome|api)(\/|$)/.test(url.pathname)
  )
    return "/";
  return url.pathname + url.search + url.hash;
}
