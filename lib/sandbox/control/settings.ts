import type { Hono } from "hono";
import { z } from "zod";
import { issueIdToken } from "../platform/login";
import type {
  ClockAnswer,
  ClockShift,
  ConfigChange,
  FaultsAnswer,
  Health,
  IssueIdToken,
  Ok,
  Reset,
} from "../protocol";
import type { World } from "../world";
import { bodyOf, parse } from "./parse";
import { residentOf } from "./residents";

const ENDPOINTS = [
  "reply",
  "push",
  "multicast",
  "broadcast",
  "narrowcast",
  "content",
  "preview",
  "token",
  "profile",
  "validate",
  "richmenu",
  "richmenu-batch",
  "loading",
  "mark-as-read",
  "quota",
  "followers",
  "info",
  "insight",
  "webhook-endpoint",
  "login",
  "*",
] as const;
const KINDS = [
  "500-before",
  "500-after",
  "drop-before",
  "drop-after",
  "hang",
  "hang-after",
  "slow",
  "slow-after",
  "429-rate",
  "429-quota",
  "401",
  "404",
  "410",
  "202",
  "batch-ongoing",
  "batch-failed",
] as const;

const faultShape = z
  .object({
    endpoint: z.enum(ENDPOINTS),
    kind: z.enum(KINDS),
    ratio: z.number().min(0).max(1).optional(),
    times: z.number().int().min(1).optional(),
    ms: z.number().min(0).max(3_600_000).optional(),
    seed: z.number().optional(),
  })
  .refine(
    ({ endpoint, kind }) => !kind.startsWith("batch-") || endpoint === "richmenu-batch",
    "only richmenu-batch can be ongoing or fail",
  );
const ms = z.number().min(0).max(86_400_000);
const httpsUrl = z
  .string()
  .max(500)
  .refine((url) => URL.canParse(url) && new URL(url).protocol === "https:", "must be https");

const configShape = z
  .object({
    botName: z.string().min(1).max(20),
    webhookUrl: httpsUrl.nullable(),
    webhookActive: z.boolean(),
    redelivery: z.boolean(),
    redeliveryDelaysMs: z.array(ms).max(1000),
    webhookTimeoutMs: ms,
    batchWindowMs: ms,
    maxBatchEvents: z.number().int().min(1).max(1000),
    webhookConcurrency: z.number().int().min(1).max(500),
    escapeUnicode: z.enum(["never", "sometimes", "always"]),
    quota: z.union([
      z.object({ type: z.literal("none") }),
      z.object({ type: z.literal("limited"), value: z.number().int().min(0) }),
    ]),
    chatMode: z.enum(["chat", "bot"]),
    verified: z.boolean(),
    bucketScale: z.number().min(0),
    latencyMs: ms,
    unknownRecipients: z.enum(["accept", "refuse"]),
  })
  .partial()
  .strict();

function health(world: World): Health {
  const counts = world.events.counts();
  return {
    ok: true,
    channelId: world.channel.id,
    botUserId: world.botUserId,
    webhookUrl: world.config.webhookUrl,
    residents: world.register.size(),
    pendingEvents: counts.open,
    heldEvents: counts.held,
    ledgerSeq: world.ledger.rows.length,
    clockShiftMs: world.clock.shiftMs,
    startedAt: world.startedAt,
  };
}

export function settingRoutes(app: Hono, world: () => World, reset: (all: boolean) => Promise<void>): void {
  app.get("/_sandbox/health", (c) => c.json(health(world())));
  app.post("/_sandbox/reset", async (c) => {
    const { all } = await bodyOf(c, z.object({ all: z.boolean().default(false) }) satisfies z.ZodType<Reset>);
    await reset(all);
    return c.json({ ok: true } satisfies Ok);
  });

  const faults = (): FaultsAnswer => ({ faults: world().faults.list() });
  app.get("/_sandbox/faults", (c) => c.json(faults()));
  app.post("/_sandbox/faults", async (c) => {
    const asked = await bodyOf(c, z.union([faultShape, z.array(faultShape)]));
    for (const fault of Array.isArray(asked) ? asked : [asked]) world().faults.add(parse(faultShape, fault));
    return c.json(faults());
  });
  app.delete("/_sandbox/faults", (c) => {
    world().faults.clear();
    return c.json(faults());
  });

  app.get("/_sandbox/config", (c) => c.json(world().config));
  app.post("/_sandbox/config", async (c) => {
    const at = world();
    at.journal.commit("config", (await bodyOf(c, configShape)) as ConfigChange);
    await at.journal.flushed();
    return c.json(at.config);
  });

  const clock = (at: World): ClockAnswer => ({ shiftMs: at.clock.shiftMs, now: at.clock.now() });
  app.get("/_sandbox/clock", (c) => c.json(clock(world())));
  app.post("/_sandbox/clock", async (c) => {
    const at = world();
    at.journal.commit(
      "clock",
      await bodyOf(c, z.object({ shiftMs: z.number() }) satisfies z.ZodType<ClockShift>),
    );
    return c.json(clock(at));
  });

  app.post("/_sandbox/login/id-token", async (c) => {
    const asked = await bodyOf(
      c,
      z.object({
        residentId: z.string(),
        clientId: z.string().optional(),
        nonce: z.string().optional(),
        expiresInS: z.number().optional(),
        scopes: z.array(z.enum(["profile", "email"])).optional(),
      }) satisfies z.ZodType<IssueIdToken>,
    );
    return c.json(issueIdToken(world(), residentOf(world(), asked.residentId), asked));
  });
}
