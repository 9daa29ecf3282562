import { Panel } from "@/components/ui/card";
import type { LoadedBroadcast } from "@/lib/broadcasts/loaders";
import type { LoadedDelivery } from "@/lib/delivery/loaders";
import { deskLabels as t } from "../labels";
import { ProgressNumbers } from "./progress-numbers";

const figure = (n: number | null) => (n === null ? "—" : t.people(n));

/** What came of it: LINE's answers by recipient, and its own numbers a day later. */
export function ResultPanel({ loaded, delivery }: { loaded: LoadedBroadcast; delivery: LoadedDelivery }) {
  const { insights, row } = loaded;
  const figures = insights?.figures ?? null;
  return (
    <>
      <Panel title={t.result}>
        <ProgressNumbers progress={delivery.progress} total={row.countAtFreeze ?? delivery.progress.total} />
      </Panel>
      <Panel title={t.insights}>
        {figures === null ? (
          <p className="text-muted">{t.insightsNone}</p>
        ) : (
          <dl className="grid grid-cols-2 gap-4 sm:grid-cols-3">
            {(
              [
                [t.impressions, figures.impressions],
                [t.clicks, figures.clicks],
                [t.blocks, loaded.blocksAfter],
              ] as const
            ).map(([label, n]) => (
              <div key={label}>
                <dt className="text-sm text-muted">{label}</dt>
                <dd className="text-lg font-bold tabular">{figure(n)}</dd>
              </div>
            ))}
          </dl>
        )}
        <p className="mt-3 text-sm text-muted">{t.insightsSmall}</p>
      </Panel>
    </>
  );
}
