import { z } from "zod";
import { interestPart, type Part } from "../choices";

export const enterSchema = z.object({ idToken: z.string().min(1).max(4_000) });

const part = z.union([
  z.enum(["age_band", "gender", "area", "spoken", "stopped"]),
  z
    .string()
    .regex(/^interest:(\d|[1-5]\d)$/)
    .transform((text): Part => interestPart(Number(text.slice("interest:".length)))),
]);

/** One part set to one value: two devices that change different parts do not meet. */
export const changeSchema = z.object({ part, value: z.number().int().min(-1).max(2_147_483_647) });

export const readSchema = z.object({ mark: z.string() });
