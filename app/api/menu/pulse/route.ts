import { routeStaff } from "@/lib/auth/gate";
import { findPulse } from "@/lib/menus/queries";

export const dynamic = "force-dynamic";

/** Which rich menu is live, and whether an open page of the menus would look different now. Asked by the pages themselves. */
export const GET = routeStaff("menu.view", async (ctx) => Response.json(await findPulse(ctx)), {
  background: true,
});
