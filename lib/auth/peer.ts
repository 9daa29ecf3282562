import { randomBytes } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";
import { env } from "@/lib/core/env";

/**
 * The address of whoever sent a request. Next hands handlers no socket and believes any X-Forwarded-For, so the
 * process notes the socket's address itself, before Next reads the request, under a header whose name nobody outside
 * can guess.
 */
const shared = globalThis as typeof globalThis & { madoguchiPeerHeader?: string };

/** Headers that a stranger must not be able to set: Next and next-auth would act on them. */
const FORGED = ["x-middleware-subrequest", "x-middleware-subrequest-id", "x-path", "x-nonce"];
const FORWARDED = ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "x-real-ip", "forwarded"];

/** Call once a web process, from instrumentation.ts. */
export function stampPeers(): void {
  if (shared.madoguchiPeerHeader) return;
  const header = `x-peer-${randomBytes(12).toString("hex")}`;
  shared.madoguchiPeerHeader = header;
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    const peer = request.socket.remoteAddress ?? "";
    for (const name of FORGED) delete request.headers[name];
    if (!isTrusted(peer, env().TRUSTED_PROXIES)) for (const name of FORWARDED) delete request.headers[name];
    request.headers[header] = peer;
  });
}

const plain = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, "");
const family = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

const lists = new Map<string, BlockList>();

/** `proxies`: addresses and CIDR ranges, comma separated. */
function isTrusted(address: string, proxies: string): boolean {
  if (!proxies) return false;
  const at = plain(address);
  if (isIP(at) === 0) return false;
  let list = lists.get(proxies);
  if (!list) {
    list = new BlockList();
    for (const part of proxies
      .split(",")
      .map((p) => p.trim())
      .filter(Boolean)) {
      const [net = "", bits] = part.split("/");
      if (bits === undefined) list.addAddress(net, family(net));
      else list.addSubnet(net, Number(bits), family(net));
    }
    lists.set(proxies, list);
  }
  return list.check(at, family(at));
}

/**
 * From the right of X-Forwarded-For, the first address that is no proxy of ours: what stands further left is only
 * what a client claims. Without trusted proxies it is the socket's own address.
 */
export function addressBehind(peer: string, forwardedFor: string | null, proxies: string): string | null {
  let address = plain(peer);
  if (isIP(address) === 0) return null;
  const hops = (forwardedFor ?? "").split(",").map(plain).filter(Boolean);
  while (isTrusted(address, proxies)) {
    const next = hops.pop();
    if (next === undefined || isIP(next) === 0) break;
    address = next;
  }
  return address;
}

/** Null when the process does not stamp (tests, other programs): then only the account is throttled. */
export function clientAddress(headers: Headers): string | null {
  const peer = shared.madoguchiPeerHeader ? headers.get(shared.madoguchiPeerHeader) : null;
  return peer ? addressBehind(peer, headers.get("x-forwarded-for"), env().TRUSTED_PROXIES) : null;
}

/** One IPv6 customer has a /64 at least: the first half is who they are. */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail = ""] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail.split(":").filter(Boolean);
  const groups = address.includes("::")
    ? [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right]
    : left;
  return groups
    .slice(0, 4)
    .map((g) => g.replace(/^0+(?=.)/, ""))
    .join(":");
}
