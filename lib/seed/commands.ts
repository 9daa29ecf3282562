import { settings } from "@/db/schema";
import { createStaff } from "@/lib/auth/commands";
import type { Ctx } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { DEMO_PASSWORD, demoAccounts } from "@/lib/demo/accounts";
import type { DemoCity } from "@/lib/demo/cities";
import { listSectionIds, type SeedMark } from "./queries";

async function saveSetting(ctx: Ctx, key: string, value: unknown): Promise<void> {
  await ctx.db
    .insert(settings)
    .values({ key, value, updatedAt: ctx.now })
    .onConflictDoUpdate({ target: settings.key, set: { value, updatedAt: ctx.now } });
}

/** The demo's logins. `createStaff` refuses a password outside demo mode. One that exists already stays as it is. */
export async function createDemoAccounts(ctx: Ctx, city: DemoCity): Promise<number> {
  const sectionIds = await listSectionIds(ctx);
  let created = 0;
  for (const account of demoAccounts(city)) {
    const roles = account.roles.map(({ role, sectionKey }) => {
      const sectionId = sectionKey === null ? null : sectionIds.get(sectionKey);
      if (sectionId === undefined)
        throw new AppError("invalid", `demo account in unknown section ${sectionKey}`);
      return { role, sectionId };
    });
    const result = await createStaff(ctx, {
      email: account.email,
      name: account.name,
      roles,
      password: DEMO_PASSWORD,
    });
    if (result.ok) created += 1;
    else if (result.reason !== "email-taken") throw new AppError("invalid", `demo account: ${result.reason}`);
  }
  return created;
}

export const markSeeded = (ctx: Ctx, mark: SeedMark): Promise<void> => saveSetting(ctx, "seed", mark);
