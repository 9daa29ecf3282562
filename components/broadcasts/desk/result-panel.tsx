import { Panel } from "@/components/ui/card";
import type { LoadedBroadcast } from "@/lib/broadcasts/loaders";
import { clock, shortDate } from "@/lib/core/time";
import type { LoadedDelivery } from "@/lib/delivery/loaders";
import { showCount } from "@/lib/segments/figures";
import { deskLabels as t } from "../labels";
import { ProgressNumbers } from "./progress-numbers";

const figure = (n: number | null) => (n === null ? t.under20 : t.people(n));
const at = (time: Date) => `${shortDate(time)} ${clock(time)}`;

/** What came of it: LINE's answers by recipient, and its own numbers a day later. */
export function ResultPanel({ loaded, delivery }: { loaded: LoadedBroadcast; delivery: LoadedDelivery }) {
  const { insights, row } = loaded;
  const figures = insights?.figures ?? null;
  const lines: [string, string][] = [
    ...(figures
      ? ([
          [t.impressions, figure(figures.impressions)],
          [t.clicks, figure(figures.clicks)],
        ] satisfies [string, string][])
      : []),
    [t.blocks, showCount(loaded.blocksAfter)],
  ];
  return (
    <>
      <Panel title={t.result}>
        <ProgressNumbers
          progress={delivery.progress}
          total={row.countAtFreeze ?? delivery.progress?.total ?? null}
        />
      </Panel>
      <Panel title={t.insights}>
        <dl className="grid grid-cols-2 gap-4 sm:grid-cols-3">
          {lines.map(([label, words]) => (
            <div key={label}>
              <dt className="text-sm text-muted">{label}</dt>
              <dd className="text-lg font-bold tabular">{words}</dd>
            </div>
          ))}
        </dl>
        {figures && (figures.impressions === null || figures.clicks === null) && (
          <p className="mt-3 text-sm text-muted">{t.insightsSmall}</p>
        )}
        <p className="mt-3 text-sm text-muted">
          {insights?.asOf && insights.fetchedAt
            ? t.insightsAsOf(shortDate(insights.asOf), at(insights.fetchedAt), insights.isOver)
            : insights?.isOver
              ? t.insightsGivenUp
              : t.insightsNone}
        </p>
      </Panel>
    </>
  );
}
