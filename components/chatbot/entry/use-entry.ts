"use client";

import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { bookLabels } from "@/components/chatbot/labels";
import { saveEntryAction } from "@/lib/chatbot/entries/actions";
import { entryCandidate, entrySchema, type TypedEntry } from "@/lib/chatbot/entries/form";
import { type Problem, problemsOf } from "@/lib/chatbot/entries/problems";
import { keep, readKept } from "./kept";

export type EntryConflict = { seen: string; by: string | null; theirs: TypedEntry };
type Saved = { key: string; settled: number };
type Known = { key: string | null; seen: string | null };

/** What is said of a field: what is wrong at once, what is merely missing once somebody wants to save. */
export type ErrorOf = (field: string) => string | undefined;

/**
 * An entry on the screen, saved when asked. What is typed stays whatever the server answers, and what somebody else
 * saved meanwhile is overwritten only by a decision.
 */
export function useEntry(initial: {
  key: string | null;
  seen: string | null;
  typed: TypedEntry;
  misses: string[];
  staffId: number;
}) {
  const [typed, setTyped] = useState(initial.typed);
  const [known, setKnown] = useState<Known>({ key: initial.key, seen: initial.seen });
  const [saved, setSaved] = useState(initial.typed);
  const [asked, setAsked] = useState(false);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [conflict, setConflict] = useState<EntryConflict | null>(null);
  const latest = useRef(typed);
  const problems = useMemo(() => problemsOf(typed), [typed]);
  const isDirty = typed !== saved;
  const [isRestored, setRestored] = useState(false);
  const keepName = `bot-entry:${initial.staffId}:${initial.key ?? initial.misses.join("|")}`;

  const change = (part: Partial<TypedEntry>) => {
    latest.current = { ...latest.current, ...part };
    setTyped(latest.current);
    keep(keepName, { seen: known.seen, typed: latest.current });
  };
  // After the first rendering, which must equal the server's.
  const restore = useEffectEvent(() => {
    const kept = readKept(keepName);
    if (!kept) return;
    latest.current = kept.typed;
    setTyped(kept.typed);
    setKnown({ key: initial.key, seen: kept.seen });
    setRestored(true);
  });
  useEffect(() => restore(), []);
  /** What was typed and not saved goes; what the server has comes back. */
  const forget = () => {
    keep(keepName, null);
    latest.current = initial.typed;
    setTyped(initial.typed);
    setSaved(initial.typed);
    setKnown({ key: initial.key, seen: initial.seen });
    setRestored(false);
  };
  const errorOf: ErrorOf = (field) => {
    const found = problems.find((problem: Problem) => problem.field === field);
    return found && (asked || !found.isMissing) ? found.message : undefined;
  };

  /** Null when something is in the way, which is then on the screen. */
  const save = async (over: Known = known): Promise<Saved | null> => {
    setAsked(true);
    setRefusal(null);
    const sent = latest.current;
    const read = entrySchema.safeParse(entryCandidate(sent));
    if (!read.success || pending) return null;
    setPending(true);
    const answer = await saveEntryAction({ ...over, entry: read.data, misses: initial.misses }).catch(
      () => null,
    );
    setPending(false);
    if (!answer?.ok) {
      setRefusal(answer?.message ?? bookLabels.offline);
      return null;
    }
    const { value } = answer;
    if (value.kind === "conflict") {
      setConflict({ seen: value.seen, by: value.by, theirs: value.theirs });
      return null;
    }
    keep(keepName, null);
    setRestored(false);
    setKnown({ key: value.key, seen: value.seen });
    setSaved(sent);
    return { key: value.key, settled: value.settled };
  };

  /** After a conflict: mine goes over theirs, knowingly; or theirs comes onto the screen. */
  const settle = async (which: "mine" | "theirs"): Promise<Saved | null> => {
    if (!conflict) return null;
    const over = { key: known.key, seen: conflict.seen };
    setConflict(null);
    setKnown(over);
    if (which === "mine") return save(over);
    keep(keepName, null);
    latest.current = conflict.theirs;
    setTyped(conflict.theirs);
    setSaved(conflict.theirs);
    return null;
  };

  const warn = useEffectEvent((event: BeforeUnloadEvent) => {
    if (isDirty) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: BeforeUnloadEvent) => warn(event);
    addEventListener("beforeunload", listener);
    return () => removeEventListener("beforeunload", listener);
  }, []);

  return {
    typed,
    change,
    errorOf,
    known,
    save,
    pending,
    refusal,
    conflict,
    settle,
    isDirty,
    isRestored,
    forget,
    firstWrong: problems[0]?.field,
    wrong: asked ? problems.length : 0,
  };
}
