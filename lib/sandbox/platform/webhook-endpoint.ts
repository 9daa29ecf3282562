import { newFindings, textAt } from "../limits/findings";
import { createOutbound } from "../webhook/outbound";
import type { World } from "../world";
import { type Answer, ok, Refusal, refuseFindings } from "./answer";
import { RATES } from "./buckets";
import { type Call, type Endpoint, jsonBody } from "./call";

const isWebhookUrl = (text: string): boolean =>
  text.length <= 500 && URL.canParse(text) && new URL(text).protocol === "https:";

function givenUrl(call: Call, required: boolean): string | null {
  const findings = newFindings();
  const url = textAt(findings, call.body.length === 0 ? {} : jsonBody(call), "", "endpoint", {
    max: 500,
    required,
  });
  refuseFindings(findings);
  if (url !== null && !isWebhookUrl(url)) throw new Refusal(400, "Invalid webhook endpoint URL");
  return url;
}

function get({ world }: Call): Answer {
  if (world.config.webhookUrl === null) throw new Refusal(404, "Webhook endpoint not found");
  return ok({ endpoint: world.config.webhookUrl, active: world.config.webhookActive });
}

function set(call: Call): Answer {
  call.world.journal.commit("config", { webhookUrl: givenUrl(call, true) });
  return ok();
}

/** Sends a request without events, as the verify button does. */
async function test(call: Call): Promise<Answer> {
  const { world } = call;
  const url = givenUrl(call, false) ?? world.config.webhookUrl;
  if (url === null) throw new Refusal(404, "Webhook endpoint not found");
  return ok(await tryOut(world, url));
}

async function tryOut(world: World, url: string): Promise<object> {
  const outbound = createOutbound(world.options.hosts, world.channel.secret);
  const body = JSON.stringify({ destination: world.botUserId, events: [] });
  const outcome = await outbound.post(url, body, world.config.webhookTimeoutMs);
  await outbound.close();
  return {
    success: outcome.reason === "ok",
    timestamp: new Date(world.clock.wall()).toISOString(),
    statusCode: outcome.status,
    reason: outcome.reason.toUpperCase(),
    detail: outcome.detail,
  };
}

const at = "/v2/bot/channel/webhook";
const common = { fault: "webhook-endpoint", rate: RATES.webhookEndpoint } as const;

export const webhookEndpointEndpoints: Endpoint[] = [
  { ...common, method: "GET", path: `${at}/endpoint`, name: "webhook.get", run: get },
  { ...common, method: "PUT", path: `${at}/endpoint`, name: "webhook.set", run: set },
  { ...common, method: "POST", path: `${at}/test`, name: "webhook.test", rate: RATES.hourly60, run: test },
];
