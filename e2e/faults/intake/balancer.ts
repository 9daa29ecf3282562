import http from "node:http";
import { Agent, request } from "undici";

/**
 * Stands where a city's load balancer stands: takes the platform's webhooks and hands each to one of the receivers. It
 * knows what was in flight when a receiver died, and which events were acknowledged.
 */
export type Balancer = {
  port: number;
  setTargets: (targets: { name: string; url: string }[]) => void;
  /** Ids of the events now on their way to a receiver. */
  inFlight: (name: string) => string[];
  acknowledged: Set<string>;
  close: () => Promise<void>;
};

const eventIds = (body: Buffer): string[] =>
  (JSON.parse(body.toString("utf8")) as { events: { webhookEventId: string }[] }).events.map(
    (e) => e.webhookEventId,
  );

export function openBalancer(): Promise<Balancer> {
  let targets: { name: string; url: string }[] = [];
  let turn = 0;
  const flights = new Map<string, Set<string[]>>();
  const acknowledged = new Set<string>();
  const agent = new Agent({ connections: 64, pipelining: 1, headersTimeout: 3_000, bodyTimeout: 3_000 });

  const server = http.createServer(async (incoming, response) => {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const target = targets[turn++ % Math.max(1, targets.length)];
    if (!target) return void response.writeHead(503).end();
    const ids = eventIds(body);
    const under = flights.get(target.name) ?? new Set();
    flights.set(target.name, under.add(ids));
    try {
      const answer = await request(`${target.url}${incoming.url ?? ""}`, {
        method: "POST",
        dispatcher: agent,
        headers: {
          "content-type": "application/json",
          "x-line-signature": String(incoming.headers["x-line-signature"] ?? ""),
        },
        body,
      });
      await answer.body.dump();
      if (answer.statusCode === 200) for (const id of ids) acknowledged.add(id);
      response.writeHead(answer.statusCode).end();
    } catch {
      response.writeHead(502).end();
    } finally {
      under.delete(ids);
    }
  });
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve({
        port: typeof address === "object" && address ? address.port : 0,
        setTargets: (next) => {
          targets = next;
        },
        inFlight: (name) => [...(flights.get(name) ?? [])].flat(),
        acknowledged,
        close: async () => {
          server.closeAllConnections();
          await new Promise<void>((done) => server.close(() => done()));
          await agent.destroy();
        },
      });
    }),
  );
}
