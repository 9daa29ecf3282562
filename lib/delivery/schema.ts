import { z } from "zod";

/** One deed on one broadcast, with why where a person says it. */
export const deedInput = z.object({ id: z.uuid(), reason: z.string().trim().max(1000).optional() });

export const nothingInput = z.object({});
