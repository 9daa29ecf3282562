"use client";
import { useState } from "react";
import type { TalkAction } from "@/components/line-preview/action";
import { Button } from "@/components/ui/button";
import { phoneLabels as t } from "./labels";
import styles from "./phone.module.css";
import { checkPicked, type PickedVerdict, quickTimes, splitPicker, startOf } from "./picked-time";
import { Sheet } from "./sheet";

type Asked = Extract<TalkAction, { type: "datetimepicker" }>;
type Answer = Extract<PickedVerdict, { ok: true }>["params"];
type Props = { action: Asked; onClose: () => void; onSend: (params: Answer) => Promise<boolean> };

/** The picker behind a datetimepicker action, with its limits. Boxes can be typed in; no wheel to turn. */
export function DateSheet({ action, onClose, onSend }: Props) {
  const [opened] = useState(() => new Date());
  const [picked, setPicked] = useState(() => startOf(action, opened));
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { mode } = action;
  const min = splitPicker(action.min, mode);
  const max = splitPicker(action.max, mode);

  const send = async () => {
    const verdict = checkPicked(picked, action);
    if (!verdict.ok) return setProblem(verdict.message);
    setBusy(true);
    if (await onSend(verdict.params)) return;
    setBusy(false);
    setProblem(t.notSent);
  };
  const quick = quickTimes(action, opened);

  return (
    <Sheet
      title={t.dates.title}
      onClose={onClose}
      footer={
        <Button variant="primary" className="w-full" onPress={() => busy || send()}>
          {busy ? t.sending : t.dates.send}
        </Button>
      }
    >
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <div className={styles.fields}>
        {mode !== "time" && (
          <label className={styles.nativeField}>
            <span>{t.dates.date}</span>
            <input
              type="date"
              value={picked.date}
              min={min.date || undefined}
              max={max.date || "2100-12-31"}
              onChange={(event) => setPicked({ ...picked, date: event.target.value })}
            />
          </label>
        )}
        {mode !== "date" && (
          <label className={styles.nativeField}>
            <span>{t.dates.time}</span>
            <input
              type="time"
              value={picked.time}
              onChange={(event) => setPicked({ ...picked, time: event.target.value.slice(0, 5) })}
            />
          </label>
        )}
      </div>
      {quick.length > 0 && (
        <fieldset className={styles.chips}>
          <legend>{t.dates.quick}</legend>
          {quick.map((choice) => (
            <button
              key={choice.label}
              type="button"
              className={styles.chip}
              onClick={() => setPicked(choice.picked)}
            >
              {choice.label}
            </button>
          ))}
        </fieldset>
      )}
    </Sheet>
  );
}
