import { isUserId, seal, unseal } from "../ids";
import { newFindings, numberAt, textAt } from "../limits/findings";
import { PARTS } from "../state/talk";
import type { World } from "../world";
import { type Answer, badValue, ok, Refusal, refuseFindings } from "./answer";
import { RATES } from "./buckets";
import { type Call, type Endpoint, jsonBody } from "./call";

const NEXT_MS = 24 * 3_600_000;
const FOLLOWERS = { standard: 300, max: 1000 };

/** The number of a resident by id, or 404 as for anybody this channel does not know. */
export function knownUser(world: World, userId: string): number {
  if (!isUserId(userId)) throw badValue("userId");
  const i = world.register.numberOf(userId);
  if (i === undefined || world.register.stateOf(i) === "unknown") throw new Refusal(404, "Not found");
  return i;
}

function profile({ world, params }: Call): Answer {
  const i = knownUser(world, params.userId ?? "");
  const state = world.register.stateOf(i);
  const wrote = world.talk.lastInboundAt(i) !== null;
  if (state === "blocked" || (state === "none" && !wrote)) throw new Refusal(404, "Not found");
  const language = world.register.languageOf(i);
  return ok({
    userId: params.userId,
    displayName: world.register.nameOf(i),
    ...(language === null ? {} : { language }),
  });
}

function botInfo({ world }: Call): Answer {
  const { config } = world;
  return ok({
    userId: world.botUserId,
    basicId: `@${world.botUserId.slice(1, 4)}${world.botUserId.slice(4, 9)}`,
    displayName: config.botName,
    chatMode: config.chatMode,
    markAsReadMode: config.chatMode === "bot" ? "auto" : "manual",
  });
}

/** Pages of friends. A page looks at `limit` places of the register, so it may hold fewer ids although there is a next one. */
function followers({ world, query }: Call): Answer {
  if (!world.config.verified) throw new Refusal(403, "Access to this API is not available for your account");
  const limit = query.has("limit") ? Number(query.get("limit")) : FOLLOWERS.standard;
  if (!Number.isInteger(limit) || limit < 1 || limit > FOLLOWERS.max) throw badValue("limit");
  const [kind, from = "", until] = query.has("start")
    ? (unseal(query.get("start") ?? "", world.channel.secret)?.split(":") ?? [])
    : ["followers", "0", String(world.clock.now() + 1)];
  if (kind !== "followers" || Number(until) < world.clock.now())
    throw new Refusal(400, "Invalid start param");
  const userIds: string[] = [];
  const end = Math.min(Number(from) + limit, world.register.size());
  for (let i = Number(from); i < end; i += 1) {
    if (world.register.stateOf(i) === "friend") userIds.push(world.register.idOf(i));
  }
  const next = seal(`followers:${end}:${world.clock.now() + NEXT_MS}`, world.channel.secret);
  return ok({ userIds, ...(end < world.register.size() ? { next } : {}) });
}

function quota({ world }: Call): Answer {
  return ok(world.config.quota);
}

function consumption({ world }: Call): Answer {
  return ok({ totalUsage: world.quota.used() });
}

function startLoading(call: Call): Answer {
  const { world } = call;
  const body = jsonBody(call);
  const findings = newFindings();
  const chatId = textAt(findings, body, "", "chatId", { max: 100, required: true });
  const seconds = numberAt(findings, body, "", "loadingSeconds", { min: 5, max: 60, required: false }) ?? 20;
  if (seconds % 5 !== 0)
    findings.list.push({ message: "Must be a multiple of 5", property: "loadingSeconds" });
  refuseFindings(findings);
  if (chatId === null || !isUserId(chatId)) throw badValue("chatId");
  const i = world.register.numberOf(chatId);
  // LINE does not tell whether it shows.
  if (i !== undefined && world.register.stateOf(i) === "friend") {
    world.loading.set(i, world.clock.wall() + seconds * 1000);
    world.streams.changed([i]);
  }
  return { status: 202, json: {} };
}

/** Marks everything up to the message of the token as read. Only seen when chat is on; else all is read at once. */
function markAsRead(call: Call): Answer {
  const { world } = call;
  const findings = newFindings();
  const token = textAt(findings, jsonBody(call), "", "markAsReadToken", { max: 1000, required: true });
  refuseFindings(findings);
  const [kind, messageId = ""] = unseal(token ?? "", world.channel.secret)?.split(":") ?? [];
  const act = kind === "read" ? world.talk.findMessage(messageId) : undefined;
  if (!act) {
    throw new Refusal(
      400,
      "Invalid markAsReadToken. Tokens must be used by the bot that received them via Webhook.",
    );
  }
  if (world.talk.readUpTo(act.i) < act.seq * PARTS)
    world.journal.commit("read", { i: act.i, seq: act.seq * PARTS });
  return ok();
}

function linkToken({ world, params }: Call): Answer {
  const i = knownUser(world, params.userId ?? "");
  return ok({ linkToken: seal(`link:${i}:${world.clock.now() + 600_000}`, world.channel.secret) });
}

export const readingEndpoints: Endpoint[] = [
  { method: "GET", path: "/v2/bot/profile/:userId", name: "profile", fault: "profile", run: profile },
  { method: "GET", path: "/v2/bot/info", name: "info", fault: "info", run: botInfo },
  { method: "GET", path: "/v2/bot/followers/ids", name: "followers", fault: "followers", run: followers },
  { method: "GET", path: "/v2/bot/message/quota", name: "quota", fault: "quota", run: quota },
  {
    method: "GET",
    path: "/v2/bot/message/quota/consumption",
    name: "quota.consumption",
    fault: "quota",
    run: consumption,
  },
  {
    method: "POST",
    path: "/v2/bot/chat/loading/start",
    name: "loading",
    fault: "loading",
    rate: RATES.loading,
    run: startLoading,
  },
  {
    method: "POST",
    path: "/v2/bot/chat/markAsRead",
    name: "markAsRead",
    fault: "mark-as-read",
    run: markAsRead,
  },
  {
    method: "POST",
    path: "/v2/bot/user/:userId/linkToken",
    name: "linkToken",
    fault: "profile",
    run: linkToken,
  },
];
