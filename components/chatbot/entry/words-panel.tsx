"use client";

import type { ReactNode } from "react";
import { Panel } from "@/components/ui/card";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { TagField } from "@/components/ui/tag-field";
import { TextField } from "@/components/ui/text-field";
import { ENTRY_LIMITS as L, type TypedEntry } from "@/lib/chatbot/entries/form";
import { entryLabels as t } from "./labels";
import type { ErrorOf } from "./use-entry";

type Props = {
  typed: TypedEntry;
  onChange: (part: Partial<TypedEntry>) => void;
  errorOf: ErrorOf;
  /** Which other entries these words meet. */
  overlaps: ReactNode;
};

const Count = ({ text, max }: { text: string; max: number }) => (
  <span className={text.length > max ? "font-bold text-danger-ink tabular" : "tabular"}>
    {text.length}/{max}
  </span>
);

/** By which words it is found. */
export function WordsPanel({ typed, onChange, errorOf, overlaps }: Props) {
  const wrongWord = typed.synonyms.findIndex((_, at) => errorOf(`synonyms.${at}`) !== undefined);
  return (
    <Panel title={t.words}>
      <div className="flex flex-col gap-5">
        <RadioGroup
          label={t.kind}
          value={typed.kind}
          onChange={(kind) => onChange({ kind: kind === "keyword" ? "keyword" : "faq" })}
        >
          {(["faq", "keyword"] as const).map((kind) => (
            <Radio key={kind} value={kind} description={t.kindHelp[kind]}>
              {t.kinds[kind]}
            </Radio>
          ))}
        </RadioGroup>
        <TextField
          label={t.title}
          description={t.titleHelp}
          required
          value={typed.title}
          error={errorOf("title")}
          autoComplete="off"
          suffix={<Count text={typed.title} max={L.title} />}
          onChange={(title) => onChange({ title })}
        />
        <TextField
          label={t.reading}
          description={t.readingHelp}
          optional
          value={typed.reading}
          error={errorOf("reading")}
          autoComplete="off"
          onChange={(reading) => onChange({ reading })}
        />
        <TagField
          label={t.synonyms}
          description={t.synonymsHelp}
          error={errorOf("synonyms") ?? (wrongWord < 0 ? undefined : errorOf(`synonyms.${wrongWord}`))}
          values={typed.synonyms}
          max={L.synonym}
          onChange={(synonyms) => onChange({ synonyms })}
        />
        {overlaps}
      </div>
    </Panel>
  );
}
