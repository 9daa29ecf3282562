"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { shortDate } from "@/lib/core/time";
import {
  archiveInterestAction,
  moveInterestAction,
  restoreInterestAction,
} from "@/lib/preferences/content/actions";
import type { InterestRow } from "@/lib/preferences/content/queries";
import { InterestDialog } from "./interest-dialog";
import { ItemRow } from "./item-row";
import { preferencesLabels as t } from "./labels";
import { useChange } from "./use-change";

export function InterestsPanel({ rows, now }: { rows: InterestRow[]; now: Date }) {
  const [editing, setEditing] = useState<InterestRow | "new" | null>(null);
  const [ending, setEnding] = useState<InterestRow | null>(null);
  const [pending, run] = useChange();
  return (
    <Panel
      title={`${t.interests}（${rows.filter((row) => !isOver(row, now)).length}）`}
      actions={
        <Button size="sm" icon="plus" onPress={() => setEditing("new")}>
          {t.addInterest}
        </Button>
      }
    >
      <p className="text-sm leading-6 text-muted">{t.interestsHint}</p>
      <ul className="divide-y divide-line">
        {rows.map((row, place) => (
          <ItemRow
            key={row.bit}
            name={row.label.ja}
            pending={pending}
            at={place}
            of={rows.length}
            onMove={(direction) => run(() => moveInterestAction({ bit: row.bit, direction }))}
            actions={
              <>
                <Button size="sm" aria-label={t.editOf(row.label.ja)} onPress={() => setEditing(row)}>
                  {t.edit}
                </Button>
                {isOver(row, now) ? (
                  <Button
                    size="sm"
                    aria-label={t.restoreOf(row.label.ja)}
                    onPress={() => run(() => restoreInterestAction({ bit: row.bit }))}
                  >
                    {t.restore}
                  </Button>
                ) : (
                  <Button size="sm" aria-label={t.archiveOf(row.label.ja)} onPress={() => setEnding(row)}>
                    {t.archive}
                  </Button>
                )}
              </>
            }
          >
            <InterestLine row={row} now={now} />
          </ItemRow>
        ))}
      </ul>
      {editing && (
        <InterestDialog row={editing === "new" ? null : editing} onClose={() => setEditing(null)} />
      )}
      {ending && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setEnding(null)}
          title={t.archiveTitle(ending.label.ja)}
          confirm={t.archiveConfirm(ending.chosenBy)}
          danger
          pending={pending}
          onConfirm={() =>
            run(
              () => archiveInterestAction({ bit: ending.bit }),
              () => setEnding(null),
            )
          }
        >
          {t.archiveText(ending.chosenBy)}
        </ConfirmDialog>
      )}
    </Panel>
  );
}

const isOver = (row: InterestRow, now: Date) => row.validUntil !== null && row.validUntil <= now;

function InterestLine({ row, now }: { row: InterestRow; now: Date }) {
  const over = isOver(row, now);
  return (
    <div className="flex items-start gap-3">
      <Icon name={row.icon ?? "circle-dot"} className="mt-0.5 text-muted" />
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-bold leading-6">
          {row.label.ja}
          {over && <Badge size="sm">{t.over}</Badge>}
          {row.validFrom && row.validFrom > now && <Badge size="sm">{t.waiting}</Badge>}
        </p>
        {row.description && <p className="text-sm leading-5 text-muted">{row.description.ja}</p>}
        <p className="flex flex-wrap gap-x-3 text-sm leading-5 text-muted">
          <span>{t.chosenBy(row.chosenBy)}</span>
          {row.validFrom && <span>{t.from(shortDate(row.validFrom))}</span>}
          {row.validUntil && !over && (
            <span>{t.until(shortDate(new Date(row.validUntil.getTime() - 1)))}</span>
          )}
        </p>
      </div>
    </div>
  );
}
