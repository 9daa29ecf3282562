import { Panel } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon, type IconName } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import type { Duty, DutyKey } from "@/lib/today/duty";
import { DUTY_LABELS, todayLabels as t } from "./labels";

const ICONS: Record<DutyKey, IconName> = {
  channel: "wifi-off",
  paused: "circle-alert",
  late: "clock",
  stuck: "circle-alert",
  lookedAtLater: "siren",
  parked: "triangle-alert",
  unknown: "circle-question",
  failed: "mail",
  menu: "smartphone",
  partlyFailed: "circle-alert",
  approvals: "megaphone",
  returned: "undo",
  misses: "message-circle",
  reviews: "book-open",
};
const COLORS: Record<Duty["tone"], string> = {
  danger: "bg-danger-soft text-danger-ink",
  warning: "bg-warning-soft text-warning-ink",
  info: "bg-accent-soft text-link",
};

/** A broken channel or menu is one thing, not a number of them. */
const isSingle = (key: DutyKey) => key === "channel" || key === "menu";

/** What waits for this person: each a link to where it is done. */
export function DutyList({ duties }: { duties: Duty[] }) {
  return (
    <Panel title={t.duties}>
      {duties.length === 0 ? (
        <EmptyState icon="circle-check" title={t.dutiesEmpty}>
          {t.dutiesEmptyWhy}
        </EmptyState>
      ) : (
        <ul className="-mx-4 -my-4 grid sm:-mx-5 md:grid-cols-2 [&>li]:border-b [&>li]:border-line">
          {duties.map((duty) => (
            <li key={duty.key} className="md:odd:border-r">
              <Link
                href={duty.href}
                className="flex h-full items-start gap-3 px-4 py-3 no-underline outline-offset-[-2px] transition-colors hover:bg-hover sm:px-5"
              >
                <span
                  className={`mt-0.5 grid size-9 shrink-0 place-items-center rounded-8 ${COLORS[duty.tone]}`}
                >
                  <Icon name={ICONS[duty.key]} />
                </span>
                <span className="min-w-0 flex-1">
                  <span className="block font-medium leading-6">{DUTY_LABELS[duty.key].title}</span>
                  <span className="block text-sm leading-6 text-muted">{DUTY_LABELS[duty.key].todo}</span>
                </span>
                {!isSingle(duty.key) && (
                  <span className="shrink-0 text-lg font-bold leading-7 tabular">
                    {duty.isMore ? t.many(duty.count) : t.count(duty.count)}
                  </span>
                )}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
