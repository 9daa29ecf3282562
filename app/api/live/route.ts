import { routeStaff } from "@/lib/auth/gate";
import { AppError } from "@/lib/core/errors";
import { openFeed } from "@/lib/live/feed/store";

export const dynamic = "force-dynamic";

/** Server-sent events: which reports are new or have changed, within the person's scope. */
export const GET = routeStaff(
  "report.view",
  async (ctx, request) => {
    const lastSeen = Number(request.headers.get("last-event-id") ?? Number.NaN);
    const stream = await openFeed(ctx, Number.isFinite(lastSeen) ? new Date(lastSeen) : null, request.signal);
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
