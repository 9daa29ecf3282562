import { randomBytes } from "node:crypto";
import type { Clock } from "../clock";
import { seal, unseal } from "../ids";
import type { Journal } from "../journal";

export const STATELESS_SECONDS = 900;
export const SHORT_LIVED_SECONDS = 30 * 24 * 3600;
const SHORT_LIVED_MAX = 30;

type TokenCheck = { ok: true; expiresInS: number } | { ok: false; reason: string };

export type AccessTokens = {
  /** 15 minutes, any number, cannot be revoked: nothing is stored. */
  issueStateless(): string;
  /** 30 days, 30 at most: the oldest falls out. */
  issueShortLived(): string;
  check(token: string): TokenCheck;
  revoke(token: string): void;
};

export type ChannelKeys = { id: string; secret: string; longLivedToken: string };

export function createAccessTokens(journal: Journal, clock: Clock, channel: ChannelKeys): AccessTokens {
  const shortLived = new Map<string, number>();
  const revoked = new Set<string>();
  journal.on("accessToken", ({ token, expiresAt }) => {
    shortLived.set(token, expiresAt);
    for (const oldest of [...shortLived.keys()].slice(0, Math.max(0, shortLived.size - SHORT_LIVED_MAX))) {
      shortLived.delete(oldest);
    }
  });
  journal.on("accessTokenRevoked", ({ token }) => {
    shortLived.delete(token);
    revoked.add(token);
  });
  const leftUntil = (expiresAt: number): TokenCheck => {
    const left = Math.floor((expiresAt - clock.now()) / 1000);
    return left > 0 ? { ok: true, expiresInS: left } : { ok: false, reason: "The access token expired" };
  };

  return {
    issueStateless: () =>
      seal(
        `stateless:${clock.now() + STATELESS_SECONDS * 1000}:${randomBytes(12).toString("hex")}`,
        channel.secret,
      ),
    issueShortLived() {
      const token = randomBytes(48).toString("base64url");
      journal.commit("accessToken", { token, expiresAt: clock.now() + SHORT_LIVED_SECONDS * 1000 });
      return token;
    },
    check(token) {
      const invalid: TokenCheck = {
        ok: false,
        reason: "invalid token. Confirm that the access token in the authorization header is valid.",
      };
      if (revoked.has(token)) return invalid;
      if (channel.longLivedToken !== "" && token === channel.longLivedToken)
        return { ok: true, expiresInS: 3_138_007_490 };
      const stored = shortLived.get(token);
      if (stored !== undefined) return leftUntil(stored);
      const [kind, expiresAt] = unseal(token, channel.secret)?.split(":") ?? [];
      return kind === "stateless" ? leftUntil(Number(expiresAt)) : invalid;
    },
    revoke(token) {
      if (shortLived.has(token) || token === channel.longLivedToken)
        journal.commit("accessTokenRevoked", { token });
    },
  };
}
