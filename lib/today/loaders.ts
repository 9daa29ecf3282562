import "server-only";
import { requireStaff, type StaffCtx } from "@/lib/auth/gate";
import { can, PERMISSIONS, type Permission } from "@/lib/auth/permission";
import { countOpenMisses } from "@/lib/chatbot/misses/queries";
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
import { type DutyCounts, dutiesOf } from "./duty";
import { countBroadcastDuties, countReviewsDue, isMenuFailed, listMoving } from "./queries";
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

async function readReports(ctx: StaffCtx): Promise<Today["reports"]> {
  const open = { ...EMPTY_FILTER, status: [...OPEN_STATUSES] };
  const [summary, mine, newest, late] = await Promise.all([
    summarizeReports(ctx, { filter: EMPTY_FILTER }),
    summarizeReports(ctx, { filter: { ...open, assignee: "me" } }),
    listReports(ctx, { filter: { ...EMPTY_FILTER, status: ["received"] }, limit: SHORT_LIST }),
    listReports(ctx, {
      filter: { ...EMPTY_FILTER, overdue: true, sort: "due", descending: false },
      limit: SHORT_LIST,
    }),
  ]);
  return { summary, mine, newest: newest.rows, late: late.rows };
}

/** What waits for this person outside the reports. Nothing is asked that is not theirs to do. */
async function readCounts(ctx: StaffCtx, trouble: Trouble | null): Promise<DutyCounts> {
  const may = (permission: Permission) => can(ctx.actor, permission).ok;
  const hands = may("broadcast.control");
  const writes = may("bot.write");
  const [desk, channel, isFailed, misses, reviews] = await Promise.all([
    hands ? countBroadcastDuties(ctx) : null,
    hands ? findTrouble(ctx, appArmFile()) : "ok",
    may("menu.switch") ? isMenuFailed(ctx) : false,
    writes ? countOpenMisses(ctx) : null,
    writes ? countReviewsDue(ctx) : null,
  ]);
  return {
    approvals: desk?.approvals ?? null,
    lookedAtLater: desk?.lookedAtLater ?? null,
    late: desk?.late ?? null,
    paused: desk?.paused ?? null,
    stuck: desk?.stuck ?? null,
    partlyFailed: desk?.partlyFailed ?? null,
    returned: desk?.returned ?? null,
    parked: trouble?.counts.parked ?? null,
    unknown: trouble?.counts.unknown ?? null,
    failed: trouble?.counts.failed ?? null,
    channel: channel === "ok" ? 0 : 1,
    menu: isFailed ? 1 : 0,
    misses,
    reviews,
  };
}

/** 今日: what waits, what is late, what is new, what did not arrive. */
export async function loadToday(): Promise<Today> {
  const ctx = await requireStaff("console.enter");
  const may = (permission: Permission) => can(ctx.actor, permission).ok;
  const [city, trouble, reports, moving] = await Promise.all([
    findCityProfile(ctx),
    may("inbox.view") ? readTrouble(ctx) : null,
    may("report.view") ? readReports(ctx) : null,
    may("broadcast.view") ? listMoving(ctx, { limit: SHORT_LIST }) : null,
  ]);
  const duties = dutiesOf(await readCounts(ctx, trouble));
  return { now: ctx.now, cityName: city?.name ?? "", duties, reports, moving, trouble };
}
