import "server-only";
import { requireStaff, type StaffCtx } from "@/lib/auth/gate";
import { can, PERMISSIONS, type Permission } from "@/lib/auth/permission";
import { findCityProfile } from "@/lib/city/queries";
import { env, isDemo } from "@/lib/core/env";
import { appArmFile } from "@/lib/delivery/desk/store";
import { findTrouble } from "@/lib/delivery/queries";
import { getHealth } from "@/lib/jobs/queries";
import { findLiveMode } from "@/lib/menus/queries";
import { listReports, summarizeReports } from "@/lib/reports/queries";
import { EMPTY_FILTER } from "@/lib/reports/search";
import { OPEN_STATUSES } from "@/lib/reports/status";
import { countTroubles, listUndelivered } from "@/lib/troubles/queries";
import type { Shell, Today, Trouble } from "./view";

const SHORT_LIST = 6;

/** The frame: who is here, for which city, and what this person may do at all. */
export async function loadShell(): Promise<Shell & { permissions: Permission[] }> {
  const ctx = await requireStaff("console.enter");
  const sends = can(ctx.actor, "broadcast.control").ok;
  const [city, health, channelTrouble, menu] = await Promise.all([
    findCityProfile(ctx),
    getHealth(ctx),
    sends ? findTrouble(ctx, appArmFile()) : null,
    findLiveMode(ctx),
  ]);
  return {
    cityName: city?.name ?? "",
    demo: isDemo(),
    sandbox: isDemo() && env().SANDBOX_URL !== undefined,
    staff: {
      name: ctx.actor.name,
      email: ctx.actor.email,
      roles: [...new Set(ctx.actor.roles.map((held) => held.role))],
    },
    workerStopped: health.worker.state === "stopped",
    channelTrouble,
    menuMode: menu.mode,
    permissions: (Object.keys(PERMISSIONS) as Permission[]).filter((p) => can(ctx.actor, p).ok),
  };
}

async function readTrouble(ctx: StaffCtx): Promise<Trouble> {
  const [counts, newest] = await Promise.all([
    countTroubles(ctx),
    listUndelivered(ctx, { limit: SHORT_LIST }),
  ]);
  return { counts, newest };
}

/** 今日: what waits, what is late, what is new, what did not arrive. */
export async function loadToday(): Promise<Today> {
  const ctx = await requireStaff("console.enter");
  const open = { ...EMPTY_FILTER, status: [...OPEN_STATUSES] };
  const [city, summary, mine, newest, late, trouble] = await Promise.all([
    findCityProfile(ctx),
    summarizeReports(ctx, { filter: EMPTY_FILTER }),
    summarizeReports(ctx, { filter: { ...open, assignee: "me" } }),
    listReports(ctx, { filter: { ...EMPTY_FILTER, status: ["received"] }, limit: SHORT_LIST }),
    listReports(ctx, {
      filter: { ...EMPTY_FILTER, overdue: true, sort: "due", descending: false },
      limit: SHORT_LIST,
    }),
    can(ctx.actor, "inbox.view").ok ? readTrouble(ctx) : null,
  ]);
  return {
    now: ctx.now,
    cityName: city?.name ?? "",
    summary,
    mine,
    newest: newest.rows,
    late: late.rows,
    trouble,
  };
}
