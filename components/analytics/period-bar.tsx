"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useOptimistic, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { focusFirstWrong } from "@/components/ui/first-wrong";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import { PRESETS, type Preset } from "@/lib/analytics/preset";
import { type AnalyticsSearch, analyticsHref } from "@/lib/analytics/search";
import {
  COMPARISONS,
  type Comparison,
  GRANULARITIES,
  type Granularity,
  type Range,
} from "@/lib/analytics/view";
import { COMPARISON_LABELS, GRANULARITY_LABELS, PRESET_LABELS, analyticsLabels as t } from "./labels";

const OWN = "own";
const FITTING = "fitting";

/** Which days, in what steps, compared with what. Every choice is an address of its own. */
export function PeriodBar({
  search,
  range,
  today,
}: {
  search: AnalyticsSearch;
  range: Range;
  today: string;
}) {
  const router = useRouter();
  const [isPending, start] = useTransition();
  // What was asked for shows at once: a screen reader says the field's value when the focus comes back to it.
  const [asked, ask] = useOptimistic(search);
  const [isOwn, setOwn] = useState(false);
  const [from, setFrom] = useState<string | null>(range.period.from);
  const [to, setTo] = useState<string | null>(range.period.to);
  const [shown, setShown] = useState(range.period);
  // Not by a key: a bar that is made anew loses the focus.
  if (shown.from !== range.period.from || shown.to !== range.period.to) {
    setShown(range.period);
    setOwn(false);
    setFrom(range.period.from);
    setTo(range.period.to);
  }
  const showsOwn = isOwn || typeof asked.period === "object";
  const isReversed = from !== null && to !== null && to < from;
  const go = (change: Partial<AnalyticsSearch>) =>
    start(() => {
      const next = { ...asked, ...change };
      ask(next);
      router.push(analyticsHref(next), { scroll: false });
    });
  const choose = (id: string) => {
    setOwn(id === OWN);
    if (id !== OWN) go({ period: id as Preset });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // A date that cannot be read stays with its field, which goes on holding the one before.
    const form = event.currentTarget;
    if (form.querySelector('[aria-invalid="true"]')) focusFirstWrong(form);
    else if (from && to) go({ period: { from, to } });
  };
  return (
    <div
      aria-busy={isPending}
      className="flex flex-wrap items-end gap-x-5 gap-y-3 rounded-12 border border-line bg-surface px-4 py-3 data-busy:opacity-70 print:hidden"
      data-busy={isPending || undefined}
    >
      <Select
        label={t.period}
        className="w-44"
        value={showsOwn ? OWN : (asked.period as Preset)}
        onChange={choose}
        choices={[
          ...PRESETS.map((id) => ({ id, label: PRESET_LABELS[id] })),
          { id: OWN, label: t.ownPeriod },
        ]}
      />
      <Select
        label={t.comparison}
        className="w-40"
        value={asked.comparison}
        onChange={(id) => go({ comparison: id as Comparison })}
        choices={COMPARISONS.map((id) => ({ id, label: COMPARISON_LABELS[id] }))}
      />
      <div className="flex flex-col gap-1.5">
        <span aria-hidden className="text-sm font-bold leading-5">
          {t.granularity}
        </span>
        <SegmentedControl
          label={t.granularity}
          segments={[
            { id: FITTING, label: t.fitting },
            ...GRANULARITIES.map((id) => ({ id, label: GRANULARITY_LABELS[id] })),
          ]}
          selected={asked.granularity ?? FITTING}
          onSelect={(id) => go({ granularity: id === FITTING ? null : (id as Granularity) })}
        />
      </div>
      {showsOwn && (
        <form className="flex min-w-0 basis-full flex-wrap items-end gap-3" onSubmit={submit}>
          <DateField
            label={t.from}
            value={from}
            onChange={setFrom}
            max={today}
            today={today}
            className="w-72 max-w-full"
          />
          <DateField
            label={t.to}
            error={isReversed ? t.reversed : undefined}
            value={to}
            onChange={setTo}
            max={today}
            today={today}
            className="w-72 max-w-full"
          />
          <Button type="submit" variant="primary" pending={isPending} disabled={!from || !to}>
            {t.apply}
          </Button>
        </form>
      )}
    </div>
  );
}
