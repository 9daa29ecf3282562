import { Agent, request } from "undici";
import { type Hosts, locate } from "../hosts";
import { sign } from "./signature";

type Outcome = {
  /** 0: no answer. */
  status: number;
  /** "ok" or LINE's word for what went wrong. */
  reason: "ok" | "could_not_connect" | "request_timeout" | "error_status_code" | "unclassified";
  detail: string;
  ms: number;
};

export type Outbound = {
  post(url: string, body: string, timeoutMs: number): Promise<Outcome>;
  close(): Promise<void>;
};

/** Posts signed bodies to the webhook, whose https host has to be one of ours. */
export function createOutbound(hosts: Hosts, channelSecret: string): Outbound {
  const agent = new Agent({ connections: 64, keepAliveTimeout: 10_000 });
  return {
    async post(url, body, timeoutMs) {
      const started = performance.now();
      const done = (outcome: Omit<Outcome, "ms">): Outcome => ({
        ...outcome,
        ms: Math.round(performance.now() - started),
      });
      const place = locate(url, hosts);
      if (!place) return done({ status: 0, reason: "could_not_connect", detail: "Unknown host" });
      const bytes = Buffer.from(body);
      try {
        const answer = await request(place.url, {
          method: "POST",
          dispatcher: agent,
          signal: AbortSignal.timeout(timeoutMs),
          headers: {
            host: place.host,
            "content-type": "application/json; charset=utf-8",
            "user-agent": "LineBotWebhook/2.0",
            "x-forwarded-proto": "https",
            "x-line-signature": sign(bytes, channelSecret),
          },
          body: bytes,
        });
        await answer.body.dump();
        const ok = answer.statusCode >= 200 && answer.statusCode < 300;
        return done({
          status: answer.statusCode,
          reason: ok ? "ok" : "error_status_code",
          detail: String(answer.statusCode),
        });
      } catch (error) {
        return done({ status: 0, ...explain(error) });
      }
    },
    close: () => agent.destroy(),
  };
}

function explain(error: unknown): Pick<Outcome, "reason" | "detail"> {
  const { name, code } = error as { name?: string; code?: string };
  if (name === "TimeoutError" || name === "AbortError" || code === "UND_ERR_HEADERS_TIMEOUT") {
    return { reason: "request_timeout", detail: "Request timeout" };
  }
  if (code === "UND_ERR_CONNECT_TIMEOUT")
    return { reason: "could_not_connect", detail: "Connection timeout" };
  if (code === "UND_ERR_SOCKET" || code === "ECONNRESET" || code === "EPIPE") {
    return { reason: "could_not_connect", detail: "Session closed" };
  }
  if (code?.startsWith("E")) return { reason: "could_not_connect", detail: "Connection failed" };
  return { reason: "unclassified", detail: "Unclassified" };
}
