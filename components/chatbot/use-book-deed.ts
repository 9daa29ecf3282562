"use client";

import { useState } from "react";
import { useRefresh } from "@/components/ui/use-refresh";
import { bookLabels as t } from "./labels";

type Answer = { ok: true } | { ok: false; message: string };

/** One act on a book: pending, what was refused, and the page read anew when it was done. */
export function useBookDeed() {
  const refresh = useRefresh();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async (send: () => Promise<Answer>): Promise<boolean> => {
    if (pending) return false;
    setPending(true);
    const answer = await send().catch((): Answer => ({ ok: false, message: t.offline }));
    setPending(false);
    setProblem(answer.ok ? null : answer.message);
    refresh();
    return answer.ok;
  };
  return { pending, problem, run };
}
