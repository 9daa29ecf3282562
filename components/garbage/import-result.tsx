import { DifferenceView } from "@/components/chatbot/difference-view";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import type { IconName } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import type { Problem } from "@/lib/garbage/import/problem";
import type { ImportResult } from "@/lib/garbage/import/result";
import { BookLines } from "./book-lines";
import { garbageLabels as t } from "./labels";

const LEVELS = ["unusable", "look", "merged"] as const;
const LOOK: Record<Problem["level"], { tone: BadgeTone; icon: IconName }> = {
  unusable: { tone: "danger", icon: "circle-x" },
  look: { tone: "warning", icon: "triangle-alert" },
  merged: { tone: "info", icon: "info" },
};
const WORDS = { unusable: t.unusable, look: t.look, merged: t.merged };

type Props = { result: ImportResult; busy: boolean; onDraft: () => void };

/** What the files would change of what residents get, and every row that did not come as it stands. */
export function ImportResultView({ result, busy, onDraft }: Props) {
  const { problems, garbage, calendar, replaces } = result;
  const many = problems.unusable + problems.look + problems.merged;
  return (
    <>
      {many > 0 && (
        <Panel title={t.problems}>
          {LEVELS.filter((level) => problems[level] > 0).map((level) => (
            <ProblemList
              key={level}
              level={level}
              all={problems[level]}
              list={problems.list.filter((one) => one.level === level)}
            />
          ))}
        </Panel>
      )}
      <Panel title={t.changes} aria-label={t.changes}>
        <div role="status" className="flex flex-col gap-1 pb-4 text-lg leading-8 font-bold tabular">
          {garbage && (
            <p>{t.changesItems(garbage.items.added, garbage.items.changed, garbage.items.removed)}</p>
          )}
          {calendar && (
            <p>{t.changesDays(calendar.lines.added, calendar.lines.changed, calendar.lines.removed)}</p>
          )}
        </div>
        {(replaces.garbage || replaces.calendar) && (
          <Notice tone="warning" className="mb-4">
            {t.replacesDraft}
          </Notice>
        )}
        <Button variant="primary" icon="file-text" pending={busy} onPress={onDraft}>
          {t.toDraft}
        </Button>
        {garbage && (
          <div className="pt-6">
            <DifferenceView
              book="garbage"
              lines={garbage.items.lines}
              totals={garbage.items}
              content={garbage.categories.length > 0 ? <BookLines lines={garbage.categories} /> : null}
            />
          </div>
        )}
        {calendar && (
          <div className="pt-6">
            <BookLines
              lines={calendar.lines.lines}
              all={calendar.lines.added + calendar.lines.changed + calendar.lines.removed}
            />
          </div>
        )}
      </Panel>
    </>
  );
}

function ProblemList({ level, all, list }: { level: Problem["level"]; all: number; list: Problem[] }) {
  return (
    <Disclosure open={level === "unusable"} title={<Badge {...LOOK[level]}>{WORDS[level](all)}</Badge>}>
      {list.length < all && <p className="text-sm text-muted">{t.shownOf(list.length, all)}</p>}
      <ul className="divide-y divide-line">
        {list.map((one) => (
          <li
            key={`${one.file}:${one.line}:${one.text}`}
            className="flex flex-wrap gap-x-3 py-1.5 text-sm leading-6"
          >
            <span className="shrink-0 text-muted tabular">
              {one.file} {one.line === null ? t.wholeFile : t.line(one.line)}
            </span>
            <span className="min-w-0 flex-1 basis-64 break-words">{one.text}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
