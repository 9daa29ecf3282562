"use client";

import { useTransition } from "react";
import { useToast } from "@/components/ui/toast";
import { useRefresh } from "@/components/ui/use-refresh";

type Answer<T> = { ok: true; value: T } | { ok: false; message: string };

/** A press that does something about a row: says what came of it, and reads the page again when it was too late. */
export function useDeed(onDone: () => void) {
  const refresh = useRefresh();
  const toast = useToast();
  const [pending, start] = useTransition();
  const act = <T>(deed: () => Promise<Answer<T>>, said: (value: T) => string) =>
    start(async () => {
      const answer = await deed();
      toast(answer.ok ? said(answer.value) : answer.message, answer.ok ? "success" : "danger");
      onDone();
      if (!answer.ok) refresh();
    });
  return { pending, act };
}
