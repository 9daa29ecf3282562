import type { Role } from "@/db/enums";
import type { StaffActor } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";

/**
 * Who may do what: the only such table. Pages, actions, routes, files and buttons all ask it through `can`.
 * A role is held in one section or, with `sectionId: null`, in all; a permission says which roles carry it and whether
 * it is about one section's things (`section`) or about the whole city (`city`: the role must be held in all sections).
 */
export const PERMISSIONS = {
  /** Sign in, see the start page, change one's own password, see one's own sessions. */
  "console.enter": {
    about: "section",
    roles: ["administrator", "triage", "section", "author", "approver", "viewer"],
  },
  "report.view": { about: "section", roles: ["administrator", "triage", "section", "viewer"] },
  "report.photo.view": { about: "section", roles: ["administrator", "triage", "section", "viewer"] },
  "report.create": { about: "section", roles: ["administrator", "triage", "section"] },
  "report.change-status": { about: "section", roles: ["administrator", "triage", "section"] },
  /** Another section or person. A section gives away its own reports only; it cannot take. */
  "report.assign": { about: "section", roles: ["administrator", "triage", "section"] },
  "report.note": { about: "section", roles: ["administrator", "triage", "section"] },
  "report.message": { about: "section", roles: ["administrator", "triage", "section"] },
  "report.place": { about: "section", roles: ["administrator", "triage", "section"] },
  "photo.hide": { about: "section", roles: ["administrator", "triage", "section"] },
  /** Events and messages that failed and wait for a person. */
  "inbox.view": { about: "city", roles: ["administrator", "triage"] },
  "inbox.retry": { about: "city", roles: ["administrator", "triage"] },
  "broadcast.view": { about: "section", roles: ["administrator", "author", "approver", "viewer"] },
  "broadcast.write": { about: "section", roles: ["administrator", "author"] },
  "broadcast.approve": { about: "section", roles: ["administrator", "approver"] },
  /** Counts under five, which may point at single persons. */
  "segment.small-counts": { about: "city", roles: ["administrator"] },
  /** Send an emergency alone; whoever composes it needs broadcast.write too. */
  "broadcast.emergency": { about: "section", roles: ["administrator", "approver"] },
  /** Pause, stop, resume, take back what is held: everybody who may have a hand in a broadcast. */
  "broadcast.control": { about: "section", roles: ["administrator", "author", "approver"] },
  /** Arm the database, let the channel send again. */
  "channel.manage": { about: "city", roles: ["administrator"] },
  /** What the bot answers is public; the questions are masked and belong to nobody. */
  "bot.view": {
    about: "section",
    roles: ["administrator", "triage", "section", "author", "approver", "viewer"],
  },
  /** Write drafts. Whoever holds a role in one section writes that section's entries; imports are of the whole city. */
  "bot.write": { about: "section", roles: ["administrator", "author"] },
  /** A book goes live as a whole, with every section's entries in it. */
  "bot.publish": { about: "city", roles: ["administrator", "approver"] },
  /** Numbers. Reports are counted within the sections of the role, broadcasts as far as `broadcast.view` reaches. */
  "analytics.view": {
    about: "section",
    roles: ["administrator", "triage", "section", "author", "approver", "viewer"],
  },
  "content.manage": { about: "city", roles: ["administrator"] },
  /** See which rich menu residents have, and whether LINE shows it. No secret: everybody with a telephone sees it. */
  "menu.view": {
    about: "section",
    roles: ["administrator", "triage", "section", "author", "approver", "viewer"],
  },
  /**
   * Turn everybody's menu to 災害時 and back, and put LINE right when it differs: whoever may send an emergency alone,
   * in whichever section. Editing and publishing what a menu holds takes content.manage.
   */
  "menu.switch": { about: "section", roles: ["administrator", "approver"] },
  "audit.view": { about: "city", roles: ["administrator"] },
  "staff.manage": { about: "city", roles: ["administrator"] },
} as const satisfies Record<string, { about: "section" | "city"; roles: readonly Role[] }>;

export type Permission = keyof typeof PERMISSIONS;
/** What the act is about. `sectionId` null: it belongs to no section yet, only roles held in all sections reach it. */
export type Target = { sectionId: number | null };
/** `role`: no role of theirs carries it. `section`: it does, but not for this section. */
export type Verdict = { ok: true } | { ok: false; reason: "role" | "section" };
type Holder = Pick<StaffActor, "roles">;

/** Where a role may be held: in all sections, in one, or either. */
export const ROLE_SCOPES: Record<Role, "all" | "one" | "either"> = {
  administrator: "all",
  triage: "all",
  section: "one",
  author: "either",
  approver: "either",
  viewer: "either",
};

function grants(actor: Holder, permission: Permission) {
  const { about, roles } = PERMISSIONS[permission];
  const carrying: readonly Role[] = roles;
  return actor.roles.filter(
    (r) => carrying.includes(r.role) && (about === "section" || r.sectionId === null),
  );
}

/** May they? Without a target: anywhere at all (is the page or button there?). */
export function can(actor: Holder, permission: Permission, target?: Target): Verdict {
  const held = grants(actor, permission);
  if (held.length === 0) return { ok: false, reason: "role" };
  if (!target || held.some((r) => r.sectionId === null)) return { ok: true };
  return held.some((r) => r.sectionId === target.sectionId) ? { ok: true } : { ok: false, reason: "section" };
}

/** For commands, which meet the target only inside their transaction. Throws AppError `forbidden`. */
export function assertCan(actor: Holder, permission: Permission, target?: Target): void {
  const verdict = can(actor, permission, target);
  if (!verdict.ok) throw new AppError("forbidden", `${permission}: ${verdict.reason}`);
}

/** The sections a permission reaches, for list conditions: `"all"`, or ids (empty: none). */
export function reachOf(actor: Holder, permission: Permission): "all" | number[] {
  const held = grants(actor, permission);
  if (held.some((r) => r.sectionId === null)) return "all";
  return [...new Set(held.flatMap((r) => (r.sectionId === null ? [] : [r.sectionId])))];
}
