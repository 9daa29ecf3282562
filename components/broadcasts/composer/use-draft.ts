"use client";

import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { isComplete } from "@/components/segments/edit-rule";
import { saveDraftAction } from "@/lib/broadcasts/actions";
import type { Content } from "@/lib/broadcasts/content";
import type { Schedule } from "@/lib/broadcasts/schedule";
import type { Rule } from "@/lib/segments/rule";

export type DraftForm = { title: string; content: Content; rule: Rule; schedule: Schedule };
export type SaveState =
  | { kind: "idle" | "dirty" | "saving" | "offline" }
  | { kind: "saved"; at: string }
  | { kind: "refused"; message: string };
export type Conflict = { revision: number; savedAt: string; by: string | null; theirs: DraftForm };

const PAUSE_MS = 1_000;
const AGAIN_MS = 5_000;

/**
 * The draft on the screen. What is typed is saved a second after the last key; while a save is under way the next waits.
 * Without an answer it is tried again; what somebody else saved is never overwritten unasked.
 */
export function useDraft(id: string, initial: DraftForm, initialRevision: number) {
  const [form, setForm] = useState(initial);
  const [save, setSave] = useState<SaveState>({ kind: "idle" });
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const revision = useRef(initialRevision);
  const latest = useRef(form);
  // A condition that was added and not filled in yet must not keep the words from being saved.
  const lastRule = useRef(form.rule);
  const dirty = useRef(false);
  const busy = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const push = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    if (busy.current) {
      await busy.current;
      return push();
    }
    if (!dirty.current) return true;
    dirty.current = false;
    setSave({ kind: "saving" });
    const run = (async () => {
      const sent = { ...latest.current, rule: lastRule.current };
      const answer = await saveDraftAction({ id, revision: revision.current, ...sent }).catch(() => null);
      if (!answer || (!answer.ok && answer.reason === "unavailable")) {
        dirty.current = true;
        setSave({ kind: "offline" });
        timer.current = setTimeout(() => void push(), AGAIN_MS);
        return false;
      }
      if (!answer.ok) {
        setSave({ kind: "refused", message: answer.message });
        return false;
      }
      if (answer.value.kind === "conflict") {
        dirty.current = true;
        const { kind: _, ...rest } = answer.value;
        setConflict(rest);
        return false;
      }
      revision.current = answer.value.revision;
      setSave(dirty.current ? { kind: "dirty" } : { kind: "saved", at: answer.value.savedAt });
      return true;
    })();
    busy.current = run;
    const done = await run;
    busy.current = null;
    return done;
  }, [id]);

  const change = useCallback(
    (part: Partial<DraftForm> | ((now: DraftForm) => Partial<DraftForm>)) => {
      const next = { ...latest.current, ...(typeof part === "function" ? part(latest.current) : part) };
      latest.current = next;
      if (isComplete(next.rule)) lastRule.current = next.rule;
      dirty.current = true;
      setForm(next);
      setSave({ kind: "dirty" });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void push(), PAUSE_MS);
    },
    [push],
  );

  const warn = useEffectEvent((event: BeforeUnloadEvent) => {
    if (dirty.current || busy.current) event.preventDefault();
  });
  const leave = useEffectEvent(() => {
    clearTimeout(timer.current);
    if (dirty.current && !conflict) void push();
  });
  useEffect(() => {
    const listener = (event: BeforeUnloadEvent) => warn(event);
    addEventListener("beforeunload", listener);
    return () => {
      removeEventListener("beforeunload", listener);
      leave();
    };
  }, []);

  /** After a conflict: mine goes over theirs, knowingly; or theirs comes onto the screen. */
  const settle = (which: "mine" | "theirs") => {
    if (!conflict) return;
    revision.current = conflict.revision;
    setConflict(null);
    if (which === "mine") {
      dirty.current = true;
      void push();
      return;
    }
    latest.current = conflict.theirs;
    lastRule.current = conflict.theirs.rule;
    dirty.current = false;
    setForm(conflict.theirs);
    setSave({ kind: "saved", at: conflict.savedAt });
  };

  return { form, change, save, conflict, settle, flush: push, revision };
}
