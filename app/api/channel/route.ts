import { routeStaff } from "@/lib/auth/gate";
import { appArmFile } from "@/lib/delivery/desk/store";
import { findTrouble } from "@/lib/delivery/queries";

export const dynamic = "force-dynamic";

/** Whether anything can be sent, for the frame of every page: asked by itself, for those who have to do with sending. */
export const GET = routeStaff(
  "broadcast.control",
  async (ctx) => Response.json({ trouble: await findTrouble(ctx, appArmFile()) }),
  { background: true },
);
