import { eq } from "drizzle-orm";
import { settings } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import { type MenuPlan, menuPlan } from "./plan";

/** The city's rich menu; null while no city is loaded. */
export async function findMenuPlan(ctx: Ctx): Promise<MenuPlan | null> {
  const [row] = await ctx.db.select({ value: settings.value }).from(settings).where(eq(settings.key, "menu"));
  return row ? menuPlan.parse(row.value) : null;
}
