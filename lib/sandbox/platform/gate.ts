import { randomUUID } from "node:crypto";
import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { errorFields, log } from "@/lib/core/log";
import { isUuid } from "../ids";
import type { World } from "../world";
import { type Answer, MONTHLY_LIMIT, RATE_LIMIT, Refusal } from "./answer";
import { RATES } from "./buckets";
import type { Call, Endpoint } from "./call";

export type PlatformContext = Context<{ Bindings: HttpBindings }>;

const MAX_BODY_BYTES = 2 * 1024 * 1024;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const authFailed = (reason: string): Refusal =>
  new Refusal(401, `Authentication failed due to the following reason: ${reason}`);

const INSTEAD: Partial<Record<string, Answer>> = {
  "500-before": { status: 500, json: { message: "Internal server error" } },
  "429-rate": { status: 429, json: { message: RATE_LIMIT } },
  "429-quota": { status: 429, json: { message: MONTHLY_LIMIT } },
  "401": authFailed("invalid token. Confirm that the access token in the authorization header is valid.")
    .answer,
  "404": { status: 404, json: { message: "not found" } },
  "410": { status: 410, json: { message: "The content is gone" } },
  "202": { status: 202, bytes: new Uint8Array() },
};

/** Runs one call: fault, token, bucket, size, headers, then the endpoint. Every answer carries its own request id. */
export async function runEndpoint(world: World, endpoint: Endpoint, c: PlatformContext): Promise<Response> {
  const requestId = randomUUID();
  const started = performance.now();
  const at = world.clock.wall();
  const heldUpMs = world.lateness.heldUpMs();
  const fault = world.faults.strike(endpoint.fault);
  let answer: Answer | null = null;
  if (world.config.latencyMs > 0) await pause(world.config.latencyMs);
  if (fault?.kind === "slow") await pause(fault.ms);
  if (fault?.kind === "hang") await pause(fault.ms);
  const instead = fault ? INSTEAD[fault.kind] : undefined;
  if (instead) answer = instead;
  else if (fault?.kind !== "drop-before" && fault?.kind !== "hang")
    answer = await accept(world, endpoint, c, { requestId, fault });
  if (fault?.kind === "slow-after" || fault?.kind === "hang-after") await pause(fault.ms);
  const accepted = answer !== null && answer.status < 400;
  if (fault?.kind === "500-after" && accepted)
    answer = { status: 500, json: { message: "Internal server error" } };
  if (fault?.kind === "drop-after" || fault?.kind === "hang-after") answer = null;

  const { tally } = world;
  const status = answer?.status ?? 0;
  const counts = tally.answers[endpoint.name] ?? {};
  tally.answers[endpoint.name] = counts;
  counts[status] = (counts[status] ?? 0) + 1;
  world.requests.add({
    at,
    heldUpMs,
    method: c.req.method,
    path: c.req.path,
    endpoint: endpoint.name,
    status,
    requestId,
    retryKey: c.req.header("x-line-retry-key") ?? null,
    ms: Math.round(performance.now() - started),
    message: status >= 400 ? messageOf(answer) : null,
    fault: fault?.kind ?? null,
  });
  if (answer === null) {
    c.env.incoming.socket.destroy();
    return new Response(null);
  }
  return toResponse(answer, requestId);
}

async function accept(
  world: World,
  endpoint: Endpoint,
  c: PlatformContext,
  known: Pick<Call, "requestId" | "fault">,
): Promise<Answer> {
  try {
    const call = await admit(world, endpoint, c, known);
    const answer = await endpoint.run(call);
    // Answered only once it is written down: a killed sandbox forgets nothing it accepted.
    await world.journal.flushed();
    return answer;
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    log.error(
      { event: "sandbox.failed", endpoint: endpoint.name, ...errorFields(error) },
      "the sandbox failed on a call",
    );
    return { status: 500, json: { message: "Internal server error" } };
  }
}

async function admit(
  world: World,
  endpoint: Endpoint,
  c: PlatformContext,
  known: Pick<Call, "requestId" | "fault">,
): Promise<Call> {
  const header = c.req.header("authorization");
  const bearer = /^Bearer\s+(\S+)$/i.exec(header ?? "")?.[1] ?? "";
  if (endpoint.auth !== "none") {
    if (header === undefined) throw authFailed("Missing authorization header");
    if (bearer === "") throw authFailed("Invalid authorization header");
    const check = world.accessTokens.check(bearer);
    if (!check.ok) throw authFailed(check.reason);
  }
  if (!world.buckets.take(endpoint.name, endpoint.rate ?? RATES.other)) throw new Refusal(429, RATE_LIMIT);
  const body = await readBody(c);
  const retryKey = c.req.header("x-line-retry-key") ?? null;
  if (retryKey !== null && endpoint.takesRetryKey !== true) {
    throw new Refusal(400, "The retry key is not supported by this endpoint");
  }
  if (retryKey !== null && !isUuid(retryKey)) throw new Refusal(400, "The retry key is invalid");
  return {
    ...known,
    world,
    params: c.req.param(),
    query: new URL(c.req.url).searchParams,
    headers: c.req.raw.headers,
    body,
    bearer,
    retryKey,
  };
}

async function readBody(c: PlatformContext): Promise<Uint8Array> {
  if (c.req.method === "GET") return new Uint8Array();
  const tooLarge = (): Refusal => new Refusal(413, "Request body is too large");
  if (Number(c.req.header("content-length") ?? 0) > MAX_BODY_BYTES) throw tooLarge();
  const body = new Uint8Array(await c.req.arrayBuffer());
  if (body.length > MAX_BODY_BYTES) throw tooLarge();
  return body;
}

function messageOf(answer: Answer | null): string | null {
  const json = answer?.json as { message?: unknown; error_description?: unknown } | undefined;
  const message = json?.message ?? json?.error_description;
  return typeof message === "string" ? message : null;
}

function toResponse(answer: Answer, requestId: string): Response {
  const headers = new Headers({ "x-line-request-id": requestId, ...answer.headers });
  if (answer.bytes) return new Response(Buffer.from(answer.bytes), { status: answer.status, headers });
  if (!headers.has("content-type")) headers.set("content-type", "application/json");
  return new Response(JSON.stringify(answer.json ?? {}), { status: answer.status, headers });
}
