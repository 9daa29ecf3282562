import { z } from "zod";
import { routeStaff } from "@/lib/auth/gate";
import { can } from "@/lib/auth/permission";
import { AppError } from "@/lib/core/errors";
import { findLive, getProgress } from "@/lib/delivery/queries";
import { progressFor } from "@/lib/delivery/state";

export const dynamic = "force-dynamic";

/** The numbers of a broadcast as they are now; pages ask once a second while it goes out. */
export const GET = routeStaff<{ id: string }>(
  "broadcast.view",
  async (ctx, _request, { id }) => {
    const live = z.uuid().safeParse(id).success ? await findLive(ctx, id) : null;
    if (!live || !can(ctx.actor, "broadcast.view", { sectionId: live.sectionId }).ok)
      throw new AppError("not-found");
    const { sectionId: _section, ...shown } = live;
    const mayView = can(ctx.actor, "segment.small-counts").ok;
    return Response.json({ ...shown, progress: progressFor(await getProgress(ctx, id), mayView) });
  },
  { background: true },
);
