"use client";

import { useState } from "react";
import { EditDialog } from "@/components/preferences/edit-dialog";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { TextField } from "@/components/ui/text-field";
import { deleteGarbageKindAction, savePutOutByAction } from "@/lib/garbage/book/actions";
import type { CalendarView, LoadedGarbage } from "@/lib/garbage/book/loaders";
import { KindDialog } from "./kind-dialog";
import { garbageLabels as t } from "./labels";
import { RemoveDialog } from "./remove-dialog";

type Kind = CalendarView["kinds"][number];

/** What the calendar collects, and until when it has to be put out. */
export function KindsPanel({ calendar, mayWrite }: Pick<LoadedGarbage, "calendar" | "mayWrite">) {
  const [editing, setEditing] = useState<Kind | "new" | "time" | null>(null);
  const [removing, setRemoving] = useState<Kind | null>(null);
  const { kinds, putOutBy } = calendar;
  const add = (
    <Button size="sm" icon="plus" onPress={() => setEditing("new")}>
      {t.newKind}
    </Button>
  );
  return (
    <Panel title={`${t.kinds}（${kinds.length}）`} actions={mayWrite && add}>
      <p className="text-sm leading-6 text-muted">{t.kindsLead}</p>
      <ul aria-label={t.kinds} className="divide-y divide-line">
        {kinds.map((kind) => (
          <li key={kind.key} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2.5">
            <p className="min-w-0 flex-1 basis-48">
              <span className="font-medium break-words">{kind.label.ja}</span>
              <span className="pl-3 text-sm text-muted">
                {kind.onHolidays ? t.onHolidays : t.offHolidays}
              </span>
            </p>
            {mayWrite && (
              <span className="flex gap-2">
                <Button size="sm" aria-label={t.editOf(kind.label.ja)} onPress={() => setEditing(kind)}>
                  {t.edit}
                </Button>
                <Button
                  size="sm"
                  variant="quiet"
                  icon="trash-2"
                  aria-label={t.removeOf(kind.label.ja)}
                  onPress={() => setRemoving(kind)}
                >
                  {t.remove}
                </Button>
              </span>
            )}
          </li>
        ))}
        <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2.5">
          <p className="min-w-0 flex-1 basis-48">
            <span className="font-medium">{t.putOutBy}</span>
            <span className="pl-3 tabular">{putOutBy.time ?? t.none}</span>
          </p>
          {mayWrite && (
            <Button size="sm" aria-label={t.editOf(t.putOutBy)} onPress={() => setEditing("time")}>
              {t.edit}
            </Button>
          )}
        </li>
      </ul>
      {editing === "time" && (
        <EditDialog
          title={t.putOutBy}
          saved={t.saved}
          onClose={() => setEditing(null)}
          save={(form) => savePutOutByAction({ seen: putOutBy.seen, time: String(form.get("time") ?? "") })}
        >
          {(errorOf) => (
            <TextField
              name="time"
              label={t.putOutBy}
              description={t.putOutByHelp}
              defaultValue={putOutBy.time ?? ""}
              error={errorOf("time")}
              autoComplete="off"
            />
          )}
        </EditDialog>
      )}
      {editing !== null && editing !== "time" && (
        <KindDialog row={editing === "new" ? null : editing} onClose={() => setEditing(null)} />
      )}
      {removing && (
        <RemoveDialog
          name={removing.label.ja}
          body={t.kindRemoveBody}
          remove={() => deleteGarbageKindAction({ key: removing.key, seen: removing.seen })}
          onClose={() => setRemoving(null)}
        />
      )}
    </Panel>
  );
}
