import type { ActiveFault } from "../faults";
import { type Fields, isFields } from "../limits/findings";
import { isNestedDeeper, NESTING_MAX } from "../limits/nesting";
import type { FaultEndpoint } from "../protocol";
import type { World } from "../world";
import { type Answer, Refusal } from "./answer";
import type { Rate } from "./buckets";

/** One request to the platform, past authentication. */
export type Call = {
  world: World;
  requestId: string;
  params: Record<string, string>;
  query: URLSearchParams;
  headers: Headers;
  body: Uint8Array;
  /** The bearer token, for LINE Login's endpoints. */
  bearer: string;
  retryKey: string | null;
  /** What strikes this call and is the endpoint's own to play. */
  fault: ActiveFault | null;
};

/** One endpoint: how it is found, guarded and answered. */
export type Endpoint = {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  /** Bucket and log name; LINE counts per method and path, whatever the parameters. */
  name: string;
  fault: FaultEndpoint;
  rate?: Rate;
  /** channel (default): a channel access token. none: token endpoints and LINE Login look for themselves. */
  auth?: "channel" | "none";
  /** Only four endpoints take X-Line-Retry-Key; the others refuse it. */
  takesRetryKey?: true;
  run(call: Call): Answer | Promise<Answer>;
};

const POSITION = /position (\d+)/;

/** The JSON object of the body. */
export function jsonBody(call: Call): Fields {
  const type = call.headers.get("content-type") ?? "";
  if (!/^application\/json\b/i.test(type))
    throw new Refusal(415, `The content type, ${type || "null"}, is not supported`);
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(call.body);
    value = JSON.parse(text);
  } catch (error) {
    const column = Number(POSITION.exec(error instanceof Error ? error.message : "")?.[1] ?? 0) + 1;
    throw new Refusal(400, `The request body could not be parsed as JSON (line: 1, column: ${column})`);
  }
  if (!isFields(value) || isNestedDeeper(text, NESTING_MAX))
    throw new Refusal(400, "The request body could not be parsed as JSON (line: 1, column: 1)");
  return value;
}

export function formBody(call: Call): URLSearchParams {
  const type = call.headers.get("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) {
    throw new Refusal(415, `The content type, ${type || "null"}, is not supported`);
  }
  return new URLSearchParams(Buffer.from(call.body).toString("utf8"));
}
