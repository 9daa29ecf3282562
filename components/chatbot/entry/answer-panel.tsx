"use client";

import { Panel } from "@/components/ui/card";
import { htmlLanguage } from "@/components/ui/html-language";
import { Select } from "@/components/ui/select";
import { Tabs } from "@/components/ui/tabs";
import { SPOKEN, type Spoken } from "@/db/enums";
import { ANSWER_KINDS } from "@/lib/chatbot/answer";
import { ANSWER_WORDS } from "@/lib/chatbot/books/messages";
import type { TypedAnswer, TypedEntry } from "@/lib/chatbot/entries/form";
import type { Start } from "@/lib/chatbot/entries/starts";
import type { MediaPlaces } from "@/lib/media/place";
import { AnswerFields } from "./answer-fields";
import { ANSWER_HELP, LANGUAGE_LABELS, entryLabels as t } from "./labels";
import { type PlaceSetting, SharedFields } from "./shared-fields";
import type { ErrorOf } from "./use-entry";

type Props = {
  typed: TypedEntry;
  onChange: (part: Partial<TypedEntry>) => void;
  errorOf: ErrorOf;
  spoken: Spoken;
  onSpoken: (spoken: Spoken) => void;
  starts: readonly Start[];
  places: MediaPlaces;
  onPlace: (id: string, place: NonNullable<MediaPlaces[string]>) => void;
  map: PlaceSetting;
};

/** What residents get: the kind of answer, what all languages share, and the words in each. */
export function AnswerPanel(props: Props) {
  const { typed, onChange, errorOf, spoken, onSpoken, starts, places, onPlace, map } = props;
  const { answer } = typed;
  const set = (part: Partial<TypedAnswer>) => onChange({ answer: { ...answer, ...part } });
  return (
    <Panel title={t.answer}>
      <div className="flex flex-col gap-5">
        <Select
          label={t.answerKind}
          description={ANSWER_HELP[answer.kind]}
          choices={ANSWER_KINDS.map((id) => ({ id, label: ANSWER_WORDS[id] }))}
          value={answer.kind}
          onChange={(id) => set({ kind: ANSWER_KINDS.find((kind) => kind === id) ?? "text" })}
        />
        <SharedFields {...{ answer, errorOf, starts, places, onPlace, map }} onChange={set} />
        <Tabs
          label={t.languages}
          selected={spoken}
          onSelect={(id) => onSpoken(SPOKEN.find((one) => one === id) ?? "ja")}
          items={SPOKEN.map((one) => ({
            id: one,
            label: (
              <>
                <span lang={htmlLanguage(one)}>{LANGUAGE_LABELS[one]}</span>
                {one !== "ja" && answer.text[one].trim() === "" && (
                  <span className="text-xs text-muted">{t.notWritten}</span>
                )}
              </>
            ),
            content: (
              <div className="flex flex-col gap-5">
                {one !== "ja" && answer.text[one].trim() === "" && (
                  <p className="text-sm leading-6 text-muted">{t.fallback(LANGUAGE_LABELS[one])}</p>
                )}
                <AnswerFields answer={answer} onChange={set} errorOf={errorOf} spoken={one} />
              </div>
            ),
          }))}
        />
      </div>
    </Panel>
  );
}
