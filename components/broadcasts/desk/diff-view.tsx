import { Panel } from "@/components/ui/card";
import { keyed } from "@/components/ui/keyed";
import { splitDifference } from "@/lib/broadcasts/diff";
import type { LoadedBroadcast } from "@/lib/broadcasts/loaders";
import { composerLabels, deskLabels as t, WORDING_SHORT } from "../labels";

function Texts({ before, after }: { before: string; after: string }) {
  const { head, removed, added, tail } = splitDifference(before, after);
  return (
    <p className="leading-7 whitespace-pre-wrap">
      {head}
      {removed && <del className="bg-danger-soft text-danger-ink">{removed}</del>}
      {added && <ins className="bg-success-soft text-success-ink">{added}</ins>}
      {tail}
    </p>
  );
}

/** What changed since the version that was decided last: removed struck through, added underlined. */
export function DiffView({ loaded }: { loaded: LoadedBroadcast }) {
  const { diff } = loaded;
  if (!diff) return <p className="text-sm text-muted">{t.first}</p>;
  return (
    <Panel title={t.diff(diff.since)} level={3}>
      {diff.changes.length === 0 && <p>{t.noDiff}</p>}
      <ul className="flex flex-col gap-4">
        {keyed(diff.changes).map(({ key, item }) => (
          <li key={key}>
            {item.part === "rule" && t.ruleChanged}
            {item.part === "schedule" && t.scheduleChanged}
            {(item.part === "title" || item.part === "block") && (
              <>
                <p className="text-sm font-bold text-muted">
                  {item.part === "title"
                    ? composerLabels.title
                    : `${WORDING_SHORT[item.spoken]} ${item.block + 1}`}
                </p>
                <Texts before={item.before ?? ""} after={item.after ?? ""} />
              </>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
