"use client";

import { useTransition } from "react";
import { uiLabels } from "@/components/ui/labels";
import { useToast } from "@/components/ui/toast";

type Answer = { ok: true } | { ok: false; message: string };

/** Runs a small change and says what came of it when it was refused. */
export function useChange(): [boolean, (work: () => Promise<Answer>, done?: () => void) => void] {
  const toast = useToast();
  const [pending, start] = useTransition();
  const run = (work: () => Promise<Answer>, done?: () => void) =>
    start(async () => {
      const answer = await work().catch((): Answer => ({ ok: false, message: uiLabels.notSent }));
      if (answer.ok) done?.();
      else toast(answer.message, "danger");
    });
  return [pending, run];
}
