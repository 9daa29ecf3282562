/** Headers of every page. Pure. */

export type PageHeaderInput = {
  nonce: string;
  /** The map's tile address, with {s} {z} {x} {y}; may be a path of our own. */
  tileUrl: string;
  https: boolean;
  /** Hot reload evaluates strings and the development overlay writes style elements; nothing we ship does. */
  devServer: boolean;
  /** Further places that this page's scripts may ask. */
  connect?: readonly string[];
};

/** What LIFF asks, on the one page that uses it. */
export const LIFF_HOSTS = [
  "https://api.line.me",
  "https://access.line.me",
  "https://liff.line.me",
  "https://liffsdk.line-scdn.net",
];

/** `https://{s}.tiles.example/{z}…` → `https://*.tiles.example`; nothing for a path of our own. */
export function tileSource(tileUrl: string): string | null {
  const match = /^(https?):\/\/(?:\{s\}\.)?([a-z0-9.-]+(?::\d{1,5})?)(?:\/|$)/i.exec(tileUrl);
  if (!match) return null;
  return `${match[1]}://${tileUrl.includes("//{s}.") ? "*." : ""}${match[2]}`;
}

/**
 * Scripts run by nonce only. Leaflet and react-aria write `style` attributes, so those are allowed, and style elements
 * are not without the nonce.
 */
export function contentSecurityPolicy({ nonce, tileUrl, devServer, connect = [] }: PageHeaderInput): string {
  const tiles = tileSource(tileUrl);
  const policy: Record<string, string[]> = {
    "default-src": ["'self'"],
    "script-src": [`'nonce-${nonce}'`, "'strict-dynamic'", ...(devServer ? ["'unsafe-eval'"] : [])],
    "style-src": ["'self'", devServer ? "'unsafe-inline'" : `'nonce-${nonce}'`],
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:", ...(tiles ? [tiles] : [])],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...connect],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
    "form-action": ["'self'"],
  };
  return Object.entries(policy)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}

export function pageHeaders(input: PageHeaderInput): Record<string, string> {
  return {
    "Content-Security-Policy": contentSecurityPolicy(input),
    "Cache-Control": "private, no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy":
      "camera=(), microphone=(), payment=(), usb=(), browsing-topics=(), geolocation=(self)",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...(input.https ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {}),
  };
}
