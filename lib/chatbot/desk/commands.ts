import type { z } from "zod";
import type { Ctx } from "@/lib/core/context";
import { ok, type Result } from "@/lib/core/result";
import { type Overlap, overlapsWith } from "./overlap";
import { knownForms, readBooks } from "./queries";
import type { overlapsInput } from "./schema";

/** Stands for an entry that has no key yet. */
const NEW_KEY = "";

/** Reads only: which other entries the words that are being typed would meet. */
export async function checkOverlaps(
  ctx: Ctx,
  input: z.output<typeof overlapsInput>,
): Promise<Result<Overlap[]>> {
  const { entries } = await readBooks(ctx, { which: "draft" });
  const { key, reading, ...words } = input;
  return ok(overlapsWith({ ...words, key: key ?? NEW_KEY, reading: reading || null }, entries, knownForms));
}
