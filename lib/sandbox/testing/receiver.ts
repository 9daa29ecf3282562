import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { validateSignature } from "@line/bot-sdk";
import { CHANNEL } from "./sandbox";

type Received = {
  raw: string;
  headers: IncomingMessage["headers"];
  signed: boolean;
  destination: string;
  events: (Record<string, unknown> & {
    webhookEventId: string;
    deliveryContext: { isRedelivery: boolean };
  })[];
};

export type Receiver = {
  url: string;
  received: Received[];
  /** What the next requests get: a status, or "hang" for no answer. Then 200 again. */
  answers: (number | "hang")[];
  /** Resolves once so many requests came. */
  until(count: number): Promise<void>;
  close(): Promise<void>;
};

/** A webhook of a city, as small as can be. */
export async function openReceiver(port = 0): Promise<Receiver> {
  const received: Received[] = [];
  const answers: (number | "hang")[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const raw = Buffer.concat(parts);
      const signature = String(request.headers["x-line-signature"] ?? "");
      const body = JSON.parse(raw.toString()) as Pick<Received, "destination" | "events">;
      const signed = validateSignature(raw, CHANNEL.secret, signature);
      received.push({ raw: raw.toString(), headers: request.headers, signed, ...body });
      const answer = answers.shift() ?? 200;
      if (answer !== "hang") response.writeHead(answer).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answers,
    async until(count) {
      for (let waited = 0; received.length < count && waited < 8000; waited += 10) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      if (received.length < count) throw new Error(`${received.length} of ${count} requests came`);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
