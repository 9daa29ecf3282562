"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { sendMessageAction } from "@/lib/reports/actions";
import { draftMessage, MAX_MESSAGE_UNITS, MESSAGE_TEMPLATES, REFUSALS } from "@/lib/reports/messages";
import { type Case, draftKey } from "./case";
import { statusFormLabels, messageFormLabels as t } from "./labels";
import { LinePreview } from "./line-preview";
import { RefusalNotice } from "./refusal-notice";
import { useKept } from "./use-kept";
import { useSave } from "./use-save";

const BLANK = "blank";
const EMPTY = { template: BLANK as string, text: "" };

/** A message to the resident that changes nothing else. */
export function MessageForm({ report }: { report: Case }) {
  const draft = draftKey(report, "message");
  const save = useSave(report.revision, draft);
  const { form, change, clear } = useKept(draft, EMPTY);
  const { template, text } = form;
  const [checked, setChecked] = useState(false);
  const choose = (key: string) =>
    change({ template: key, text: key === BLANK ? "" : draftMessage(report, key, report.language) });
  if (!report.reachable) return <Notice tone="warning">{statusFormLabels.unreachable}</Notice>;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (!text.trim()) return;
        save.save({ number: report.number, text }, sendMessageAction, {
          say: t.sent,
          onDone: () => {
            clear(EMPTY);
            setChecked(false);
          },
        });
      }}
    >
      <p className="text-sm leading-6 text-muted">{t.intro}</p>
      <Select
        label={t.template}
        value={template}
        onChange={choose}
        choices={[
          { id: BLANK, label: t.blank },
          ...MESSAGE_TEMPLATES.map(({ key, label }) => ({ id: key, label })),
        ]}
      />
      <TextArea
        label={statusFormLabels.message}
        description={statusFormLabels.messageHelp}
        required
        rows={5}
        value={text}
        max={MAX_MESSAGE_UNITS}
        error={checked && !text.trim() ? REFUSALS["message-missing"] : undefined}
        onChange={(next) => change({ text: next })}
      />
      {text.trim() !== "" && <LinePreview text={text} accountName={report.accountName} />}
      <RefusalNotice save={save} />
      <Button type="submit" variant="primary" icon="send" pending={save.pending} className="w-full">
        {t.send}
      </Button>
    </form>
  );
}
