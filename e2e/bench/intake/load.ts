import { createHmac } from "node:crypto";
import { Agent, request } from "undici";

/** A request ready to send: signed bytes. */
export type Shot = { body: Buffer; signature: string };
export type Measured = {
  requests: number;
  failed: number;
  perSecond: number;
  p50: number;
  p99: number;
  max: number;
};

const percentile = (sorted: number[], p: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0;
export const median = (values: number[]): number =>
  percentile(
    [...values].sort((a, b) => a - b),
    0.5,
  );

let made = 0;
/** Webhook bodies of so many text messages each, from 500 residents, every event with an id of its own. */
export function makeShots(count: number, eventsEach: number, secret: string): Shot[] {
  return Array.from({ length: count }, () => {
    const events = Array.from({ length: eventsEach }, () => {
      made += 1;
      const user = (made % 500).toString(16).padStart(32, "0");
      return {
        type: "message",
        mode: "active",
        timestamp: Date.now(),
        source: { type: "user", userId: `U${user}` },
        webhookEventId: `01BENCH${process.pid}${String(made).padStart(12, "0")}`,
        deliveryContext: { isRedelivery: false },
        replyToken: made.toString(16).padStart(32, "f"),
        message: {
          id: String(10 ** 17 + made),
          type: "text",
          quoteToken: "q".repeat(40),
          text: "前の道路に穴があいていて、自転車が通りにくいです",
        },
      };
    });
    const body = Buffer.from(JSON.stringify({ destination: `U${"0".repeat(32)}`, events }));
    return { body, signature: createHmac("sha256", secret).update(body).digest("base64") };
  });
}

async function fire(agent: Agent, url: string, shot: Shot): Promise<boolean> {
  const response = await request(url, {
    method: "POST",
    dispatcher: agent,
    headers: { "content-type": "application/json; charset=utf-8", "x-line-signature": shot.signature },
    body: shot.body,
  });
  await response.body.dump();
  return response.statusCode === 200;
}

const judged = (times: number[], failed: number, wallMs: number): Measured => {
  const sorted = times.sort((a, b) => a - b);
  return {
    requests: sorted.length,
    failed,
    perSecond: (sorted.length / wallMs) * 1000,
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    max: sorted.at(-1) ?? 0,
  };
};

/** As fast as it goes: `connections` senders, each waits for its answer, until the time is over or the shots are out. */
export async function flood(
  url: string,
  shots: Shot[],
  options: { connections: number; forMs: number },
): Promise<Measured> {
  const agent = new Agent({ connections: options.connections, pipelining: 1 });
  const times: number[] = [];
  let failed = 0;
  let next = 0;
  const started = performance.now();
  const sender = async () => {
    while (performance.now() - started < options.forMs) {
      const shot = shots[next++];
      if (!shot) return;
      const at = performance.now();
      if (!(await fire(agent, url, shot))) failed += 1;
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: options.connections }, sender));
  const wall = performance.now() - started;
  await agent.close();
  return judged(times, failed, wall);
}

/** At a fixed rate, whatever the answers do: late answers pile up as they would with LINE. */
export async function pace(url: string, shots: Shot[], perSecond: number): Promise<Measured> {
  const agent = new Agent({ connections: 256, pipelining: 1 });
  const times: number[] = [];
  let failed = 0;
  const started = performance.now();
  const flights = shots.map(async (shot, i) => {
    const due = started + (i * 1000) / perSecond;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    const at = performance.now();
    const fine = await fire(agent, url, shot).catch(() => false);
    if (!fine) failed += 1;
    times.push(performance.now() - at);
  });
  await Promise.all(flights);
  const wall = performance.now() - started;
  await agent.close();
  return judged(times, failed, wall);
}
