import { CircleCheck, TriangleAlert } from "lucide-react";
import { clock, toTokyo } from "@/lib/core/time";
import { phoneLabels as t } from "./labels";
import styles from "./phone.module.css";

type Props = {
  at: number;
  what: string;
  marks: string[];
  good: boolean;
  result: string;
  ms?: number;
  /** Shown folded: the messages as they were sent. */
  json?: unknown;
};

export function SeenRow({ at, what, marks, good, result, ms, json }: Props) {
  const time = new Date(at);
  const Sign = good ? CircleCheck : TriangleAlert;
  return (
    <li data-good={good || undefined}>
      <div className={styles.seenLine}>
        <Sign aria-hidden size={16} />
        <time>{`${clock(time)}:${String(toTokyo(time).second).padStart(2, "0")}`}</time>
        <strong>{result}</strong>
        {ms !== undefined && <span>{Math.round(ms)} ms</span>}
      </div>
      <p className={styles.seenWhat}>{what}</p>
      {marks.length > 0 && <p className={styles.seenMarks}>{marks.join(" · ")}</p>}
      {json !== undefined && (
        <details>
          <summary>{t.seen.json}</summary>
          <pre>{JSON.stringify(json, null, 1)}</pre>
        </details>
      )}
    </li>
  );
}
