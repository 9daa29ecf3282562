"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { ITEM_FIELDS, type Mapping } from "@/lib/garbage/import/columns";
import { ENCODINGS, type Encoding } from "@/lib/garbage/import/encoding-name";
import type { ImportOptions } from "@/lib/garbage/import/schema";
import { ENCODING_LABELS, FIELD_LABELS, FORMAT_LABELS, ROLE_LABELS, garbageLabels as t } from "./labels";
import type { ImportState } from "./use-import";

const NONE = "none";
const AUTO = "auto";
const BLANK: Mapping = {
  title: null,
  category: null,
  reading: null,
  note: null,
  synonyms: null,
  hasHeading: true,
};

type Props = {
  state: ImportState;
  busy: boolean;
  onAgain: (options: Omit<ImportOptions, "step">) => void;
  /** The preview was made with other options than those that are chosen now. */
  onStale: (isStale: boolean) => void;
};

/** How the files were read, and everything of it that staff may say otherwise. */
export function ImportOptionsForm({ state, busy, onAgain, onStale }: Props) {
  const { files, result, about, options } = state;
  const [encodings, setEncodings] = useState(options.encodings);
  const [mapping, setMapping] = useState<Mapping>(
    result?.mapping ?? options.mapping ?? about?.mapping ?? BLANK,
  );
  const [mode, setMode] = useState(options.mode);
  const [keepTaught, setKeepTaught] = useState(options.keepTaught);
  const columns = result?.columns ?? about?.columns ?? [];
  const hasItems = columns.length > 0;
  const choices = [
    { id: NONE, label: t.noColumn },
    ...columns.map((column, at) => ({
      id: String(at),
      label: t.columnName(at + 1, mapping.hasHeading ? column.name : ""),
    })),
  ];
  const sampleOf = (at: number | null) =>
    at === null
      ? undefined
      : columns[at]?.samples
          .filter((text) => text !== "")
          .slice(0, 3)
          .join("、");
  const given = { encodings, mode, keepTaught, mapping: hasItems ? mapping : null };
  const asked = JSON.stringify(given);
  const [read] = useState(asked);
  useEffect(() => onStale(asked !== read), [asked, read, onStale]);
  const send = () => onAgain(given);
  return (
    <Panel title={t.files}>
      <ul aria-label={t.files} className="divide-y divide-line">
        {files.map((file, at) => {
          const report = result?.files.find((one) => one.name === file.name);
          const chosen = encodings[at] ?? null;
          return (
            <li key={file.name} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
              <div className="min-w-0 flex-1 basis-64">
                <p className="font-bold break-all">{file.name}</p>
                {report && (
                  <p className="text-sm leading-6 text-muted">
                    {ROLE_LABELS[report.role]}
                    {report.role === "items" && `（${FORMAT_LABELS[report.format]}）`}・
                    {t.rowsRead(report.tally.rows)}：
                    {t.tally(report.tally.kept, report.tally.merged, report.tally.unusable)}
                  </p>
                )}
              </div>
              <Select
                size="sm"
                label={t.encodingOf(file.name)}
                labelHidden
                value={chosen ?? AUTO}
                onChange={(id) =>
                  setEncodings(
                    files.map((_, i) =>
                      i === at ? (id === AUTO ? null : (id as Encoding)) : (encodings[i] ?? null),
                    ),
                  )
                }
                choices={[
                  {
                    id: AUTO,
                    label:
                      report && chosen === null
                        ? t.automatic(ENCODING_LABELS[report.encoding])
                        : t.automatic(t.encoding),
                  },
                  ...ENCODINGS.map((id) => ({ id, label: ENCODING_LABELS[id] })),
                ]}
                className="basis-64"
              />
            </li>
          );
        })}
      </ul>
      {hasItems && (
        <fieldset className="mt-2 rounded-8 border border-line px-4 pt-2 pb-4">
          <legend className="px-1 font-bold leading-6">{t.columns}</legend>
          <p className="text-sm leading-6 text-muted">{t.columnsHelp}</p>
          <div className="mt-2 grid gap-4 sm:grid-cols-2">
            {ITEM_FIELDS.map((field) => {
              const sample = sampleOf(mapping[field]);
              return (
                <Select
                  key={field}
                  label={FIELD_LABELS[field]}
                  required={field === "title" || field === "category"}
                  description={sample ? t.sample(sample) : undefined}
                  choices={choices}
                  value={mapping[field] === null ? NONE : String(mapping[field])}
                  onChange={(id) => setMapping({ ...mapping, [field]: id === NONE ? null : Number(id) })}
                />
              );
            })}
          </div>
          <Checkbox
            className="mt-3"
            checked={mapping.hasHeading}
            onChange={(hasHeading) => setMapping({ ...mapping, hasHeading })}
          >
            {t.hasHeading}
          </Checkbox>
        </fieldset>
      )}
      {hasItems && (
        <div className="mt-4 flex flex-col gap-3">
          <RadioGroup
            label={t.mode}
            value={mode}
            onChange={(id) => setMode(id === "add" ? "add" : "replace")}
            direction="horizontal"
          >
            <Radio value="replace">{t.replace}</Radio>
            <Radio value="add">{t.add}</Radio>
          </RadioGroup>
          <Checkbox checked={keepTaught} onChange={setKeepTaught}>
            {t.keepTaught}
          </Checkbox>
        </div>
      )}
      <div className="mt-4">
        <Button icon="refresh" pending={busy} onPress={send}>
          {t.again}
        </Button>
      </div>
    </Panel>
  );
}
