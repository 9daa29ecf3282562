import { seal, unseal } from "../ids";
import { arrayAt, type Fields, isFields, newFindings } from "../limits/findings";
import { checkMessages, checkSendOptions } from "../limits/messages";
import type { LineJson, SendEndpoint } from "../protocol";
import { UNITS_A_MONTH } from "../state/quota";
import type { World } from "../world";
import { type Answer, badProperty, MONTHLY_LIMIT, ok, Refusal, refuseFindings } from "./answer";
import { RATES } from "./buckets";
import { type Call, type Endpoint, jsonBody } from "./call";
import { allFriends, findPushTarget, type Recipients, resolveMany, toOne } from "./recipients";

const QUOTABLE = new Set(["text", "textV2", "sticker", "image", "video", "template", "flex"]);
const UNIT_MAX = 30;

/** The body of a send call, every limit checked. */
function checkedBody(call: Call): Fields {
  const body = jsonBody(call);
  const findings = newFindings();
  checkMessages(findings, body);
  checkSendOptions(findings, body);
  refuseFindings(findings);
  for (const [n, message] of (body.messages as unknown[]).entries()) {
    const token = isFields(message) ? message.quoteToken : undefined;
    if (typeof token !== "string" || unseal(token, call.world.channel.secret)?.startsWith("quote:")) continue;
    throw badProperty(`messages[${n}].quoteToken`);
  }
  return body;
}

function textOf(body: Fields, key: string): string {
  const value = body[key];
  if (value === undefined || value === null || value === "") {
    throw new Refusal(400, "The request body has 1 error(s)", {
      details: [{ message: "May not be empty", property: key }],
    });
  }
  if (typeof value !== "string") throw badProperty(key);
  return value;
}

const sentMessages = (
  world: World,
  seq: number,
  messages: readonly LineJson[],
): { id: string; quoteToken?: string }[] =>
  messages.map((message, part) => {
    const id = world.talk.messageId(seq, part);
    return QUOTABLE.has(message.type ?? "")
      ? { id, quoteToken: seal(`quote:${id}`, world.channel.secret) }
      : { id };
  });

/** An accepted retry key answers the same again, whatever else changed: 409 with the first request's id. */
function refuseAcceptedKey(call: Call): void {
  const { world, retryKey } = call;
  const accepted = retryKey === null ? null : world.retryKeys.findAccepted(retryKey);
  if (!accepted) return;
  world.tally.retryKeyConflicts += 1;
  const sent = sentMessages(world, accepted.seq, world.ledger.body(accepted.body).messages);
  throw new Refusal(409, "The retry key is already accepted", {
    headers: { "x-line-accepted-request-id": accepted.requestId },
    ...(accepted.endpoint === "push" ? { body: { sentMessages: sent } } : {}),
  });
}

function refuseOverQuota(world: World, { to, missed }: Recipients): void {
  const { quota } = world.config;
  if (quota.type === "none") return;
  if (world.quota.used() + new Set(to).size - missed.length > quota.value)
    throw new Refusal(429, MONTHLY_LIMIT);
}

function unitsOf(world: World, body: Fields): string[] {
  const names = (Array.isArray(body.customAggregationUnits) ? body.customAggregationUnits : []) as string[];
  const known = world.quota.units();
  return names.filter(
    (name) => name.length <= UNIT_MAX && (known.includes(name) || known.length < UNITS_A_MONTH),
  );
}

/** Writes the acceptance down. Nothing before this line has changed anything; nothing after it can fail. */
function accept(
  call: Call,
  endpoint: SendEndpoint,
  body: Fields,
  recipients: Recipients,
  replyToken?: string,
): number {
  const { world, requestId, retryKey } = call;
  const messages = body.messages as LineJson[];
  const known = world.ledger.findBody(messages);
  const seq = world.talk.nextSeq();
  const units = unitsOf(world, body);
  world.journal.commit("sent", {
    seq,
    at: world.clock.wall(),
    now: world.clock.now(),
    requestId,
    endpoint,
    ...(retryKey === null ? {} : { retryKey }),
    ...(replyToken === undefined ? {} : { replyToken }),
    to: recipients.to,
    ...(recipients.missed.length > 0 ? { missed: recipients.missed } : {}),
    body: known ?? world.ledger.bodies(),
    ...(known === null ? { messages } : {}),
    ...(body.notificationDisabled === true ? { silent: true as const } : {}),
    ...(units.length > 0 ? { units } : {}),
  });
  world.media.check(messages, requestId);
  return seq;
}

function reply(call: Call): Answer {
  const { world } = call;
  const body = checkedBody(call);
  const given = textOf(body, "replyToken");
  const token = world.replyTokens.find(given);
  const state = token ? world.replyTokens.stateOf(token) : "undelivered";
  if (!token || state !== "fresh") {
    const refused = world.tally.refusedReplies;
    if (state === "used") refused.used += 1;
    else if (state === "expired") refused.expired += 1;
    else refused.unknown += 1;
    throw new Refusal(400, "Invalid reply token");
  }
  // Whoever wrote gets the answer, friend or not, unless they have blocked the account since.
  const blocked = world.register.stateOf(token.i) === "blocked";
  const recipients: Recipients = { to: [token.i], missed: blocked ? [[token.i, "blocked"]] : [] };
  const seq = accept(call, "reply", body, recipients, given);
  return ok({ sentMessages: sentMessages(world, seq, body.messages as LineJson[]) });
}

function push(call: Call): Answer {
  const { world } = call;
  const body = checkedBody(call);
  const to = textOf(body, "to");
  refuseAcceptedKey(call);
  const recipients = toOne(world, findPushTarget(world, to));
  refuseOverQuota(world, recipients);
  const seq = accept(call, "push", body, recipients);
  return ok({ sentMessages: sentMessages(world, seq, body.messages as LineJson[]) });
}

function multicast(call: Call): Answer {
  const body = checkedBody(call);
  const findings = newFindings();
  const ids = arrayAt(findings, body, "", "to", { min: 1, max: 500, required: true }) ?? [];
  refuseFindings(findings);
  refuseAcceptedKey(call);
  const recipients = resolveMany(call.world, ids);
  refuseOverQuota(call.world, recipients);
  accept(call, "multicast", body, recipients);
  return ok();
}

function broadcast(call: Call): Answer {
  const body = checkedBody(call);
  refuseAcceptedKey(call);
  const recipients = allFriends(call.world);
  refuseOverQuota(call.world, recipients);
  accept(call, "broadcast", body, recipients);
  return ok();
}

/** Looks at `messages` alone and sends nothing. */
function validate(call: Call): Answer {
  const body = jsonBody(call);
  const findings = newFindings();
  checkMessages(findings, body);
  refuseFindings(findings);
  return ok();
}

const send = (name: SendEndpoint, rate: Endpoint["rate"], run: Endpoint["run"]): Endpoint => ({
  method: "POST",
  path: `/v2/bot/message/${name}`,
  name,
  fault: name,
  run,
  ...(rate ? { rate } : {}),
  ...(name === "reply" ? {} : { takesRetryKey: true as const }),
});

export const sendingEndpoints: Endpoint[] = [
  send("reply", undefined, reply),
  send("push", undefined, push),
  send("multicast", RATES.multicast, multicast),
  send("broadcast", RATES.hourly60, broadcast),
  // Needs audiences, which this sandbox does not have.
  send("narrowcast", RATES.hourly60, () => {
    throw new Refusal(403, "Access to this API is not available for your account");
  }),
  ...(["reply", "push", "multicast", "narrowcast", "broadcast"] as const).map(
    (kind): Endpoint => ({
      method: "POST",
      path: `/v2/bot/message/validate/${kind}`,
      name: `validate.${kind}`,
      fault: "validate",
      run: validate,
    }),
  ),
];
