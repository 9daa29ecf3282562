"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { moveQuestionAction, saveQuestionAction } from "@/lib/preferences/content/actions";
import type { QuestionRow } from "@/lib/preferences/content/queries";
import { EditDialog } from "./edit-dialog";
import { ItemRow } from "./item-row";
import { questionLabels, preferencesLabels as t } from "./labels";
import { LocalFields, localFrom } from "./local-fields";
import { useChange } from "./use-change";

export function QuestionsPanel({ rows }: { rows: QuestionRow[] }) {
  const [editing, setEditing] = useState<QuestionRow | null>(null);
  const [pending, run] = useChange();
  return (
    <Panel title={t.questions}>
      <p className="text-sm leading-6 text-muted">{t.questionsHint}</p>
      <ul className="divide-y divide-line">
        {rows.map((row, place) => (
          <ItemRow
            key={row.key}
            name={questionLabels[row.key]}
            pending={pending}
            at={place}
            of={rows.length}
            onMove={(direction) => run(() => moveQuestionAction({ key: row.key, direction }))}
            actions={
              <Button
                size="sm"
                aria-label={t.editOf(questionLabels[row.key])}
                onPress={() => setEditing(row)}
              >
                {t.edit}
              </Button>
            }
          >
            <p className="flex flex-wrap items-center gap-2 font-bold leading-6">
              {questionLabels[row.key]}
              <Badge size="sm" tone={row.isAsked ? "accent" : "neutral"}>
                {row.isAsked ? t.asked : t.notAsked}
              </Badge>
            </p>
            <p className="text-sm leading-5 text-muted">{row.prompt.ja}</p>
          </ItemRow>
        ))}
      </ul>
      {editing && <QuestionDialog row={editing} onClose={() => setEditing(null)} />}
    </Panel>
  );
}

function QuestionDialog({ row, onClose }: { row: QuestionRow; onClose: () => void }) {
  const save = (form: FormData) =>
    saveQuestionAction({
      key: row.key,
      seen: row.updatedAt.toISOString(),
      prompt: localFrom(form, "prompt"),
      note: localFrom(form, "note"),
      isAsked: form.get("isAsked") === "yes",
    });
  return (
    <EditDialog title={t.editOf(questionLabels[row.key])} onClose={onClose} save={save}>
      {(errorOf) => (
        <>
          <Checkbox name="isAsked" value="yes" defaultChecked={row.isAsked}>
            {t.askIt}
          </Checkbox>
          <LocalFields name="prompt" title={t.prompt} text={row.prompt} required errorOf={errorOf} />
          <LocalFields name="note" title={t.note} text={row.note} errorOf={errorOf} />
        </>
      )}
    </EditDialog>
  );
}
