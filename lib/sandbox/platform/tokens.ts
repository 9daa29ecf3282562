import { timingSafeEqual } from "node:crypto";
import { SHORT_LIVED_SECONDS, STATELESS_SECONDS } from "../state/access-tokens";
import type { World } from "../world";
import { type Answer, ok } from "./answer";
import { RATES } from "./buckets";
import { type Call, type Endpoint, formBody } from "./call";

const oauthError = (error: string, description: string): Answer => ({
  status: 400,
  json: { error, error_description: description },
});

const same = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/** Null when grant type, channel id and secret are right. */
function wrongClient(world: World, form: URLSearchParams): Answer | null {
  if (form.get("grant_type") !== "client_credentials")
    return oauthError("unsupported_grant_type", "invalid grant_type");
  if (!form.get("client_id") || !form.get("client_secret")) {
    // Assertions are signed with a key that is registered in LINE's console, which this sandbox does not have.
    return oauthError("invalid_request", "Missing client_id or client_secret");
  }
  const right =
    form.get("client_id") === world.channel.id && same(form.get("client_secret") ?? "", world.channel.secret);
  return right ? null : oauthError("invalid_client", "invalid client_id or client_secret");
}

function stateless(call: Call): Answer {
  return (
    wrongClient(call.world, formBody(call)) ??
    ok({
      token_type: "Bearer",
      access_token: call.world.accessTokens.issueStateless(),
      expires_in: STATELESS_SECONDS,
    })
  );
}

function shortLived(call: Call): Answer {
  return (
    wrongClient(call.world, formBody(call)) ??
    ok({
      access_token: call.world.accessTokens.issueShortLived(),
      expires_in: SHORT_LIVED_SECONDS,
      token_type: "Bearer",
    })
  );
}

function verify(call: Call): Answer {
  const check = call.world.accessTokens.check(formBody(call).get("access_token") ?? "");
  return check.ok
    ? ok({ client_id: call.world.channel.id, expires_in: check.expiresInS, scope: "P CM" })
    : oauthError("invalid_request", "access token expired");
}

function revoke(call: Call): Answer {
  call.world.accessTokens.revoke(formBody(call).get("access_token") ?? "");
  return ok();
}

const endpoint = (path: string, name: string, run: Endpoint["run"], rate?: Endpoint["rate"]): Endpoint => ({
  method: "POST",
  path,
  name,
  fault: "token",
  auth: "none",
  run,
  ...(rate ? { rate } : {}),
});

export const tokenEndpoints: Endpoint[] = [
  endpoint("/oauth2/v3/token", "token.stateless", stateless),
  endpoint("/v2/oauth/accessToken", "token.shortLived", shortLived, RATES.shortLivedToken),
  endpoint("/v2/oauth/verify", "token.verify", verify),
  endpoint("/v2/oauth/revoke", "token.revoke", revoke),
  endpoint("/oauth2/v2.1/token", "token.jwt", () => oauthError("invalid_client", "Invalid client_assertion")),
];
