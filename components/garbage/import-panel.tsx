"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import { ImportOptionsForm } from "./import-options";
import { ImportResultView } from "./import-result";
import { garbageLabels as t } from "./labels";
import { useImport } from "./use-import";

/** From files to a preview, and from there to the draft. Nothing is written before the last button. */
export function ImportPanel() {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [isStale, setIsStale] = useState(false);
  const { state, choose, again, draft } = useImport();
  const { files, sending, problem, result, about } = state;
  const busy = sending !== null;
  return (
    <div className="flex flex-col gap-6">
      <Panel title={t.importTitle}>
        <p className="leading-7">{t.importLead}</p>
        <section
          aria-label={t.chooseFiles}
          className={`mt-4 flex flex-col items-center gap-3 rounded-12 border-2 border-dashed px-4 py-8 text-center ${over ? "border-accent bg-accent-soft" : "border-line"}`}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            choose([...event.dataTransfer.files]);
          }}
        >
          <Icon name="file-text" size={32} className="text-muted" />
          <input
            ref={input}
            type="file"
            multiple
            accept=".csv,.tsv,.txt,text/csv"
            className="sr-only"
            tabIndex={-1}
            aria-hidden
            onChange={(event) => {
              const chosen = [...(event.target.files ?? [])];
              event.target.value = "";
              choose(chosen);
            }}
          />
          <Button
            variant={result ? "secondary" : "primary"}
            icon="file-text"
            pending={busy}
            onPress={() => input.current?.click()}
          >
            {files.length > 0 ? t.chooseOthers : t.chooseFiles}
          </Button>
          <p className="text-sm leading-6 text-muted">
            {t.dropHere}
            <br />
            {t.limits}
          </p>
        </section>
        <div className="mt-4 text-sm leading-6 text-muted">
          <p className="font-bold">{t.formats}</p>
          <ul className="list-disc pl-5">
            {t.formatsList.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
        {busy && (
          <div className="mt-4">
            <Progress
              label={sending < 1 ? t.sending : t.reading_}
              value={sending < 1 ? Math.round(sending * 100) : null}
            />
          </div>
        )}
        {problem && (
          <Notice tone="danger" live="alert" title={problem} className="mt-4">
            {t.nothingChanged}
          </Notice>
        )}
      </Panel>
      {(result || about) && (
        <ImportOptionsForm key={state.round} state={state} busy={busy} onAgain={again} onStale={setIsStale} />
      )}
      {result && isStale && (
        <Notice tone="warning" live="status" title={t.stale}>
          {t.staleText}
        </Notice>
      )}
      {result && !isStale && <ImportResultView result={result} busy={busy} onDraft={draft} />}
    </div>
  );
}
