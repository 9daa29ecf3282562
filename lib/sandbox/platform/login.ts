import { createHmac, timingSafeEqual } from "node:crypto";
import { seal, unseal } from "../ids";
import { isFields } from "../limits/findings";
import type { IssueIdToken, IssueIdTokenAnswer } from "../protocol";
import type { World } from "../world";
import { type Answer, ok } from "./answer";
import { type Call, type Endpoint, formBody } from "./call";

const ISSUER = "https://access.line.me";
const ID_TOKEN_SECONDS = 3600;
const ACCESS_TOKEN_SECONDS = 12 * 3600;

const loginError = (description: string, error = "invalid_request"): Answer => ({
  status: 400,
  json: { error, error_description: description },
});
const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
// LIFF's tokens are ES256; whoever asks this endpoint does not look at the signature.
const macOf = (world: World, text: string): string =>
  createHmac("sha256", `login:${world.channel.secret}`).update(text).digest("base64url");

/** What LIFF would have given the resident's browser. */
export function issueIdToken(world: World, i: number, asked: IssueIdToken): IssueIdTokenAnswer {
  const now = Math.floor(world.clock.now() / 1000);
  const clientId = asked.clientId ?? world.options.loginChannelId;
  const claims = {
    iss: ISSUER,
    sub: world.register.idOf(i),
    aud: clientId,
    exp: now + (asked.expiresInS ?? ID_TOKEN_SECONDS),
    iat: now,
    amr: ["linesso"],
    ...(asked.nonce === undefined ? {} : { nonce: asked.nonce }),
    ...((asked.scopes ?? ["profile"]).includes("profile") ? { name: world.register.nameOf(i) } : {}),
  };
  const text = `${encode({ typ: "JWT", alg: "HS256" })}.${encode(claims)}`;
  const until = world.clock.now() + ACCESS_TOKEN_SECONDS * 1000;
  return {
    idToken: `${text}.${macOf(world, text)}`,
    accessToken: seal(`login:${i}:${clientId}:${until}`, world.channel.secret),
  };
}

function claimsOf(world: World, idToken: string): Record<string, unknown> | null {
  const [header = "", payload = "", mac = ""] = idToken.split(".");
  const [given, wanted] = [Buffer.from(mac), Buffer.from(macOf(world, `${header}.${payload}`))];
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString());
  return isFields(claims) ? claims : null;
}

function verifyIdToken(call: Call): Answer {
  const { world } = call;
  const form = formBody(call);
  const claims = claimsOf(world, form.get("id_token") ?? "");
  if (!claims) return loginError("Invalid IdToken.");
  if (claims.iss !== ISSUER) return loginError("Invalid IdToken Issuer.");
  if (claims.aud !== form.get("client_id")) return loginError("Invalid IdToken Audience.");
  if (Number(claims.exp) <= world.clock.now() / 1000) return loginError("IdToken expired.");
  if (form.has("nonce") && claims.nonce !== form.get("nonce")) return loginError("Invalid IdToken Nonce.");
  if (form.has("user_id") && claims.sub !== form.get("user_id"))
    return loginError("Invalid IdToken Subject Identifier.");
  return ok(claims);
}

type Login = { i: number; clientId: string; expiresInS: number };

function loginOf(world: World, accessToken: string): Login | null {
  const [kind, i, clientId, until] = unseal(accessToken, world.channel.secret)?.split(":") ?? [];
  const expiresInS = Math.floor((Number(until) - world.clock.now()) / 1000);
  return kind === "login" && clientId !== undefined && expiresInS > 0
    ? { i: Number(i), clientId, expiresInS }
    : null;
}

/** LINE Login's access tokens, and the channel's own (v2.1 tokens are verified at the same address). */
function verifyAccessToken({ world, query }: Call): Answer {
  const token = query.get("access_token") ?? "";
  const login = loginOf(world, token);
  if (login) return ok({ client_id: login.clientId, expires_in: login.expiresInS, scope: "profile openid" });
  const check = world.accessTokens.check(token);
  if (check.ok) return ok({ client_id: world.channel.id, expires_in: check.expiresInS });
  return loginError("access token expired");
}

function withLogin(run: (world: World, login: Login) => Answer): Endpoint["run"] {
  return ({ world, bearer }) => {
    const login = loginOf(world, bearer);
    return login ? run(world, login) : { status: 401, json: { message: "invalid token" } };
  };
}

const endpoint = (method: "GET" | "POST", path: string, name: string, run: Endpoint["run"]): Endpoint => ({
  method,
  path,
  name,
  fault: "login",
  auth: "none",
  run,
});

export const loginEndpoints: Endpoint[] = [
  endpoint("POST", "/oauth2/v2.1/verify", "login.verifyIdToken", verifyIdToken),
  endpoint("GET", "/oauth2/v2.1/verify", "login.verifyAccessToken", verifyAccessToken),
  endpoint(
    "GET",
    "/v2/profile",
    "login.profile",
    withLogin((world, { i }) =>
      ok({ userId: world.register.idOf(i), displayName: world.register.nameOf(i) }),
    ),
  ),
  endpoint(
    "GET",
    "/friendship/v1/status",
    "login.friendship",
    withLogin((world, { i }) => ok({ friendFlag: world.register.stateOf(i) === "friend" })),
  ),
];
