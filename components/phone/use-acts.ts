"use client";
import { useCallback, useEffect, useState } from "react";
import type { Act } from "@/lib/sandbox-client/act";
import { phoneLabels as t } from "./labels";
import { ApiError, sandboxApi } from "./sandbox-api";

const NOTICE_MS = 4000;

/** Does what the resident does, and says so when it could not be sent. */
export function useActs(residentId: string) {
  const [notice, setNotice] = useState<string | null>(null);
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => setNotice(null), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [notice]);

  /** True once the sandbox took it. */
  const run = useCallback(
    async (work: Act | (() => Promise<void>)): Promise<boolean> => {
      try {
        await (typeof work === "function" ? work() : sandboxApi.act(residentId, work));
        setNotice(null);
        return true;
      } catch (error) {
        setNotice(error instanceof ApiError && error.status === 413 ? t.tooLarge : t.notSent);
        return false;
      }
    },
    [residentId],
  );
  const copy = useCallback((text: string) => {
    navigator.clipboard?.writeText(text).then(
      () => setNotice(t.copied),
      () => setNotice(null),
    );
  }, []);
  return { run, copy, notice };
}
