import type { Context } from "hono";
import { z } from "zod";
import { ActRefused } from "../acts";

/** Parses the JSON body; an empty one means `{}`. What is wrong is said in the answer (400). */
export async function bodyOf<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  const text = await c.req.text();
  let value: unknown;
  try {
    value = text.trim() === "" ? {} : JSON.parse(text);
  } catch {
    throw new ActRefused("the body is not JSON");
  }
  return parse(schema, value);
}

export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ActRefused(
    parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; "),
  );
}

export const webhookOptions = {
  duplicate: z.number().int().min(0).max(20).optional(),
  delayMs: z.number().min(0).max(600_000).optional(),
  hold: z.boolean().optional(),
};

/** `after` and `limit` of a list. */
export function pageOf(
  c: Context,
  limit: { standard: number; max: number },
): { after: number; limit: number } {
  return parse(
    z.object({
      after: z.coerce.number().default(0),
      limit: z.coerce.number().int().min(1).max(limit.max).default(limit.standard),
    }),
    { after: c.req.query("after"), limit: c.req.query("limit") },
  );
}
