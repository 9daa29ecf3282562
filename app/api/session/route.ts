import { routeStaff, type StaffCtx } from "@/lib/auth/gate";
import { findSessionEnds } from "@/lib/auth/queries";
import { AppError } from "@/lib/core/errors";

/** Seconds until this session ends by itself, and until it ends in any case. */
async function answer(ctx: StaffCtx): Promise<Response> {
  const ends = await findSessionEnds(ctx, ctx.actor.sessionId);
  if (!ends) throw new AppError("unauthenticated");
  const seconds = (at: Date) => Math.max(0, Math.floor((at.getTime() - ctx.now.getTime()) / 1000));
  return Response.json({ idleSeconds: seconds(ends.idleAt), lastSeconds: seconds(ends.lastAt) });
}

/** Asked by the page itself: does not keep the session awake. */
export const GET = routeStaff("console.enter", answer, { background: true });
/** Pressed by a person: does. */
export const POST = routeStaff("console.enter", answer);
