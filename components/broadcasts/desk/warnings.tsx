import { Notice } from "@/components/ui/notice";
import { SPOKEN } from "@/db/enums";
import { writtenIn } from "@/lib/broadcasts/content";
import type { LoadedBroadcast } from "@/lib/broadcasts/loaders";
import { SCHEDULE_REFUSALS } from "@/lib/broadcasts/messages";
import type { Forecast } from "@/lib/broadcasts/quota";
import { clock, shortDate } from "@/lib/core/time";
import { showCount } from "@/lib/segments/figures";
import { LINT_LABELS, deskLabels as t, WORDING_SHORT } from "../labels";

/** What somebody who decides has to have seen. */
function listWarnings(loaded: LoadedBroadcast): string[] {
  const { warnings, version, row, audience } = loaded;
  const shown = version ?? row;
  // Only where somebody reads it: what is always said is soon read by nobody.
  const missing = SPOKEN.filter(
    (s) => s !== "ja" && !writtenIn(shown.content).includes(s) && (audience.bySpoken[s] ?? 0) > 0,
  );
  return [
    ...warnings.findings.map((f) => `${WORDING_SHORT[f.spoken]}: ${LINT_LABELS[f.code](f.found)}`),
    ...warnings.alike.map((a) => t.alike(a.title, `${shortDate(a.at)} ${clock(a.at)}`)),
    ...(warnings.jump ? [t.jump(warnings.jump, showCount(warnings.previous))] : []),
    ...(shown.schedule.quietReason ? [t.quiet(shown.schedule.quietReason)] : []),
    ...(warnings.schedule === "past" ? [SCHEDULE_REFUSALS.past] : []),
    ...(missing.length > 0 ? [t.noneWritten(missing.map((s) => WORDING_SHORT[s]).join("、"))] : []),
  ];
}

export function Warnings({ loaded }: { loaded: LoadedBroadcast }) {
  const list = listWarnings(loaded);
  if (list.length === 0) return null;
  return (
    <Notice tone="warning" title={t.warnings}>
      <ul className="list-disc pl-5">
        {list.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </Notice>
  );
}

const at = (time: Date) => `${shortDate(time)} ${clock(time)}`;

/** What the month's quota says to it. */
export function QuotaLine({ forecast }: { forecast: Forecast }) {
  switch (forecast.kind) {
    case "unknown":
      return <p className="text-sm text-muted">{t.quotaUnknown}</p>;
    case "unlimited":
      return <p className="text-sm text-muted">{t.quotaUnlimited(at(forecast.asOf))}</p>;
    case "other-month":
      return <p className="text-sm text-muted">{t.quotaOtherMonth}</p>;
    case "enough":
      return (
        <p className="text-sm text-muted tabular">
          {t.quotaEnough(forecast.left, forecast.after, at(forecast.asOf))}
        </p>
      );
    case "short":
      return <Notice tone="danger">{t.quotaShort(forecast.short, forecast.left)}</Notice>;
  }
}
