import "server-only";
import { redirect } from "next/navigation";
import { findCityProfile } from "@/lib/city/queries";
import { env, isDemo } from "@/lib/core/env";
import { findStaff, publicGate, requireStaff } from "./gate";
import { findLink } from "./links";
import { safeReturnPath } from "./origin";
import { can } from "./permission";
import { listRolesOf, listSections, listSessions, listStaff } from "./queries";

/** What stands outside the door: whose console it is. */
export async function loadDoor(): Promise<{ cityName: string | null }> {
  const city = await findCityProfile(await publicGate("door", { points: 300, seconds: 60 }));
  return { cityName: city?.name ?? null };
}

/** The sign-in page: who is signed in already goes on. `demoCity` names the preset whose demo logins exist. */
export async function loadSignIn(
  next: string | undefined,
): Promise<{ next: string; demoCity: "kumamoto" | "musashino" | null }> {
  const path = safeReturnPath(next);
  if (await findStaff()) redirect(path);
  return { next: path, demoCity: isDemo() ? env().CITY : null };
}

/** The 403 page outside the frame: `roleless` people may open nothing at all, not even the start page. */
export async function loadRefusal(): Promise<{ roleless: boolean }> {
  const ctx = await findStaff();
  return { roleless: ctx !== null && !can(ctx.actor, "console.enter").ok };
}

/** Whose one-time link it is; null when it is used or over. */
export async function loadWelcome(
  token: string | undefined,
): Promise<{ name: string; email: string; token: string } | null> {
  const ctx = await publicGate("welcome");
  const owner = token ? await findLink(ctx, token) : null;
  return owner && token ? { name: owner.name, email: owner.email, token } : null;
}

export async function loadStaff() {
  const ctx = await requireStaff("staff.manage");
  const [people, sections] = await Promise.all([listStaff(ctx), listSections(ctx)]);
  return { people, sections, ownId: ctx.actor.staffId, now: ctx.now };
}

export async function loadAccount() {
  const ctx = await requireStaff("console.enter");
  const { staffId, name, email, sessionId } = ctx.actor;
  const [roles, sessions] = await Promise.all([listRolesOf(ctx, staffId), listSessions(ctx, staffId)]);
  return {
    name,
    email,
    roles,
    now: ctx.now,
    sessions: sessions.map((s) => ({ ...s, own: s.id === sessionId })),
  };
}
