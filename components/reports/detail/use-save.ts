"use client";

import { useRef, useState } from "react";
import { useToast } from "@/components/ui/toast";
import { useRefresh } from "@/components/ui/use-refresh";
import { statusFormLabels } from "./labels";
import { newRequestKey } from "./request-key";

type Answer<T> =
  | { ok: true; value: T }
  | { ok: false; reason: string; message: string; fields?: Record<string, string[]> };
export type Refusal = {
  reason: string;
  message: string;
  fields: Record<string, string[]>;
  /** The revision that was refused. */
  revision: number;
};

const revisionOf = (value: unknown): number =>
  typeof value === "object" && value !== null && "revision" in value && typeof value.revision === "number"
    ? value.revision
    : 0;

/**
 * Saving one form. The request key stays the same until it has worked, so that a second press, or a retry after a lost
 * answer, counts once. `dirtyRevision` is the revision the person saw when they began: `begin` it on the first change.
 */
export function useSave(shown: number) {
  const refresh = useRefresh();
  const toast = useToast();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [seen, setSeen] = useState<number | null>(null);
  // What this form itself brought about: the page shows it a moment later, and until then it is no conflict.
  const [own, setOwn] = useState(0);
  const revision = Math.max(shown, own);
  const key = useRef<string | null>(null);
  // A second press can come before React has drawn the first as pending.
  const busy = useRef(false);

  const save = async <T>(
    send: (given: { requestKey: string; revision: number }) => Promise<Answer<T>>,
    done: { say: string; onDone?: (value: T) => void },
  ) => {
    if (busy.current) return;
    busy.current = true;
    setPending(true);
    key.current ??= newRequestKey();
    const given = { requestKey: key.current, revision: seen ?? revision };
    const answer = await send(given).catch(() => null);
    busy.current = false;
    setPending(false);
    if (!answer?.ok) {
      setRefusal({
        reason: answer?.reason ?? "offline",
        message: answer?.message ?? statusFormLabels.offline,
        fields: answer?.fields ?? {},
        revision: given.revision,
      });
      if (answer?.reason === "conflict") refresh();
      return;
    }
    key.current = null;
    setSeen(null);
    setOwn(revisionOf(answer.value));
    setRefusal(null);
    toast(done.say, "success");
    done.onDone?.(answer.value);
    refresh();
  };

  return {
    pending,
    refusal,
    save,
    /** The person has begun to fill the form in: from now on a change by somebody else is a conflict. */
    begin: () => setSeen((now) => now ?? revision),
    /** After a conflict: the page does not show the newest state yet. */
    behind: refusal?.reason === "conflict" && refusal.revision === revision,
    /** They have seen what changed and go on from there. */
    acceptLatest: () => {
      setSeen(revision);
      setRefusal(null);
    },
    reset: () => {
      setSeen(null);
      setRefusal(null);
    },
  };
}
export type Save = ReturnType<typeof useSave>;
