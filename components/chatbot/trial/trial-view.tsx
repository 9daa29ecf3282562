"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { LANGUAGE_LABELS } from "@/components/chatbot/entry/labels";
import { PhoneFrame } from "@/components/line-preview/phone-frame";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { htmlLanguage } from "@/components/ui/html-language";
import { Notice } from "@/components/ui/notice";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { SPOKEN, type Spoken } from "@/db/enums";
import type { Which } from "@/lib/chatbot/desk/queries";
import { type TrialSearch, trialHref } from "@/lib/trial/search";
import { trialLabels as t, WHICH_LABELS } from "./labels";
import { useTrial } from "./use-trial";
import { Why } from "./why";

type Props = { search: TrialSearch; accountName: string; hasDraft: boolean };

/** Ask the bot as a resident would, of the draft or of what is live; the address reopens the question. */
export function TrialView({ search, accountName, hasDraft }: Props) {
  const [text, setText] = useState(search.text);
  const [which, setWhich] = useState<Which>(search.which);
  const [language, setLanguage] = useState<Spoken>(search.language);
  const trial = useTrial();
  const asked = useRef(search.text);

  const run = (question: string, setting: { which: Which; language: Spoken }) => {
    asked.current = question;
    history.replaceState(null, "", trialHref({ text: question, ...setting }));
    void trial.ask(question, setting);
  };
  // The address may bring a question along: a link from 未回答, or one that was kept.
  const first = useRef(() => {
    if (search.text !== "") void trial.ask(search.text, search);
  });
  useEffect(() => first.current(), []);
  const change = (next: { which?: Which; language?: Spoken }) => {
    const setting = { which: next.which ?? which, language: next.language ?? language };
    setWhich(setting.which);
    setLanguage(setting.language);
    if (asked.current !== "") run(asked.current, setting);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(text, { which, language });
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="flex min-w-0 flex-col gap-5">
        <p className="leading-7 text-muted">{t.help}</p>
        <form onSubmit={submit} className="flex flex-col gap-4">
          <div className="flex flex-wrap items-end gap-3">
            <TextField
              label={t.question}
              value={text}
              error={trial.isBlank && text.trim() === "" ? t.blank : undefined}
              placeholder={t.placeholder}
              autoComplete="off"
              className="min-w-0 flex-1 basis-56"
              onChange={setText}
            />
            <Button type="submit" variant="primary" icon="send" pending={trial.pending}>
              {t.ask}
            </Button>
          </div>
          <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
            {hasDraft && (
              <SegmentedControl
                label={t.which}
                segments={(["draft", "live"] as const).map((id) => ({ id, label: WHICH_LABELS[id] }))}
                selected={which}
                onSelect={(id) => change({ which: id === "live" ? "live" : "draft" })}
              />
            )}
            <Select
              label={t.language}
              labelHidden
              size="sm"
              choices={SPOKEN.map((id) => ({ id, label: LANGUAGE_LABELS[id], lang: htmlLanguage(id) }))}
              value={language}
              onChange={(id) => change({ language: SPOKEN.find((one) => one === id) ?? "ja" })}
            />
          </div>
        </form>
        {trial.problem && (
          <Notice tone="danger" live="alert">
            {trial.problem}
          </Notice>
        )}
        <Panel title={t.why}>
          <div role="status">
            {trial.outcome ? <Why outcome={trial.outcome} /> : <p className="text-muted">{t.whyEmpty}</p>}
          </div>
        </Panel>
      </div>
      <PhoneFrame
        title={t.talk}
        rows={trial.rows}
        accountName={accountName}
        spoken={language}
        live
        onAction={(action) => trial.press(action, { which, language })}
        empty={<p className="p-6 text-center text-sm leading-6">{t.empty}</p>}
      />
    </div>
  );
}
