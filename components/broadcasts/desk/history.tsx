import { Panel } from "@/components/ui/card";
import type { LoadedBroadcast } from "@/lib/broadcasts/loaders";
import { clock, shortDate } from "@/lib/core/time";
import { ENTRY_LABELS, deskLabels as t } from "../labels";
import { PAUSED_WORDS } from "./labels";

/** Why, in a person's words; of what stopped by itself, in ours. */
const reasonOf = (entry: LoadedBroadcast["entries"][number]): string | null =>
  (entry.kind === "paused" && PAUSED_WORDS[entry.reason ?? ""]) || entry.reason;

/** What happened, newest first. */
export function History({ entries }: { entries: LoadedBroadcast["entries"] }) {
  return (
    <Panel title={t.history}>
      <ol className="flex flex-col gap-3">
        {entries.map((entry) => (
          <li key={entry.id} className="border-l-2 border-line pl-3 text-sm leading-6">
            <p>
              {ENTRY_LABELS[entry.kind]}
              {entry.version !== null && <span className="ml-2 text-muted">{t.version(entry.version)}</span>}
            </p>
            {entry.reason && <p className="whitespace-pre-wrap text-muted">{reasonOf(entry)}</p>}
            <p className="text-muted tabular">
              {shortDate(entry.at)} {clock(entry.at)} {entry.actor}
            </p>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
