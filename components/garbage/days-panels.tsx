"use client";

import { type ReactNode, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { shortDate } from "@/lib/core/time";
import { deleteGarbageExtraAction, deleteGarbageSuspensionAction } from "@/lib/garbage/book/actions";
import type { CalendarView, LoadedGarbage } from "@/lib/garbage/book/loaders";
import { ExtraDialog, SuspensionDialog } from "./day-dialog";
import { garbageLabels as t } from "./labels";
import { RemoveDialog } from "./remove-dialog";

const dayWords = (day: string): string =>
  `${day.slice(0, 4)}年${shortDate(new Date(`${day}T00:00:00+09:00`))}`;

type RowProps = {
  title: string;
  /** What is or is not collected then: two rows may be of one day. */
  kinds: string;
  isPast: boolean;
  children: ReactNode;
  mayWrite: boolean;
  onEdit: () => void;
  onRemove: () => void;
};

function DayRow({ title, kinds, isPast, children, mayWrite, onEdit, onRemove }: RowProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2.5">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-2 font-medium tabular">
          {title}
          {isPast && <Badge size="sm">{t.past}</Badge>}
        </p>
        <p className="text-sm leading-6 text-muted break-words">{children}</p>
      </div>
      {mayWrite && (
        <span className="flex gap-2">
          <Button size="sm" aria-label={t.editOf(t.dayOf(title, kinds))} onPress={onEdit}>
            {t.edit}
          </Button>
          <Button
            size="sm"
            variant="quiet"
            icon="trash-2"
            aria-label={t.removeOf(t.dayOf(title, kinds))}
            onPress={onRemove}
          >
            {t.remove}
          </Button>
        </span>
      )}
    </li>
  );
}

const namesOf = (kinds: CalendarView["kinds"], keys: readonly string[] | null): string =>
  keys === null
    ? t.everyKind
    : keys.map((key) => kinds.find((kind) => kind.key === key)?.label.ja ?? key).join("、");

type Props = Pick<LoadedGarbage, "calendar" | "mayWrite" | "today">;

export function SuspensionsPanel({ calendar, mayWrite, today }: Props) {
  const [editing, setEditing] = useState<CalendarView["suspensions"][number] | "new" | null>(null);
  const [removing, setRemoving] = useState<CalendarView["suspensions"][number] | null>(null);
  const { kinds, centers, suspensions } = calendar;
  const title = (one: { from: string; until: string }) =>
    one.from === one.until ? dayWords(one.from) : `${dayWords(one.from)} 〜 ${dayWords(one.until)}`;
  const add = (
    <Button size="sm" icon="plus" onPress={() => setEditing("new")}>
      {t.newSuspension}
    </Button>
  );
  return (
    <Panel title={t.suspensions} actions={mayWrite && add}>
      <p className="text-sm leading-6 text-muted">
        {suspensions.length > 0 ? t.suspensionsLead : t.noSuspensions}
      </p>
      <ul aria-label={t.suspensions} className="divide-y divide-line">
        {suspensions.map((one) => (
          <DayRow
            key={one.seen}
            title={title(one)}
            kinds={namesOf(kinds, one.kinds)}
            isPast={one.until < today}
            mayWrite={mayWrite}
            onEdit={() => setEditing(one)}
            onRemove={() => setRemoving(one)}
          >
            {one.center ?? t.everyArea}・{namesOf(kinds, one.kinds)}
          </DayRow>
        ))}
      </ul>
      {editing && (
        <SuspensionDialog
          row={editing === "new" ? null : editing}
          {...{ kinds, centers, today }}
          onClose={() => setEditing(null)}
        />
      )}
      {removing && (
        <RemoveDialog
          name={t.dayOf(title(removing), namesOf(kinds, removing.kinds))}
          remove={() => deleteGarbageSuspensionAction({ seen: removing.seen })}
          onClose={() => setRemoving(null)}
        />
      )}
    </Panel>
  );
}

export function ExtrasPanel({ calendar, mayWrite, today }: Props) {
  const [editing, setEditing] = useState<CalendarView["extras"][number] | "new" | null>(null);
  const [removing, setRemoving] = useState<CalendarView["extras"][number] | null>(null);
  const { kinds, extras } = calendar;
  const add = (
    <Button size="sm" icon="plus" onPress={() => setEditing("new")}>
      {t.newExtra}
    </Button>
  );
  return (
    <Panel title={t.extras} actions={mayWrite && kinds.length > 0 && add}>
      <p className="text-sm leading-6 text-muted">{extras.length > 0 ? t.extrasLead : t.noExtras}</p>
      <ul aria-label={t.extras} className="divide-y divide-line">
        {extras.map((one) => (
          <DayRow
            key={one.seen}
            title={dayWords(one.date)}
            kinds={namesOf(kinds, one.kinds)}
            isPast={one.date < today}
            mayWrite={mayWrite}
            onEdit={() => setEditing(one)}
            onRemove={() => setRemoving(one)}
          >
            {namesOf(kinds, one.kinds)}・{one.areaNames === null ? t.everyArea : one.areaNames.join("、")}
          </DayRow>
        ))}
      </ul>
      {editing && (
        <ExtraDialog
          row={editing === "new" ? null : editing}
          {...{ kinds, today }}
          onClose={() => setEditing(null)}
        />
      )}
      {removing && (
        <RemoveDialog
          name={t.dayOf(dayWords(removing.date), namesOf(kinds, removing.kinds))}
          remove={() => deleteGarbageExtraAction({ seen: removing.seen })}
          onClose={() => setRemoving(null)}
        />
      )}
    </Panel>
  );
}
