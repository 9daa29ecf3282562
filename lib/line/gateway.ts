import { HTTPFetchError, insight, messagingApi } from "@line/bot-sdk";
import { setGlobalDispatcher } from "undici";
import type { Settings } from "@/lib/core/env";
import { type Bounds, createBounded } from "./bound-gateway";
import { createTokenSource } from "./token-gateway";

/** What LINE said, or that it said nothing: then the message may or may not have arrived. */
export type LineOutcome =
  | { kind: "answered"; status: number; message: string; requestId: string | null; sentMessageIds: string[] }
  | { kind: "silent"; error: string };

export type LineContent =
  | { kind: "ready"; bytes: Buffer; contentType: string }
  | { kind: "preparing" }
  | { kind: "gone" }
  | { kind: "missing" }
  | { kind: "too-large" }
  | { kind: "silent"; error: string };

/** `none`: 地方公共団体プラン and the like. */
export type LineQuota = { type: "none"; used: number } | { type: "limited"; limit: number; used: number };

export type LineInsight = { kind: "figures"; figures: unknown } | { kind: "failed"; error: string };

export type LineGateway = {
  reply: (replyToken: string, messages: unknown[]) => Promise<LineOutcome>;
  push: (lineUserId: string, messages: unknown[], retryKey: string) => Promise<LineOutcome>;
  /** At most 500 recipients. `unit`: the name under which LINE counts opens and clicks. */
  multicast: (
    request: { to: string[]; messages: readonly unknown[]; unit: string },
    retryKey: string,
  ) => Promise<LineOutcome>;
  /** The month's quota and what is used of it; null when LINE does not tell. */
  quota: () => Promise<LineQuota | null>;
  /** Messages left this month; null when there is no limit or LINE does not tell. */
  quotaLeft: () => Promise<number | null>;
  /** What the recipients of a unit's messages opened and tapped on these days (yyyyMMdd), as LINE tells it. 60 calls an hour. */
  insight: (unit: string, from: string, to: string) => Promise<LineInsight>;
  /** Friends, reach and blocks at the end of a day (yyyyMMdd), as LINE tells it. 60 calls an hour. */
  followers: (day: string) => Promise<LineInsight>;
  /** LINE's guess of who the friends are, some three days old. 60 calls an hour. */
  demographic: () => Promise<LineInsight>;
  /** A message's photo, up to `maxBytes`. */
  content: (messageId: string, maxBytes: number) => Promise<LineContent>;
  /** BCP 47 language of the resident's LINE app; null when LINE does not tell. */
  language: (lineUserId: string) => Promise<string | null>;
  showLoading: (lineUserId: string, seconds: number) => Promise<void>;
};

/** LINE's ids of messages are digits; ours are checked because SDK 11.0.0 does not guard its paths. */
const MESSAGE_ID = /^[0-9A-Za-z_-]{1,64}$/;
const USER_ID = /^U[0-9a-f]{32}$/;

/** Bounds for every call to LINE: the SDK has none of its own. What runs into one is silence. */
export function boundCalls(bounds?: Bounds): void {
  setGlobalDispatcher(createBounded(bounds));
}

function messageOf(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === "object" && parsed !== null && "message" in parsed) return String(parsed.message);
  } catch {
    // Not JSON: an answer of a proxy in between.
  }
  return "";
}

/** What a send call answers; only reply and push tell the ids of their messages. */
type Sent = { httpResponse: Response; body: object };

const sentIdsOf = (body: object): string[] =>
  "sentMessages" in body && Array.isArray(body.sentMessages)
    ? body.sentMessages.map((message: { id: string }) => String(message.id))
    : [];

/**
 * Without a token nothing was sent. Refused credentials look like LINE's 401, so that nobody takes the token endpoint's
 * 400 for a word about the messages.
 */
function outcomeWithoutToken(error: unknown): LineOutcome {
  const isRefused = error instanceof HTTPFetchError && [400, 401, 403].includes(error.status);
  return isRefused
    ? { kind: "answered", status: 401, message: "no access token", requestId: null, sentMessageIds: [] }
    : { kind: "silent", error: `token-${causeCode(error)}` };
}

async function outcomeOf(call: () => Promise<Sent>): Promise<LineOutcome> {
  try {
    const { httpResponse, body } = await call();
    return {
      kind: "answered",
      status: httpResponse.status,
      message: "",
      requestId: httpResponse.headers.get("x-line-request-id"),
      sentMessageIds: sentIdsOf(body),
    };
  } catch (error) {
    if (error instanceof HTTPFetchError) {
      const accepted = error.headers.get("x-line-accepted-request-id");
      return {
        kind: "answered",
        status: error.status,
        message: messageOf(error.body),
        requestId: accepted ?? error.headers.get("x-line-request-id"),
        sentMessageIds: [],
      };
    }
    return { kind: "silent", error: causeCode(error) };
  }
}

const causeCode = (error: unknown): string => {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause && typeof cause === "object" && "code" in cause ? cause.code : undefined;
  return typeof code === "string" ? code : error instanceof Error ? error.name : "unknown";
};

/** No further than `maxBytes`: leaving the loop lets go of the connection. */
async function readContent(response: Response, maxBytes: number): Promise<LineContent> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > maxBytes) return { kind: "too-large" };
    parts.push(part);
  }
  const contentType = response.headers.get("content-type") ?? "";
  return { kind: "ready", bytes: Buffer.concat(parts), contentType };
}

export function createLineGateway(settings: Settings): LineGateway {
  const token = createTokenSource(settings);
  const api = async () =>
    new messagingApi.MessagingApiClient({
      channelAccessToken: await token.current(),
      baseURL: settings.LINE_API_BASE_URL,
    });
  /** Not by the SDK: its stream never ends when a download breaks off, and throws where nobody can catch it. */
  const download = async (messageId: string): Promise<Response> =>
    fetch(new URL(`/v2/bot/message/${messageId}/content`, settings.LINE_DATA_API_BASE_URL), {
      headers: { authorization: `Bearer ${await token.current()}` },
    });
  const send = async (call: (client: messagingApi.MessagingApiClient) => Promise<Sent>) => {
    let client: messagingApi.MessagingApiClient;
    try {
      client = await api();
    } catch (error) {
      return outcomeWithoutToken(error);
    }
    const result = await outcomeOf(() => call(client));
    if (result.kind === "answered" && result.status === 401) token.forget();
    return result;
  };

  const quota = async (): Promise<LineQuota | null> => {
    try {
      const client = await api();
      const { type, value } = await client.getMessageQuota();
      const { totalUsage } = await client.getMessageQuotaConsumption();
      if (type === "none") return { type, used: totalUsage };
      return type === "limited" && value !== undefined ? { type, limit: value, used: totalUsage } : null;
    } catch (error) {
      if (error instanceof HTTPFetchError && error.status === 401) token.forget();
      return null; // LINE does not tell: then its words decide
    }
  };

  const figures = async (ask: (client: insight.InsightClient) => Promise<object>): Promise<LineInsight> => {
    try {
      const client = new insight.InsightClient({
        channelAccessToken: await token.current(),
        baseURL: settings.LINE_API_BASE_URL,
      });
      return { kind: "figures", figures: await ask(client) };
    } catch (error) {
      if (!(error instanceof HTTPFetchError)) return { kind: "failed", error: causeCode(error) };
      if (error.status === 401) token.forget();
      return { kind: "failed", error: `http-${error.status}` };
    }
  };

  return {
    reply: (replyToken, messages) =>
      send((client) =>
        client.replyMessageWithHttpInfo({ replyToken, messages: messages as messagingApi.Message[] }),
      ),
    push: (to, messages, retryKey) =>
      send((client) =>
        client.pushMessageWithHttpInfo({ to, messages: messages as messagingApi.Message[] }, retryKey),
      ),
    multicast: ({ to, messages, unit }, retryKey) =>
      send((client) =>
        client.multicastWithHttpInfo(
          { to, messages: messages as messagingApi.Message[], customAggregationUnits: [unit] },
          retryKey,
        ),
      ),
    quota,
    async quotaLeft() {
      const told = await quota();
      return told?.type === "limited" ? Math.max(0, told.limit - told.used) : null;
    },
    insight: (unit, from, to) =>
      figures(async (client) => {
        const { overview, messages, clicks } = await client.getStatisticsPerUnit(unit, from, to);
        return { overview, messages, clicks };
      }),
    followers: (day) => figures((client) => client.getNumberOfFollowers(day)),
    demographic: () => figures((client) => client.getFriendsDemographics()),
    async content(messageId, maxBytes) {
      if (!MESSAGE_ID.test(messageId)) return { kind: "missing" };
      try {
        const response = await download(messageId);
        if (response.status === 200) return await readContent(response, maxBytes);
        await response.body?.cancel();
        if (response.status === 202) return { kind: "preparing" };
        if (response.status === 410) return { kind: "gone" };
        if (response.status === 404) return { kind: "missing" };
        if (response.status === 401) token.forget();
        return { kind: "silent", error: `http-${response.status}` };
      } catch (error) {
        if (!(error instanceof HTTPFetchError)) return { kind: "silent", error: causeCode(error) };
        return { kind: "silent", error: `http-${error.status}` }; // no token
      }
    },
    async language(lineUserId) {
      if (!USER_ID.test(lineUserId)) return null;
      try {
        return (await (await api()).getProfile(lineUserId)).language ?? null;
      } catch {
        return null; // 404 for anyone who is not a friend, blocked us or did not consent: not an error
      }
    },
    async showLoading(lineUserId, seconds) {
      await (await api())
        .showLoadingAnimation({ chatId: lineUserId, loadingSeconds: seconds })
        .catch(() => {});
    },
  };
}
