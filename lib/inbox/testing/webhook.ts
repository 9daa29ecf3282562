import { eq } from "drizzle-orm";
import type { Db } from "@/db";
import { inboxLeases } from "@/db/schema";
import { systemContext } from "@/lib/core/context";
import { recordEvents } from "@/lib/line/commands";
import { parseWebhookBody } from "@/lib/line/events";
import { claimLanes } from "../commands";
import { type InboxTools, processEvent } from "../jobs";
import { listDueEvents } from "../queries";

type Database = { db: Db; pool: Parameters<typeof recordEvents>[0] };

let people = 0;
/** Somebody whom no other test has met. */
export const newUser = (): string => `U${(++people).toString(16).padStart(32, "0")}`;

let events = 0;
/** Webhook events as LINE sends them, `seconds` after `start`. */
export function webhook(start: number) {
  const event = (user: string, seconds: number, body: object) => {
    events += 1;
    return {
      mode: "active",
      timestamp: start + seconds * 1000,
      webhookEventId: `01TEST${String(events).padStart(20, "0")}`,
      deliveryContext: { isRedelivery: false },
      source: { type: "user", userId: user },
      replyToken: `token-${events}`,
      ...body,
    };
  };
  return {
    event,
    text(user: string, seconds: number, words: string) {
      const message = { id: String(9_000_000 + events), type: "text", quoteToken: "q", text: words };
      return { ...event(user, seconds, { type: "message" }), message };
    },
  };
}

export const receiveIn = (database: Database, ...list: object[]): Promise<void> =>
  recordEvents(database.pool, parseWebhookBody(JSON.stringify({ events: list })) ?? []);

/** One pass of a worker over what is due. Answers how many events it took. */
export async function workThrough(database: Database, tools: InboxTools): Promise<number> {
  const { owner, leaseMs } = tools;
  const ctx = systemContext(database.db, "test");
  let done = 0;
  for (const lane of await claimLanes(ctx, { owner, leaseMs, limit: 100 })) {
    for (const due of await listDueEvents(ctx, { lanes: [lane], limit: 100 })) {
      await processEvent(database.db, tools, due);
      done += 1;
    }
    await database.db.delete(inboxLeases).where(eq(inboxLeases.lineUserId, lane));
  }
  return done;
}
