import { settings } from "@/db/schema";
import { createStaff } from "@/lib/auth/commands";
import type { Ctx } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { DEMO_PASSWORD, demoAccounts, demoCrews } from "@/lib/demo/accounts";
import type { DemoCity } from "@/lib/demo/cities";
import { listSectionIds, type SeedMark } from "./queries";

async function saveSetting(ctx: Ctx, key: string, value: unknown): Promise<void> {
  await ctx.db
    .insert(settings)
    .values({ key, value, updatedAt: ctx.now })
    .onConflictDoUpdate({ target: settings.key, set: { value, updatedAt: ctx.now } });
}

/**
 * The demo's logins, and posts without one. `createStaff` refuses a password outside demo mode. What exists already
 * stays as it is. Returns how many logins are new.
 */
export async function createDemoAccounts(ctx: Ctx, city: DemoCity): Promise<number> {
  const sectionIds = await listSectionIds(ctx);
  const people = [
    ...demoAccounts(city).map((account) => ({ ...account, password: DEMO_PASSWORD })),
    ...demoCrews(city),
  ];
  let created = 0;
  for (const { email, name, roles: wanted, ...rest } of people) {
    const roles = wanted.map(({ role, sectionKey }) => {
      const sectionId = sectionKey === null ? null : sectionIds.get(sectionKey);
      if (sectionId === undefined)
        throw new AppError("invalid", `demo account in unknown section ${sectionKey}`);
      return { role, sectionId };
    });
    const result = await createStaff(ctx, { email, name, roles, ...rest });
    if (result.ok) created += "password" in rest ? 1 : 0;
    else if (result.reason !== "email-taken") throw new AppError("invalid", `demo account: ${result.reason}`);
  }
  return created;
}

export const markSeeded = (ctx: Ctx, mark: SeedMark): Promise<void> => saveSetting(ctx, "seed", mark);
