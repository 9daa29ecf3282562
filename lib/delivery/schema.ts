import { z } from "zod";

export const nothingInput = z.object({});

/** `reason` is for the record of this broadcast; residents never see it. */
export const deedInput = z.object({
  id: z.uuid(),
  reason: z.string().trim().max(500).optional(),
});
