"use client";

import { useEffect, useState } from "react";
import type { BroadcastKind } from "@/db/enums";
import { countAudienceAction } from "@/lib/segments/actions";
import type { AudienceFigures } from "@/lib/segments/figures";
import type { Rule } from "@/lib/segments/rule";
import { countLabels } from "./labels";

/** Figures of the rule before stay in sight, marked `stale`, while those of this one are counted. */
export type Count = {
  figures: AudienceFigures | null;
  stale: boolean;
  problem: string | null;
  again: () => void;
};

const PAUSE_MS = 400;

/** Counts once the rule has stood still for a moment; only the newest answer is taken. */
export function useCount(rule: Rule | null, kind: BroadcastKind): Count {
  const asked = rule === null ? null : JSON.stringify({ rule, kind });
  const [tries, setTries] = useState(0);
  const [answer, setAnswer] = useState<{
    for: string | null;
    figures: AudienceFigures | null;
    problem: string | null;
  }>({ for: null, figures: null, problem: null });
  useEffect(() => {
    if (asked === null) return;
    let over = false;
    const take = (next: { figures?: AudienceFigures; problem: string | null }) => {
      if (!over)
        setAnswer((before) => ({
          for: asked,
          figures: next.figures ?? before.figures,
          problem: next.problem,
        }));
    };
    const timer = setTimeout(
      () => {
        countAudienceAction(JSON.parse(asked)).then(
          (given) => take(given.ok ? { figures: given.value, problem: null } : { problem: given.message }),
          () => take({ problem: countLabels.failed }),
        );
      },
      tries === 0 ? PAUSE_MS : 0,
    );
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [asked, tries]);
  const stale = answer.for !== asked;
  return {
    figures: answer.figures,
    stale,
    problem: stale ? null : answer.problem,
    again: () => setTries((n) => n + 1),
  };
}
