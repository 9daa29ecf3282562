/** https host → origin on this machine. What is not in here does not exist for the sandbox: it never leaves loopback. */
export type Hosts = ReadonlyMap<string, string>;

/** `city.example=http://127.0.0.1:3000,other.example=http://127.0.0.1:3001` */
export function parseHosts(text: string): Hosts {
  const hosts = new Map<string, string>();
  for (const pair of text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean)) {
    const [host = "", origin = ""] = pair.split("=", 2).map((part) => part.trim());
    if (!host || !URL.canParse(origin) || !isLoopbackUrl(new URL(origin))) {
      throw new Error(`SANDBOX_HOSTS: "${pair}" is not host=http://127.0.0.1:port`);
    }
    hosts.set(host.toLowerCase(), new URL(origin).origin);
  }
  return hosts;
}

const isLoopbackUrl = (url: URL): boolean =>
  ["http:", "https:"].includes(url.protocol) && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);

/** Where an https address really is; null when its host is unknown. */
export function locate(url: string, hosts: Hosts): { url: string; host: string } | null {
  if (!URL.canParse(url)) return null;
  const asked = new URL(url);
  const origin = hosts.get(asked.host.toLowerCase()) ?? hosts.get(asked.hostname.toLowerCase());
  if (asked.protocol !== "https:" || origin === undefined) return null;
  return { url: `${origin}${asked.pathname}${asked.search}`, host: asked.host };
}
