import { channelAccessToken } from "@line/bot-sdk";
import type { Settings } from "@/lib/core/env";

/** Stateless tokens live 15 minutes (LINE: Issue stateless channel access token); asked for again a minute before. */
const MARGIN_MS = 60_000;

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
  return {
    async current() {
      if (held && held.until > Date.now()) return held.token;
      asking ??= client
        .issueStatelessChannelTokenByClientSecret(settings.LINE_CHANNEL_ID, settings.LINE_CHANNEL_SECRET)
        .then((answer) => {
          held = { token: answer.access_token, until: Date.now() + answer.expires_in * 1000 - MARGIN_MS };
          return answer.access_token;
        })
        .finally(() => {
          asking = undefined;
        });
      return asking;
    },
    forget: () => {
      held = undefined;
    },
  };
}
