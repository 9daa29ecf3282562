import type { Hono } from "hono";
import { z } from "zod";
import type {
  Redeliver,
  RedeliverAnswer,
  ReleaseHeldAnswer,
  WaitIdle,
  WaitIdleAnswer,
  WebhookErrorsAnswer,
  WebhooksAnswer,
} from "../protocol";
import type { World } from "../world";
import { bodyOf, pageOf } from "./parse";

const releaseShape = z.object({
  shuffle: z.union([z.number(), z.string()]).optional(),
  batchSize: z.number().int().min(1).max(100).optional(),
  residents: z.array(z.string()).optional(),
});

export function webhookRoutes(app: Hono, world: () => World): void {
  app.get("/_sandbox/webhooks", (c) => {
    const { after, limit } = pageOf(c, { standard: 200, max: 5000 });
    const { entries, next } = world().deliverer.history.after(after, limit);
    return c.json({ deliveries: entries, next } satisfies WebhooksAnswer);
  });
  app.get("/_sandbox/webhooks/errors", (c) => {
    const { deliverer, events } = world();
    const gaveUp = events.gaveUp().map(({ event }) => event.webhookEventId);
    return c.json({ errors: deliverer.errors.list(), gaveUp } satisfies WebhookErrorsAnswer);
  });
  app.post("/_sandbox/webhooks/release", async (c) => {
    const released = world().deliverer.release(await bodyOf(c, releaseShape));
    return c.json({ released } satisfies ReleaseHeldAnswer);
  });
  app.post("/_sandbox/webhooks/redeliver", async (c) => {
    const { eventIds } = await bodyOf(
      c,
      z.object({ eventIds: z.array(z.string()).optional() }) satisfies z.ZodType<Redeliver>,
    );
    return c.json({ queued: world().deliverer.redeliver(eventIds) } satisfies RedeliverAnswer);
  });
  app.post("/_sandbox/webhooks/idle", async (c) => {
    const { timeoutMs } = await bodyOf(
      c,
      z.object({ timeoutMs: z.number().min(0).max(600_000).default(10_000) }) satisfies z.ZodType<WaitIdle>,
    );
    const idle = await world().deliverer.idle(timeoutMs);
    return c.json({ idle, pendingEvents: world().events.counts().open } satisfies WaitIdleAnswer);
  });
}
