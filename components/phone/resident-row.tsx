"use client";
import { ChevronRight } from "lucide-react";
import { clock, shortDate } from "@/lib/core/time";
import type { Resident } from "@/lib/sandbox-client/schema";
import { phoneLabels as t } from "./labels";
import styles from "./phone.module.css";

const HUES = [212, 168, 28, 262, 340, 95];

export function ResidentRow({ resident, onChoose }: { resident: Resident; onChoose: (id: string) => void }) {
  const { id, name, language, state, messages, lastAt } = resident;
  const hue = HUES[Number.parseInt(id.slice(1, 5), 16) % HUES.length] ?? 212;
  const at = lastAt === null ? null : new Date(lastAt);
  return (
    <li>
      <button type="button" onClick={() => onChoose(id)}>
        <span className={styles.face} style={{ background: `hsl(${hue} 45% 38%)` }} aria-hidden>
          {[...name][0] ?? "？"}
        </span>
        <span className={styles.residentText}>
          <strong>{name}</strong>
          <span>
            {t.picker.state[state]} · {t.picker.messages(messages)}
            {language && language !== "ja" && ` · ${language}`}
          </span>
        </span>
        {at && <time>{`${shortDate(at)} ${clock(at)}`}</time>}
        <ChevronRight aria-hidden size={18} />
      </button>
    </li>
  );
}
