import type { LoadedDelivery } from "@/lib/delivery/loaders";
import { showCount } from "@/lib/segments/figures";
import { deskLabels as t } from "../labels";

type Props = { progress: LoadedDelivery["progress"]; total: number | null };

/** Recipients by what became of them: a bar whose parts add up, and the numbers in words. */
export function ProgressNumbers({ progress, total }: Props) {
  if (progress === null || total === null)
    return (
      <p className="text-lg font-bold tabular">
        {t.recipients} {showCount(null)}
      </p>
    );
  const remaining = progress.pending + progress.sending;
  const parts = [
    { label: t.accepted, n: progress.accepted, bar: "bg-success" },
    { label: t.failed, n: progress.failed, bar: "bg-danger" },
    { label: t.unknown, n: progress.unknown, bar: "bg-warning" },
    { label: t.skipped, n: progress.skipped, bar: "bg-control" },
    { label: t.remaining, n: remaining, bar: "bg-sunken" },
  ];
  const whole = Math.max(1, total);
  return (
    <div className="flex flex-col gap-3">
      <div
        role="progressbar"
        aria-label={t.progress}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={total - remaining}
        className="flex h-3 overflow-hidden rounded-full bg-sunken"
      >
        {parts.map(({ label, n, bar }) => (
          <span key={label} className={bar} style={{ width: `${(n / whole) * 100}%` }} />
        ))}
      </div>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-3">
        {[{ label: t.recipients, n: total, bar: "" }, ...parts].map(({ label, n, bar }) => (
          <div key={label}>
            <dt className="flex items-center gap-1.5 text-sm text-muted">
              {bar && <span aria-hidden className={`size-2.5 rounded-full border border-line ${bar}`} />}
              {label}
            </dt>
            <dd className="text-lg font-bold tabular">{t.people(n)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
