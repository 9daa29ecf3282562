"use client";

import { type FormEvent, useId, useRef, useState } from "react";
import { LANGUAGE_LABELS } from "@/components/chatbot/entry/labels";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { focusFirstWrong } from "@/components/ui/first-wrong";
import { htmlLanguage } from "@/components/ui/html-language";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { SPOKEN } from "@/db/enums";
import { NO_WORDS, type Wordings } from "@/lib/chatbot/entries/form";
import type { Topic } from "@/lib/chatbot/faq/content";
import { graphemes } from "@/lib/core/text";
import { topicLabels as t } from "./topic-labels";

const MAX = 20;

type Props = {
  topic: Topic | null;
  pending: boolean;
  problem: string | null;
  onSave: (topic: Topic) => Promise<boolean>;
  onClose: () => void;
};

/** A topic's button in every language. */
export function TopicDialog({ topic, pending, problem, onSave, onClose }: Props) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [words, setWords] = useState<Wordings>({ ...NO_WORDS, ...topic?.label });
  const [asked, setAsked] = useState(false);
  const wrong = (spoken: (typeof SPOKEN)[number]): string | undefined => {
    if (graphemes(words[spoken].trim()) > MAX) return t.tooLong;
    return asked && spoken === "ja" && words.ja.trim() === "" ? t.required : undefined;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const { ja, ...others } = words;
    if (ja.trim() === "" || SPOKEN.some((spoken) => graphemes(words[spoken].trim()) > MAX))
      return focusFirstWrong(form.current);
    const written = Object.entries(others).flatMap(([spoken, text]) =>
      text.trim() === "" ? [] : [[spoken, text.trim()] as const],
    );
    const label = { ja: ja.trim(), ...Object.fromEntries(written) };
    if (await onSave({ key: topic?.key ?? `t-${crypto.randomUUID()}`, label })) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={topic ? t.editOf(topic.label.ja) : t.newTopic}
      footer={
        <>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button variant="primary" type="submit" form={id} pending={pending}>
            {t.save}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        id={id}
        onSubmit={(event) => void submit(event)}
        noValidate
        className="flex flex-col gap-4"
      >
        {problem && (
          <Notice tone="danger" live="alert">
            {problem}
          </Notice>
        )}
        <p className="text-sm leading-6 text-muted">{t.labelHelp}</p>
        {SPOKEN.map((spoken) => (
          <TextField
            key={spoken}
            label={
              <>
                {t.label}（<span lang={htmlLanguage(spoken)}>{LANGUAGE_LABELS[spoken]}</span>）
              </>
            }
            required={spoken === "ja"}
            lang={htmlLanguage(spoken)}
            value={words[spoken]}
            error={wrong(spoken)}
            suffix={
              <span className="tabular">
                {graphemes(words[spoken])}/{MAX}
              </span>
            }
            autoComplete="off"
            onChange={(text) => setWords((before) => ({ ...before, [spoken]: text }))}
          />
        ))}
      </form>
    </Dialog>
  );
}
