import dns from "node:dns";
import http from "node:http";
import https from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** What came of opening a link, as far as a console behind a fence can tell. */
export type LinkAnswer =
  | { kind: "answers"; status: number; end: string }
  /** It leads to an address inside our own networks, or to one that is nobody's. */
  | { kind: "inside" }
  | { kind: "too-many-redirects" }
  /** A certificate that does not fit. */
  | { kind: "untrusted" }
  /** No answer: no such name, no way out, too slow. `why`: an error code. */
  | { kind: "silent"; why: string };

export type LinkGateway = (uri: string) => Promise<LinkAnswer>;

const LIMIT_MS = 5_000;
const MOST_REDIRECTS = 5;
const USUAL_PORTS = ["", "80", "443"];

const closed = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  closed.addSubnet(net, bits, "ipv4");
/** Of IPv6 only 2000::/3 is anybody's; within it, these carry other addresses or are for papers. */
for (const [net, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  closed.addSubnet(net, bits, "ipv6");
const global6 = new BlockList();
global6.addSubnet("2000::", 3, "ipv6");

export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !closed.check(address, "ipv4");
  return version === 6 && global6.check(address, "ipv6") && !closed.check(address, "ipv6");
}

class Inside extends Error {}

type Options = {
  /** Tests speak to this machine. */
  mayReach?: (address: string) => boolean;
  lookup?: typeof dns.lookup;
  anyPort?: boolean;
};

/**
 * Opens links that staff wrote, as an outsider would. The address is judged when the connection is made and for every
 * redirect anew, so that a name that changes its mind in between leads nowhere. Nothing of an answer is read but its
 * status and where it sends us.
 */
export function createLinkGateway(options: Options = {}): LinkGateway {
  const mayReach = options.mayReach ?? isPublicAddress;
  const resolve = options.lookup ?? dns.lookup;

  const lookup: LookupFunction = (host, asked, done) => {
    resolve(host, { ...asked, all: true }, (error, addresses) => {
      if (error) return done(error, "", 4);
      const found = addresses as dns.LookupAddress[];
      const [first] = found;
      if (!first || !found.every(({ address }) => mayReach(address))) return done(new Inside(host), "", 4);
      if (asked.all) done(null, found);
      else done(null, first.address, first.family);
    });
  };

  const ask = (url: URL, method: "HEAD" | "GET", signal: AbortSignal) =>
    new Promise<{ status: number; location: string | null }>((fulfil, reject) => {
      const host = url.hostname.replace(/^\[|\]$/g, "");
      // A literal address is never looked up.
      if (isIP(host) !== 0 && !mayReach(host)) return reject(new Inside(host));
      if (options.anyPort !== true && !USUAL_PORTS.includes(url.port)) return reject(new Inside("port"));
      const { request } = url.protocol === "https:" ? https : http;
      const call = request(url, { method, signal, lookup, agent: false, headers: { accept: "*/*" } });
      call.once("response", (response) => {
        fulfil({ status: response.statusCode ?? 0, location: response.headers.location ?? null });
        response.destroy();
      });
      call.once("error", reject);
      call.end();
    });

  const follow = async (uri: string, signal: AbortSignal): Promise<LinkAnswer> => {
    let url = new URL(uri);
    for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
      if (url.protocol !== "https:" && url.protocol !== "http:") return { kind: "inside" };
      let answer = await ask(url, "HEAD", signal);
      // Many servers know no HEAD and say all sorts of things to it.
      if (answer.status >= 400) answer = await ask(url, "GET", signal);
      const { status, location } = answer;
      if (status < 300 || status >= 400 || location === null || !URL.canParse(location, url))
        return { kind: "answers", status, end: url.href };
      url = new URL(location, url);
    }
    return { kind: "too-many-redirects" };
  };

  return async (uri) => {
    const signal = AbortSignal.timeout(LIMIT_MS);
    try {
      return await follow(uri, signal);
    } catch (error) {
      if (error instanceof Inside) return { kind: "inside" };
      if (signal.aborted) return { kind: "silent", why: "timeout" };
      const code = String((error as { code?: unknown }).code ?? "unknown");
      return /^(CERT_|ERR_TLS_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/.test(code)
        ? { kind: "untrusted" }
        : { kind: "silent", why: code };
    }
  };
}
