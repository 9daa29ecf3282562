import type { z } from "zod";
import { can } from "@/lib/auth/permission";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { ok, type Result } from "@/lib/core/result";
import { readIndex } from "../../desk/queries";
import type { findTargetsInput } from "../schema";
import { findTargets, type Target } from "../suggest";

/** Reads only: entries of the draft that this person may teach, by a word. */
export async function searchTargets(
  ctx: Ctx<StaffActor>,
  input: z.output<typeof findTargetsInput>,
): Promise<Result<Target[]>> {
  const { index, entries } = await readIndex(ctx);
  const mine = entries.filter(({ sectionId }) => can(ctx.actor, "bot.write", { sectionId }).ok);
  return ok(findTargets(index, mine, input.text));
}
