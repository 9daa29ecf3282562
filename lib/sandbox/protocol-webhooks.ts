/** Part of `protocol.ts`: how events reach the webhook. */

// ------------------------------------------------------------------------------------------------ webhook

/** `GET /_sandbox/webhooks?after=<n>&limit=<default 200>`: every attempt, newest 5,000 kept; not across restarts. */
export type WebhooksAnswer = { deliveries: WebhookDelivery[]; next: number | null };
export type WebhookDelivery = {
  n: number;
  at: number;
  url: string | null;
  events: { eventId: string; type: string; residentId: string | null }[];
  redelivery: boolean;
  /** Copy made by `duplicate`. */
  duplicate: boolean;
  attempt: number;
  /** 0: no answer. */
  status: number;
  /** "ok", or LINE's reason: could_not_connect, request_timeout, error_status_code, unclassified; "no_endpoint". */
  reason: string;
  ms: number;
  bytes: number;
};

/** `GET /_sandbox/webhooks/errors`: like the console's error tab, grouped by reason and detail within 60 s. */
export type WebhookErrorsAnswer = {
  errors: { from: number; to: number; reason: string; detail: string; count: number }[];
  /** Events whose last attempt failed and that will not be tried again. */
  gaveUp: string[];
};

/** `POST /_sandbox/webhooks/release`: delivers held events. */
export type ReleaseHeld = {
  /** Shuffle with this seed; else in order. */
  shuffle?: number | string;
  /** Events a request; default all in one (at most 100). */
  batchSize?: number;
  /** Only of these residents. */
  residents?: string[];
};
export type ReleaseHeldAnswer = { released: number };

/** `POST /_sandbox/webhooks/redeliver`: tries given-up events again (redelivery), or the named ones even if they were delivered. */
export type Redeliver = { eventIds?: string[] };
export type RedeliverAnswer = { queued: number };

/** `POST /_sandbox/webhooks/idle {timeoutMs?}`: answers when no event is waiting or in flight (held ones do not count). */
export type WaitIdle = { timeoutMs?: number };
export type WaitIdleAnswer = { idle: boolean; pendingEvents: number };
