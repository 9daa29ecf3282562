import { Panel } from "@/components/ui/card";
import type { LoadedBroadcast } from "@/lib/broadcasts/loaders";
import { nextTimes } from "@/lib/broadcasts/recurrence";
import type { Schedule } from "@/lib/broadcasts/schedule";
import { clock, longDate } from "@/lib/core/time";
import { showCount } from "@/lib/segments/figures";
import { composerLabels, scheduleLabels, deskLabels as t } from "../labels";
import { QuotaLine } from "./warnings";

const at = (time: Date) => `${longDate(time)} ${clock(time)}`;

function scheduleWords(schedule: Schedule, now: Date): string[] {
  if (schedule.kind === "now") return [scheduleLabels.now];
  if (schedule.kind === "once") return [at(new Date(schedule.at))];
  return [
    `${scheduleLabels.repeat}: ${scheduleLabels[schedule.recurrence.every.kind]} ${schedule.recurrence.time}`,
    ...nextTimes(schedule.recurrence, now, 3).map(at),
  ];
}

/** Who it is for, how many that was and is, and when. */
export function Facts({ loaded }: { loaded: LoadedBroadcast }) {
  const { row, version, audience, sentence, now, forecast } = loaded;
  const numbers: [string, string | null][] = [
    [t.countThen, version && showCount(version.countThen)],
    row.frozenAt === null
      ? [t.countNow, showCount(audience.total)]
      : [t.countFixed, showCount(row.countAtFreeze)],
  ];
  return (
    <Panel title={composerLabels.who}>
      <p className="leading-7">{sentence}</p>
      <dl className="mt-3 flex flex-wrap gap-x-8 gap-y-2">
        {numbers.map(
          ([label, n]) =>
            n !== null && (
              <div key={label}>
                <dt className="text-sm text-muted">{label}</dt>
                <dd className="text-xl font-bold tabular">{n}</dd>
              </div>
            ),
        )}
      </dl>
      {row.finishedAt === null && (
        <div className="mt-2">
          <QuotaLine forecast={forecast} />
        </div>
      )}
      <h3 className="mt-4 text-sm font-bold text-muted">{composerLabels.when}</h3>
      <ul className="leading-7">
        {(row.dueAt ? [at(row.dueAt)] : scheduleWords((version ?? row).schedule, now)).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </Panel>
  );
}
