import { createHmac, timingSafeEqual } from "node:crypto";
import http from "node:http";
import pg from "pg";

/**
 * The floor: the least that a webhook receiver can do and still be right. Raw bytes, signature, one multi-row INSERT
 * committed, 200. No checks, no limits, no deadline, nobody woken.
 */
const [, , port = "0", url = "", secret = ""] = process.argv;
const pool = new pg.Pool({ connectionString: url, max: 10 });

http
  .createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const expected = createHmac("sha256", secret).update(body).digest();
    const given = Buffer.from(String(request.headers["x-line-signature"] ?? ""), "base64");
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      response.writeHead(401).end();
      return;
    }
    const { events } = JSON.parse(body.toString("utf8")) as { events: { webhookEventId: string }[] };
    const rows = events.map((_, i) => `($${i * 2 + 1}, $${i * 2 + 2})`).join(", ");
    const values = events.flatMap((event) => [event.webhookEventId, JSON.stringify(event)]);
    await pool.query(`insert into floor_events (id, payload) values ${rows} on conflict do nothing`, values);
    response.writeHead(200).end();
  })
  .listen(Number(port), "127.0.0.1");
