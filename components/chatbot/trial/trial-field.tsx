"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import type { Spoken } from "@/db/enums";
import { answerCandidate, type TypedEntry } from "@/lib/chatbot/entries/form";
import { trialLabels as t } from "./labels";
import { useTrial } from "./use-trial";
import { Why } from "./why";

type Props = { entryKey: string | null; typed: TypedEntry; spoken: Spoken };

/** A question to the draft with the entry as it is on the screen now. */
export function TrialField({ entryKey, typed, spoken }: Props) {
  const [text, setText] = useState("");
  const trial = useTrial();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { kind, title, reading, synonyms, category, answer } = typed;
    const entry = {
      key: entryKey,
      kind,
      title,
      reading,
      synonyms,
      category,
      answer: answerCandidate(answer),
    };
    void trial.ask(text, { which: "draft", language: spoken, entry });
  };
  return (
    <Panel title={t.fieldTitle}>
      <div className="flex flex-col gap-3">
        <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
          <TextField
            label={t.question}
            description={t.fieldHelp}
            value={text}
            error={trial.isBlank && text.trim() === "" ? t.blank : undefined}
            autoComplete="off"
            className="min-w-0 flex-1 basis-40"
            onChange={setText}
          />
          <Button type="submit" pending={trial.pending}>
            {t.ask}
          </Button>
        </form>
        <div role="status">{trial.outcome && <Why outcome={trial.outcome} own={entryKey} />}</div>
        {trial.problem && (
          <Notice tone="danger" live="alert">
            {trial.problem}
          </Notice>
        )}
      </div>
    </Panel>
  );
}
