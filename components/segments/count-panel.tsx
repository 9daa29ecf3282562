"use client";

import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { SPOKEN } from "@/db/enums";
import { type AudienceFigures, showCount } from "@/lib/segments/figures";
import { countLabels } from "./labels";
import type { Count } from "./use-count";

const LEFT_OUT = ["unanswered", "blocked", "stopped", "unknown"] as const;

/** How many it reaches now, in which languages, and who is left out and why. */
export function CountPanel({ count }: { count: Count }) {
  const { figures, stale, problem, again } = count;
  return (
    <Panel title={countLabels.title} level={3}>
      {problem && (
        <Notice tone="warning" live="status" action={<Button onPress={again}>{countLabels.again}</Button>}>
          {problem}
        </Notice>
      )}
      {!problem && !figures && <p className="text-muted">{countLabels.counting}</p>}
      {!problem && figures && <Figures figures={figures} stale={stale} />}
      <p role="status" className="sr-only">
        {problem || !figures
          ? ""
          : stale
            ? countLabels.counting
            : `${countLabels.total} ${showCount(figures.total)}`}
      </p>
    </Panel>
  );
}

function Figures({ figures, stale }: { figures: AudienceFigures; stale: boolean }) {
  const { total, bySpoken, leftOut } = figures;
  const spoken = SPOKEN.filter((each) => bySpoken[each] !== 0);
  return (
    <div className="flex flex-col gap-4" data-stale={stale || undefined}>
      <p>
        <span className="block text-sm text-muted">{stale ? countLabels.counting : countLabels.total}</span>
        <span className={`text-2xl font-bold leading-9 tabular-nums ${stale ? "text-muted" : ""}`}>
          {showCount(total)}
        </span>
      </p>
      <Lines
        title={countLabels.bySpoken}
        lines={spoken.map((each) => [countLabels.spoken[each], bySpoken[each]])}
        hidden={countLabels.hidden}
      />
      <Lines
        title={countLabels.leftOut}
        lines={LEFT_OUT.map((each) => [countLabels.leftOutReasons[each], leftOut[each]])}
      />
    </div>
  );
}

function Lines(props: { title: string; lines: [string, number | null][]; hidden?: string }) {
  if (props.lines.length === 0) return null;
  return (
    <div>
      <p className="text-sm font-bold">{props.title}</p>
      <dl className="divide-y divide-line">
        {props.lines.map(([label, n]) => (
          <div key={label} className="flex items-baseline justify-between gap-3 py-1 text-sm leading-6">
            <dt className="min-w-0">{label}</dt>
            <dd className="shrink-0 tabular-nums">
              {n === null && props.hidden ? props.hidden : showCount(n)}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
