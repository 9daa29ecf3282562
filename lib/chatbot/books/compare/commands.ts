import type { z } from "zod";
import type { Ctx } from "@/lib/core/context";
import { ok, type Result } from "@/lib/core/result";
import type { compareInput } from "../schema";
import type { ChangeCounts } from "../state";
import { countAgainstLive } from "./queries";

/** Reads only: the numbers that somebody sees before a version takes the place of what is live. */
export const compareWithLive = async (
  ctx: Ctx,
  input: z.output<typeof compareInput>,
): Promise<Result<ChangeCounts>> => ok(await countAgainstLive(ctx, input));
