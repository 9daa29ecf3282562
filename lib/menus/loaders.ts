import "server-only";
import { MENU_MODES, type MenuMode } from "@/db/enums";
import { requireStaff } from "@/lib/auth/gate";
import { can } from "@/lib/auth/permission";
import { appArmFile } from "@/lib/delivery/desk/store";
import { checkArming } from "@/lib/delivery/queries";
import { menuContent } from "./plan";
import { pulseOf } from "./pulse";
import {
  findLiveMode,
  findState,
  findVersion,
  listJobs,
  listStarts,
  listTopics,
  listVersions,
  readSeen,
} from "./queries";

const HISTORY = 20;

/** What is live, as wanted and as LINE says it, and what was done. */
export async function loadMenus() {
  const ctx = await requireStaff("menu.view");
  const [live, state, jobs, { verdict }, ...versions] = await Promise.all([
    findLiveMode(ctx),
    findState(ctx),
    listJobs(ctx, HISTORY),
    checkArming(ctx, appArmFile()),
    ...MENU_MODES.map((mode) => findVersion(ctx, mode, "live")),
  ]);
  const menus = versions.flatMap((row) =>
    row
      ? [
          {
            id: row.id,
            mode: row.mode,
            publishedAt: row.publishedAt,
            content: menuContent.parse(row.content),
          },
        ]
      : [],
  );
  return {
    now: ctx.now,
    live,
    menus,
    jobs,
    seen: readSeen(state),
    seenAt: state?.seenAt ?? null,
    seenError: state?.seenError ?? null,
    isArmed: verdict.armed,
    pulse: pulseOf(state, jobs),
    may: { switch: can(ctx.actor, "menu.switch").ok, edit: can(ctx.actor, "content.manage").ok },
  };
}
export type LoadedMenus = Awaited<ReturnType<typeof loadMenus>>;

/** The menus of one mode, to be edited: the draft if there is one, else what is live. */
export async function loadMenuEditor(mode: MenuMode) {
  const ctx = await requireStaff("content.manage");
  const [draft, live, versions, starts, topics] = await Promise.all([
    findVersion(ctx, mode, "draft"),
    findVersion(ctx, mode, "live"),
    listVersions(ctx, mode),
    listStarts(ctx),
    listTopics(ctx),
  ]);
  const shown = draft ?? live;
  return {
    now: ctx.now,
    mode,
    content: shown ? menuContent.parse(shown.content) : null,
    draft: draft && { id: draft.id, revision: draft.revision },
    draftAt: draft?.updatedAt ?? null,
    versions,
    targets: { starts, topics },
  };
}
