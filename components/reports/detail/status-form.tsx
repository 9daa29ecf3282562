"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { STATUS_LABELS } from "@/components/reports/labels";
import { StatusBadge } from "@/components/reports/status-badge";
import { Button } from "@/components/ui/button";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { ReportStatus } from "@/db/enums";
import { changeReportStatusAction } from "@/lib/reports/actions";
import { draftStatusMessage, REFUSALS } from "@/lib/reports/messages";
import { isReopening, type Move } from "@/lib/reports/status";
import { type Case, draftKey } from "./case";
import { statusFormLabels as t } from "./labels";
import { RefusalNotice } from "./refusal-notice";
import { ResidentBlock, type ResidentChoice } from "./resident-block";
import { useSuggestion } from "./suggestion";
import { useKept } from "./use-kept";
import { useSave } from "./use-save";

const helpFor = (from: ReportStatus, to: ReportStatus): string | undefined => {
  if (to === "not_needed" || to === "referred") return t.reasonHelp[to];
  return isReopening(from, to) ? t.reasonHelp.reopen : undefined;
};

const emptyForm = (reachable: boolean) => ({
  to: null as string | null,
  reason: "",
  original: "",
  tell: reachable,
  text: "",
  silentReason: "",
});

/** Moves a case on, with the message its resident gets. */
export function StatusForm({ report, moves }: { report: Case; moves: Move[] }) {
  const kept = draftKey(report, "status");
  const save = useSave(report.revision, kept);
  const { original: suggested, take } = useSuggestion();
  const empty = emptyForm(report.reachable);
  const { form, change, clear } = useKept(kept, empty);
  const { reason, original } = form;
  const choice: ResidentChoice = { ...form, tell: form.tell && report.reachable };
  const [checked, setChecked] = useState(false);

  // Somebody else may have moved the case meanwhile: what is not possible any more is not chosen any more.
  const move = moves.find((m) => m.to === form.to) ?? null;
  const draft = move ? draftStatusMessage(report, move.to, report.language) : "";

  const choose = (next: ReportStatus) => {
    save.begin();
    setChecked(false);
    // A draft follows the status; words of one's own stay.
    const untouched = form.text === "" || form.text === draft;
    change({
      to: next,
      ...(untouched ? { text: draftStatusMessage(report, next, report.language) } : {}),
    });
  };

  const takeSuggestion = useEffectEvent((number: string) => {
    choose("duplicate");
    change({ original: number });
    take();
  });
  useEffect(() => {
    if (suggested) takeSuggestion(suggested);
  }, [suggested]);

  const errors = {
    reason: move?.needs === "reason" && !reason.trim() ? REFUSALS["reason-missing"] : undefined,
    original: move?.needs === "original" && !original.trim() ? REFUSALS["original-missing"] : undefined,
    text: choice.tell && !choice.text.trim() ? REFUSALS["message-missing"] : undefined,
    silentReason: !choice.tell && !choice.silentReason.trim() ? t.silentMissing : undefined,
  };
  const shown: Partial<typeof errors> = checked ? errors : {};

  const submit = () => {
    if (!move) return;
    setChecked(true);
    if (Object.values(errors).some(Boolean)) return;
    const target = move.to;
    save.save(
      {
        number: report.number,
        to: target,
        ...(reason.trim() ? { reason } : {}),
        ...(move.needs === "original" ? { duplicateOf: original } : {}),
        message: choice.tell
          ? ({ tell: true, text: choice.text } as const)
          : ({ tell: false, silentReason: choice.silentReason } as const),
      },
      changeReportStatusAction,
      {
        say: t.saved(STATUS_LABELS[target], choice.tell),
        onDone: () => {
          clear(empty);
          setChecked(false);
        },
      },
    );
  };

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {/* A new group for each status: an old one keeps its tab stop on a choice that is gone, and none is left. */}
      <RadioGroup
        key={report.status}
        label={
          <>
            {t.to}
            <span className="flex items-center gap-1.5 text-sm font-normal text-muted">
              {t.now}
              <StatusBadge status={report.status} size="sm" />
            </span>
          </>
        }
        // A choice made before the answer is there would go with the form that was saved.
        disabled={save.pending}
        value={move?.to ?? null}
        onChange={(value) => choose(value as ReportStatus)}
      >
        {moves.map((one) => (
          <Radio key={one.to} value={one.to}>
            <span className="flex min-h-6 items-center gap-2">
              <StatusBadge status={one.to} />
              {isReopening(report.status, one.to) && <span className="text-sm text-muted">{t.reopen}</span>}
            </span>
          </Radio>
        ))}
      </RadioGroup>
      {!move && <p className="text-sm leading-6 text-muted">{t.chooseFirst}</p>}
      {move?.needs === "original" && (
        <TextField
          label={t.original}
          description={t.originalHelp}
          required
          value={original}
          error={shown.original}
          onChange={(text) => change({ original: text })}
        />
      )}
      {move && (
        <TextArea
          label={t.reason}
          description={helpFor(report.status, move.to)}
          required={move.needs === "reason"}
          optional={move.needs !== "reason"}
          rows={2}
          value={reason}
          error={shown.reason}
          onChange={(text) => change({ reason: text })}
        />
      )}
      {move && (
        <ResidentBlock report={report} choice={choice} draft={draft} errors={shown} onChange={change} />
      )}
      <RefusalNotice save={save} />
      {move && (
        <Button
          type="submit"
          variant="primary"
          icon={choice.tell ? "send" : "save"}
          pending={save.pending}
          className="w-full"
        >
          {choice.tell ? t.saveTell : t.saveSilent}
        </Button>
      )}
    </form>
  );
}
