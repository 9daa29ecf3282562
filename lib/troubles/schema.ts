import { z } from "zod";
import { DISMISSAL_REASONS } from "@/lib/inbox/dismissal";

export const eventInput = z.object({ id: z.string().min(1).max(128) });
export const dismissInput = z.object({
  ...eventInput.shape,
  reason: z.enum(DISMISSAL_REASONS, "処理しない理由を選んでください。"),
});
export const mailInput = z.object({ id: z.uuid() });
export const nothingInput = z.object({});
