"use client";

import { useState } from "react";
import { useRefresh } from "@/components/ui/use-refresh";
import { deskLabels as t } from "../labels";

type Answer = { ok: true } | { ok: false; message: string };

/** One press of one button that changes the broadcast: pending, what was refused, and the page read anew. */
export function useDeed() {
  const refresh = useRefresh();
  const [pending, setPending] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async (name: string, send: () => Promise<Answer>): Promise<boolean> => {
    if (pending !== null) return false;
    setPending(name);
    const answer = await send().catch(() => null);
    setPending(null);
    if (answer?.ok) {
      // The page says what came of it: its state is read out when it changes.
      setProblem(null);
    } else setProblem(answer?.message ?? t.offline);
    refresh();
    return answer?.ok ?? false;
  };
  return { pending, problem, run, refresh };
}
