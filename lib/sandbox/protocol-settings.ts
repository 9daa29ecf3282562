/** Part of `protocol.ts`: faults, configuration, clock, sign-in tokens and reset. */

// ------------------------------------------------------------------------------------------ faults, config

export type SendEndpoint = "reply" | "push" | "multicast" | "broadcast" | "narrowcast";

export type FaultEndpoint =
  | SendEndpoint
  | "content"
  | "preview"
  | "token"
  | "profile"
  | "validate"
  | "richmenu"
  /** The batch alone, which `richmenu` strikes as well. */
  | "richmenu-batch"
  | "loading"
  | "mark-as-read"
  | "quota"
  | "followers"
  | "info"
  | "insight"
  | "webhook-endpoint"
  | "login"
  | "*";

/**
 * before: not accepted; after: accepted (ledger, reply token, retry key), then answered wrongly.
 * drop: the connection is cut without an answer; hang: no answer until `ms` (default 60,000), then cut; slow: waits `ms` (default
 * 1,000), then normal; slow-after: accepted, then waits. 401 … 410 and 202: that answer instead, nothing accepted.
 * Of `richmenu-batch` only: batch-ongoing: accepted, and done after `ms` (default 60,000) of the shiftable clock; batch-failed:
 * accepted, and given up after half of its operations.
 */
export type FaultKind =
  | "500-before"
  | "500-after"
  | "drop-before"
  | "drop-after"
  | "hang"
  | "hang-after"
  | "slow"
  | "slow-after"
  | "429-rate"
  | "429-quota"
  | "401"
  | "404"
  | "410"
  | "202"
  | "batch-ongoing"
  | "batch-failed";

/** `POST /_sandbox/faults` takes one or an array, added to those that stand; `DELETE /_sandbox/faults` removes all; `GET` lists. */
export type Fault = {
  endpoint: FaultEndpoint;
  kind: FaultKind;
  /** Share of the matching calls, 0 to 1, default 1; drawn from `seed`. */
  ratio?: number;
  /** Ends after so many hits. */
  times?: number;
  ms?: number;
  seed?: number;
};
export type FaultsAnswer = { faults: (Fault & { id: number; hits: number })[] };

/** `POST /_sandbox/config` changes what is named, answers all; `GET` answers all. Survives restarts. */
export type Config = {
  botName: string;
  /** https, mapped by SANDBOX_HOSTS. Null: none set. */
  webhookUrl: string | null;
  /** The "use webhook" switch. */
  webhookActive: boolean;
  /** The redelivery switch. On by default here (off at LINE). */
  redelivery: boolean;
  /** Pauses between attempts, milliseconds; the last one is the last attempt. */
  redeliveryDelaysMs: number[];
  webhookTimeoutMs: number;
  /** Events within this window go in one request. */
  batchWindowMs: number;
  maxBatchEvents: number;
  webhookConcurrency: number;
  /** Non-ASCII as \uXXXX in webhook bodies. */
  escapeUnicode: "never" | "sometimes" | "always";
  quota: { type: "none" } | { type: "limited"; value: number };
  /** "chat": messages stay unread until mark-as-read. */
  chatMode: "chat" | "bot";
  /** Verified account: followers/ids allowed. */
  verified: boolean;
  /** Factor on every rate limit; 0 switches them off. */
  bucketScale: number;
  /** Extra latency of every platform call, milliseconds. */
  latencyMs: number;
  /** Known but unfollowed ids in multicast: accepted and not delivered, or 400 (LINE's papers say both). */
  unknownRecipients: "accept" | "refuse";
};
export type ConfigChange = Partial<Config>;

/** `POST /_sandbox/clock`: shifts the clock that ages reply tokens, retry keys, access tokens and buckets. Not the times shown. */
export type ClockShift = { shiftMs: number };
export type ClockAnswer = { shiftMs: number; now: number };

/** `POST /_sandbox/login/id-token`: an ID token that `POST /oauth2/v2.1/verify` accepts, as LIFF would give one. */
export type IssueIdToken = {
  residentId: string;
  clientId?: string;
  nonce?: string;
  expiresInS?: number;
  scopes?: ("profile" | "email")[];
};
export type IssueIdTokenAnswer = { idToken: string; accessToken: string };

/** `POST /_sandbox/reset`: forgets everything, configuration and faults too (the webhook address stays unless `all`). */
export type Reset = { all?: boolean };
export type Ok = { ok: true };
