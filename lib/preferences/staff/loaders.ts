import "server-only";
import { requireStaff } from "@/lib/auth/gate";
import { listBoundLines } from "./queries";

/** One's own LINE accounts for tests and drills. */
export async function loadBoundLines() {
  const ctx = await requireStaff("console.enter");
  return { lines: await listBoundLines(ctx, ctx.actor.staffId), now: ctx.now };
}
