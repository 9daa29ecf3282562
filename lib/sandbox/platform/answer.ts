import type { Finding, Findings } from "../limits/findings";

export type Answer = {
  status: number;
  json?: unknown;
  bytes?: Uint8Array;
  headers?: Record<string, string>;
};

export const ok = (json: unknown = {}): Answer => ({ status: 200, json });

/** A refusal in LINE's words. Nothing of the call has happened when it is thrown. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(
    status: number,
    message: string,
    more: { details?: Finding[]; headers?: Record<string, string>; body?: object } = {},
  ) {
    super(message);
    this.answer = {
      status,
      json: {
        message,
        ...(more.details && more.details.length > 0 ? { details: more.details } : {}),
        ...more.body,
      },
      ...(more.headers ? { headers: more.headers } : {}),
    };
  }
}

export const badProperty = (property: string): Refusal =>
  new Refusal(400, `The property, ${property}, in the request body is invalid (line: -, column: -)`);

export const badValue = (parameter: string): Refusal =>
  new Refusal(400, `The value for the '${parameter}' parameter is invalid`);

export const MONTHLY_LIMIT = "You have reached your monthly limit.";
export const RATE_LIMIT = "The API rate limit has been exceeded. Try again later.";

/** Throws what the findings amount to. */
export function refuseFindings(findings: Findings): void {
  if (findings.wrongType !== null) throw badProperty(findings.wrongType);
  const count = findings.list.length;
  if (count === 0) return;
  throw new Refusal(400, `The request body has ${count} error(s)`, { details: findings.list });
}
