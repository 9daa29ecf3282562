import { routeStaff } from "@/lib/auth/gate";
import { AppError } from "@/lib/core/errors";
import { openFeed, readLastSeen } from "@/lib/live/feed/store";
import { getHub } from "@/lib/live/store";

export const dynamic = "force-dynamic";

/** While this process ends: on a connection that is left, so that the next try finds the one that comes after. */
const ending = () =>
  new Response(null, { status: 503, headers: { "Retry-After": "2", Connection: "close" } });

/** Server-sent events: which reports are new or have changed, within the person's scope. */
export const GET = routeStaff(
  "report.view",
  async (ctx, request) => {
    const lastSeen = readLastSeen(request.headers.get("last-event-id"));
    const stream = await openFeed(ctx, lastSeen, request.signal);
    if (getHub().hasEnded()) return ending();
    if (!stream) throw new AppError("too-many", "live feed");
    return new Response(stream, {
      headers: {
        "Content-Type": "text/event-stream; charset=utf-8",
        // no-transform: a compressing server would hold events back until its buffer is full.
        "Cache-Control": "private, no-store, no-transform",
        "X-Accel-Buffering": "no",
      },
    });
  },
  { background: true },
);
