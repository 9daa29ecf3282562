import { moment } from "@/components/staff/date-words";
import { Panel } from "@/components/ui/card";
import { cx } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import type { LoadedMenus } from "@/lib/menus/loaders";
import { isOpen, type JobRow } from "@/lib/menus/view";
import { errorLabel, MODE_LABELS, STEP_LABELS, menuLabels as t } from "./labels";
import { RepairButton } from "./repair-button";
import { SwitchButton } from "./switch-button";

/** The mode in large letters, since when and by whom, and the one button that turns it. */
export function LivePanel({ loaded }: { loaded: LoadedMenus }) {
  const { live, may, isArmed, now, jobs } = loaded;
  const isDisaster = live.mode === "disaster";
  const to = isDisaster ? "normal" : "disaster";
  const [newest] = jobs;
  return (
    <Panel title={t.live}>
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4">
        <div className="flex min-w-0 items-center gap-4">
          <span
            className={cx(
              "grid size-14 shrink-0 place-items-center rounded-12",
              isDisaster ? "bg-danger text-on-accent" : "bg-success-soft text-success-ink",
            )}
          >
            <Icon name={isDisaster ? "siren" : "house"} size={32} />
          </span>
          <div className="min-w-0">
            <p className="text-xl font-bold leading-8">{t.liveMode(MODE_LABELS[live.mode])}</p>
            <p className="text-sm leading-6 text-muted tabular">
              {live.since ? t.since(moment(live.since, now), live.by) : t.always}
            </p>
          </div>
        </div>
        {may.switch ? (
          <SwitchButton to={to} disabled={!isArmed} />
        ) : (
          <p className="text-muted">{t.switchOnly}</p>
        )}
      </div>
      <div role="status" className="mt-4 empty:hidden">
        {newest && <JobNotice job={newest} mayRepair={may.switch && isArmed} />}
      </div>
    </Panel>
  );
}

/** How far the newest job is; nothing once it is done. */
function JobNotice({ job, mayRepair }: { job: JobRow; mayRepair: boolean }) {
  if (job.state === "failed")
    return (
      <Notice tone="danger" title={t.failed} action={mayRepair && <RepairButton />}>
        {t.failedText(errorLabel(job.lastError))}
      </Notice>
    );
  if (!isOpen(job)) return null;
  return (
    <Notice tone={job.lastError ? "warning" : "info"} title={job.shownAt ? t.shown : t.working}>
      {job.shownAt && <p>{t.shownRest}</p>}
      {job.lastError ? (
        <p>{t.retrying(job.attempts, errorLabel(job.lastError))}</p>
      ) : (
        <p>{STEP_LABELS[job.step ?? "look"] ?? t.working}…</p>
      )}
    </Notice>
  );
}
