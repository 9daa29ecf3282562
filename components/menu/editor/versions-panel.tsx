"use client";

import { useState } from "react";
import { moment } from "@/components/staff/date-words";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/dialog";
import type { VersionRow } from "@/lib/menus/view";
import { editorLabels as t } from "./labels";

type Props = {
  versions: readonly VersionRow[];
  now: Date;
  /** What gives way when one is taken up again. */
  lost: keyof typeof t.restoreLoses;
  pending: boolean;
  onRestore: (id: number, done: () => void) => void;
};

/** What was public before, newest first; each can be taken up again as the draft. */
export function VersionsPanel({ versions, now, lost, pending, onRestore }: Props) {
  const [target, setTarget] = useState<VersionRow | null>(null);
  return (
    <Panel title={t.versions}>
      <p className="text-sm leading-6 text-muted">{t.versionsHelp}</p>
      <ul className="divide-y divide-line">
        {versions.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5">
            <span className="flex min-w-0 flex-1 basis-48 items-center gap-2 font-bold">
              {t.number(row.number)}
              {row.state === "live" && (
                <Badge size="sm" tone="success" icon="circle-check">
                  {t.live}
                </Badge>
              )}
            </span>
            <span className="text-sm text-muted tabular">
              {row.publishedAt && moment(row.publishedAt, now)} {row.publishedBy ?? t.system}
            </span>
            <Button size="sm" icon="undo" aria-label={t.restoreOf(row.number)} onPress={() => setTarget(row)}>
              {t.restore}
            </Button>
          </li>
        ))}
      </ul>
      {target && (
        <ConfirmDialog
          open
          onOpenChange={() => setTarget(null)}
          title={t.restoreTitle(target.number)}
          confirm={t.restoreOf(target.number)}
          pending={pending}
          onConfirm={() => onRestore(target.id, () => setTarget(null))}
        >
          {t.restoreLoses[lost]}
          {t.restoreText}
        </ConfirmDialog>
      )}
    </Panel>
  );
}
