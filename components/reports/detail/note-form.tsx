"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { addNoteAction } from "@/lib/reports/actions";
import { type Case, draftKey } from "./case";
import { noteFormLabels as t } from "./labels";
import { RefusalNotice } from "./refusal-notice";
import { useKept } from "./use-kept";
import { useSave } from "./use-save";

const EMPTY = { text: "" };

/** Words for colleagues. */
export function NoteForm({ report }: { report: Case }) {
  const draft = draftKey(report, "note");
  const save = useSave(report.revision, draft);
  const { form, change, clear } = useKept(draft, EMPTY);
  const { text } = form;
  const [checked, setChecked] = useState(false);
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (!text.trim()) return;
        save.save({ number: report.number, text }, addNoteAction, {
          say: t.saved,
          onDone: () => {
            clear(EMPTY);
            setChecked(false);
          },
        });
      }}
    >
      <TextArea
        label={t.text}
        description={t.help}
        required
        rows={4}
        value={text}
        max={4000}
        error={checked && !text.trim() ? t.missing : undefined}
        onChange={(next) => change({ text: next })}
      />
      <RefusalNotice save={save} />
      <Button type="submit" variant="primary" icon="sticky-note" pending={save.pending} className="w-full">
        {t.save}
      </Button>
    </form>
  );
}
