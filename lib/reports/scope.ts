import { can, type Permission, reachOf } from "@/lib/auth/permission";
import type { Actor, Ctx } from "@/lib/core/context";
import { listMoves } from "./status";
import type { ReportAbilities, Worker } from "./view";

/** Which reports a person may see. Reports of no section yet are seen by those who see all. */
type ReportScope = { kind: "all" } | { kind: "sections"; sectionIds: readonly number[] };

/** What conditions need to know of the person who asks. */
export type Viewer = { scope: ReportScope; staffId: number | null; now: Date };

/** The product's own work (jobs, command line) sees everything; residents and the public see no report here. */
export function reportScope(actor: Actor): ReportScope {
  if (actor.kind === "system") return { kind: "all" };
  if (actor.kind !== "staff") return { kind: "sections", sectionIds: [] };
  const reach = reachOf(actor, "report.view");
  return reach === "all" ? { kind: "all" } : { kind: "sections", sectionIds: reach };
}

export const viewerOf = (ctx: Ctx): Viewer => ({
  scope: reportScope(ctx.actor),
  staffId: ctx.actor.kind === "staff" ? ctx.actor.staffId : null,
  now: ctx.now,
});

export const inScope = (scope: ReportScope, sectionId: number | null): boolean =>
  scope.kind === "all" || (sectionId !== null && scope.sectionIds.includes(sectionId));

/** The permission table's answer for a report of this section. */
export function mayOn(actor: Actor, permission: Permission, sectionId: number | null): boolean {
  if (actor.kind === "system") return true;
  return actor.kind === "staff" && can(actor, permission, { sectionId }).ok;
}

/** Everything this person may do with a report; commands ask the same functions again. */
export function abilitiesOn(
  actor: Actor,
  report: { status: Parameters<typeof listMoves>[0]; sectionId: number | null },
): ReportAbilities {
  const may = (permission: Permission) => mayOn(actor, permission, report.sectionId);
  return {
    moves: listMoves(report.status, { mayChange: may("report.change-status") }),
    mayAssign: may("report.assign"),
    mayNote: may("report.note"),
    mayMessage: may("report.message"),
    mayPlace: may("report.place"),
    mayPrioritize: may("report.assign"),
    mayViewPhotos: may("report.photo.view"),
    mayHidePhotos: may("photo.hide"),
  };
}

/** May this person be given a case of this section (null: of none yet)? */
export const canWork = (worker: Worker, sectionId: number | null): boolean =>
  worker.sections === "all" || (sectionId !== null && worker.sections.includes(sectionId));
