"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SPOKEN } from "@/db/enums";
import { type AudienceFigures, showCount } from "@/lib/segments/figures";
import { countLabels } from "./labels";
import type { Count } from "./use-count";

const LEFT_OUT = ["unanswered", "blocked", "stopped", "unknown"] as const;

/** Who that is in one sentence, how many of them it reaches now, and who is left out and why. */
export function CountPanel({ sentence, count }: { sentence: string; count: Count }) {
  const { figures, stale, problem, again } = count;
  return (
    <section aria-label={countLabels.title} className="rounded-8 bg-sunken p-4">
      {problem ? (
        <Notice tone="warning" live="status" action={<Button onPress={again}>{countLabels.again}</Button>}>
          {problem}
        </Notice>
      ) : (
        <p>
          <span className="block text-sm text-muted">{countLabels.total}</span>
          {/* The number before stays, paler, while the next one is counted: nothing jumps. */}
          <span className={`text-3xl font-bold leading-11 tabular ${stale ? "text-muted" : ""}`}>
            {figures ? showCount(figures.total) : "…"}
          </span>
        </p>
      )}
      <p className="mt-1 text-sm leading-6 break-words">{sentence}</p>
      {!problem && (figures ? <Figures figures={figures} /> : <Counting />)}
      <p role="status" className="sr-only">
        {problem || !figures
          ? ""
          : stale
            ? countLabels.counting
            : `${countLabels.total} ${showCount(figures.total)}`}
      </p>
    </section>
  );
}

/** Room for the figures to come: a list that is open above them does not move when they do. */
function Counting() {
  return (
    <div className="mt-4 flex flex-col gap-4">
      <Lines
        title={countLabels.leftOut}
        lines={LEFT_OUT.map((each) => [countLabels.leftOutReasons[each], "…"])}
      />
      <Lines title={countLabels.bySpoken} lines={[[countLabels.spoken.ja, "…"]]} />
    </div>
  );
}

function Figures({ figures }: { figures: AudienceFigures }) {
  const { bySpoken, leftOut } = figures;
  const part = (n: number | null) =>
    figures.rough && n !== null ? countLabels.about(showCount(n)) : showCount(n);
  const told = SPOKEN.filter((each) => (bySpoken[each] ?? 0) > 0);
  const isHeldBack = SPOKEN.some((each) => bySpoken[each] === null);
  return (
    <div className="mt-4 flex flex-col gap-4">
      <Lines
        title={countLabels.leftOut}
        lines={LEFT_OUT.map((each) => [countLabels.leftOutReasons[each], part(leftOut[each])])}
      />
      <Lines
        title={countLabels.bySpoken}
        lines={[
          ...told.map((each): [string, string] => [countLabels.spoken[each], part(bySpoken[each])]),
          ...(isHeldBack
            ? [
                [told.length > 0 ? countLabels.otherSpoken : countLabels.anySpoken, countLabels.hidden] as [
                  string,
                  string,
                ],
              ]
            : []),
        ]}
      />
    </div>
  );
}

function Lines({ title, lines }: { title: string; lines: [string, string][] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <p className="text-sm font-bold leading-6">{title}</p>
      <dl className="divide-y divide-line">
        {lines.map(([label, n]) => (
          <div key={label} className="flex items-baseline justify-between gap-3 py-1 text-sm leading-6">
            <dt className="min-w-0">{label}</dt>
            <dd className="shrink-0 tabular">{n}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
