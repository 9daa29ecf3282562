"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { changeSettingAction, readSettingsAction } from "@/lib/preferences/page/actions";
import type { Mine } from "@/lib/preferences/page/mine";
import type { SettingsLabel } from "./labels";

type Single = "age_band" | "gender" | "area" | "spoken" | "stopped";
type Part = Single | `interest:${number}`;
export type Said = { label: SettingsLabel; tone: "quiet" | "wrong" } | null;

const REFUSALS: Record<string, SettingsLabel> = {
  unauthenticated: "expired",
  forbidden: "otherPerson",
  over: "over",
};
/** While the page is looked at, what another device changed shows within so many seconds. */
const LOOK_EVERY_MS = 8_000;

const same = (a: Mine, b: Mine): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What was pressed, before the server has answered. */
function withPart(mine: Mine, part: Part, value: number): Mine {
  if (!part.startsWith("interest:")) return { ...mine, [part]: value };
  const bit = Number(part.slice("interest:".length));
  const others = mine.interests.filter((one) => one !== bit);
  return { ...mine, interests: value === 1 ? [...others, bit].sort((a, b) => a - b) : others };
}

/**
 * One's settings, saved part by part, one after the other; every answer brings all of them as they are then, so that
 * what another device changed shows too.
 */
export function useSettings(mark: string, given: Mine) {
  const [mine, setMine] = useState(given);
  const [said, setSaid] = useState<Said>(null);
  const [isOver, setIsOver] = useState(false);
  /** Presses whose answers are still to come; the page is only read again when there are none. */
  const open = useRef(0);
  const queue = useRef<Promise<void>>(Promise.resolve());
  /** As the server last told them. */
  const known = useRef(given);

  const take = useCallback((now: Mine) => {
    known.current = now;
    if (open.current === 0) setMine(now);
  }, []);

  const refuse = useCallback((label: SettingsLabel) => {
    setSaid({ label, tone: "wrong" });
    if (label === "expired" || label === "otherPerson") setIsOver(true);
  }, []);

  const save = useCallback(
    (part: Part, value: number) => {
      open.current += 1;
      setMine((now) => withPart(now, part, value));
      setSaid({ label: "saving", tone: "quiet" });
      queue.current = queue.current.then(async () => {
        const answer = await changeSettingAction({ mark, part, value }).catch(() => null);
        open.current -= 1;
        if (answer?.ok) take(answer.value);
        else take(known.current);
        if (answer?.ok) setSaid({ label: "saved", tone: "quiet" });
        else refuse((answer && REFUSALS[answer.reason]) ?? "notSaved");
      });
    },
    [mark, take, refuse],
  );

  useEffect(() => {
    const look = async () => {
      if (document.visibilityState !== "visible" || open.current > 0 || isOver) return;
      const answer = await readSettingsAction({ mark }).catch(() => null);
      if (open.current > 0 || !answer) return;
      if (!answer.ok) {
        const label = REFUSALS[answer.reason];
        if (label) refuse(label);
      } else if (!same(answer.value, known.current)) {
        take(answer.value);
        setSaid({ label: "other", tone: "quiet" });
      }
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [mark, isOver, take, refuse]);

  return { mine, said, isOver, save };
}
