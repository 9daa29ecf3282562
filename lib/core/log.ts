import pino from "pino";
import { logLevel } from "./env";

/**
 * The one log. JSON lines on standard error. Message texts, photo addresses, secrets and whole LINE ids never go in:
 * pass ids through `shortId`, and name what happened in `event`.
 */
export const log = pino(
  {
    level: logLevel(),
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        "text",
        "body",
        "payload",
        "token",
        "password",
        "secret",
        "authorization",
        "*.text",
        "*.body",
        "*.payload",
        "*.token",
        "*.password",
        "*.secret",
        "*.authorization",
        "email",
        "*.email",
      ],
      censor: "[redacted]",
    },
  },
  pino.destination({ dest: 2, sync: true }),
);

/** Enough of an id to tell two apart in a log, not enough to find a person. */
export const shortId = (id: string | null | undefined): string => (id ? `${id.slice(0, 5)}…` : "-");

/** An error as log fields: its name and message only for our own and system errors, else the name alone. */
export function errorFields(error: unknown): { error: string; code?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = (error as { code?: unknown }).code ?? (error.cause as { code?: unknown } | undefined)?.code;
  return {
    error: error.name === "AppError" ? error.message : error.name,
    ...(typeof code === "string" ? { code } : {}),
  };
}
