import { createHash } from "node:crypto";
import { Agent, request } from "undici";
import { type Hosts, locate } from "./hosts";
import { isFields } from "./limits/findings";
import type { LineJson, MediaCheck } from "./protocol";
import type { Content } from "./state/content";

const MB = 1024 * 1024;
const KEPT = 2000;
const TIMEOUT_MS = 10_000;

/** Where messages hold addresses of pictures, and how large those may be. */
const PICTURES: Record<string, number> = {
  originalContentUrl: 10 * MB,
  previewImageUrl: 1 * MB,
  thumbnailImageUrl: 10 * MB,
  imageUrl: 10 * MB,
  url: 10 * MB,
  previewUrl: 1 * MB,
  iconUrl: 1 * MB,
};
const VIDEO_OR_SOUND = new Set(["video", "audio"]);

type FetchedMedia = { contentType: string; bytes: Uint8Array };

export type Media = {
  /** Fetches what a message shows, in the background, and notes whether LINE could have shown it. */
  check(messages: readonly LineJson[], requestId: string): void;
  checks(): readonly MediaCheck[];
  /** What stands at an address of a mapped host; null when it cannot be fetched. */
  get(url: string): Promise<FetchedMedia | null>;
  close(): Promise<void>;
};

type Address = { url: string; property: string; maxBytes: number };

const DEPTH_MAX = 200;

function addressesIn(value: unknown, path: string, found: Address[], depth = 0): Address[] {
  if (depth > DEPTH_MAX) return found;
  if (Array.isArray(value)) {
    for (const [n, each] of value.entries()) addressesIn(each, `${path}[${n}]`, found, depth + 1);
  } else if (isFields(value)) {
    for (const [key, each] of Object.entries(value)) {
      const property = path === "" ? key : `${path}.${key}`;
      const moving =
        VIDEO_OR_SOUND.has(String(value.type)) && (key === "originalContentUrl" || key === "url");
      const maxBytes = Object.hasOwn(PICTURES, key) ? PICTURES[key] : undefined;
      if (typeof each !== "string") addressesIn(each, property, found, depth + 1);
      else if (maxBytes !== undefined)
        found.push({ url: each, property, maxBytes: moving ? 200 * MB : maxBytes });
      // LINE asks for several widths; the largest tells enough.
      else if (key === "baseUrl") found.push({ url: `${each}/1040`, property, maxBytes: 10 * MB });
    }
  }
  return found;
}

export function createMedia(hosts: Hosts, content: Content): Media {
  const agent = new Agent({ connections: 8 });
  const checks: MediaCheck[] = [];
  const known = new Map<string, string | null>();

  async function load(url: string, maxBytes: number): Promise<FetchedMedia | string> {
    const place = locate(url, hosts);
    if (!place) return "unknown host";
    try {
      const answer = await request(place.url, {
        dispatcher: agent,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: {
          host: place.host,
          "x-forwarded-proto": "https",
          "user-agent": "facebookexternalhit/1.1;line-poker/1.0",
        },
      });
      if (answer.statusCode !== 200) {
        await answer.body.dump();
        return `status ${answer.statusCode}`;
      }
      const parts: Buffer[] = [];
      let size = 0;
      for await (const part of answer.body) {
        size += (part as Buffer).length;
        if (size > maxBytes) return `larger than ${Math.round(maxBytes / MB)} MB`;
        parts.push(part as Buffer);
      }
      return { contentType: String(answer.headers["content-type"] ?? ""), bytes: Buffer.concat(parts) };
    } catch {
      return "could not connect";
    }
  }
  async function inspect({ url, property, maxBytes }: Address, requestId: string): Promise<void> {
    const loaded = await load(url, maxBytes);
    const failed = typeof loaded === "string";
    const wrongType = !failed && !/^(image\/(jpeg|png)|video\/mp4|audio\/)/.test(loaded.contentType);
    const problem = failed ? loaded : wrongType ? `content type ${loaded.contentType}` : null;
    if (!failed && problem === null) {
      await content.save(nameOf(url), loaded.bytes);
      known.set(url, loaded.contentType);
    } else {
      known.delete(url);
    }
    checks.push({
      url,
      property,
      requestId,
      ok: problem === null,
      problem,
      contentType: failed ? null : loaded.contentType,
      bytes: failed ? null : loaded.bytes.length,
    });
    if (checks.length > KEPT) checks.shift();
  }

  return {
    check(messages, requestId) {
      for (const address of addressesIn(messages, "messages", [])) {
        if (known.has(address.url)) continue;
        known.set(address.url, null);
        void inspect(address, requestId);
      }
    },
    checks: () => checks,
    async get(url) {
      const saved = known.get(url);
      const bytes = saved ? content.read(nameOf(url)) : null;
      if (saved && bytes) return { contentType: saved, bytes };
      const loaded = await load(url, 200 * MB);
      return typeof loaded === "string" ? null : loaded;
    },
    close: () => agent.destroy(),
  };
}

const nameOf = (url: string): string =>
  `media-${createHash("sha256").update(url).digest("hex").slice(0, 32)}`;
