import { channelAccessToken } from "@line/bot-sdk";
import type { Settings } from "@/lib/core/env";

/**
 * Stateless tokens live 15 minutes (LINE: Issue stateless channel access token). Two minutes before the end another one is
 * asked for while the old one serves on; what is sent in its last moments could come too late.
 */
const AHEAD_MS = 120_000;
const LAST_MS = 15_000;

export type TokenSource = { current: () => Promise<string>; forget: () => void };

/**
 * The channel access token: the one from the settings, else a stateless one from channel id and secret, fetched once
 * for all callers that wait. `forget` after a 401 makes the next caller fetch another.
 */
export function createTokenSource(settings: Settings): TokenSource {
  if (settings.LINE_CHANNEL_ACCESS_TOKEN) {
    const fixed = settings.LINE_CHANNEL_ACCESS_TOKEN;
    return { current: async () => fixed, forget: () => {} };
  }
  const client = new channelAccessToken.ChannelAccessTokenClient({ baseURL: settings.LINE_API_BASE_URL });
  let held: { token: string; until: number } | undefined;
  let asking: Promise<string> | undefined;
  const ask = (): Promise<string> => {
    const askedAt = performance.now();
    asking ??= client
      .issueStatelessChannelTokenByClientSecret(settings.LINE_CHANNEL_ID, settings.LINE_CHANNEL_SECRET)
      .then((answer) => {
        held = { token: answer.access_token, until: askedAt + answer.expires_in * 1000 };
        return answer.access_token;
      })
      .finally(() => {
        asking = undefined;
      });
    return asking;
  };
  return {
    async current() {
      const leftMs = held ? held.until - performance.now() : 0;
      if (held && leftMs > AHEAD_MS) return held.token;
      const next = ask();
      if (!held || leftMs <= LAST_MS) return next;
      next.catch(() => {}); // asked again by the next caller
      return held.token;
    },
    forget: () => {
      held = undefined;
    },
  };
}
