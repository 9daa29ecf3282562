"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { MAX_MESSAGE_UNITS } from "@/lib/reports/messages";
import type { Case } from "./case";
import { statusFormLabels as t } from "./labels";
import { LinePreview } from "./line-preview";

export type ResidentChoice = { tell: boolean; text: string; silentReason: string };

/** Tell the resident, with the message as it will arrive; or not, and why. */
export function ResidentBlock({
  report,
  choice,
  draft,
  errors,
  onChange,
}: {
  report: Case;
  choice: ResidentChoice;
  draft: string;
  errors: { text?: string; silentReason?: string };
  onChange: (change: Partial<ResidentChoice>) => void;
}) {
  return (
    <fieldset className="flex flex-col gap-4 border-t border-line pt-4">
      <RadioGroup
        label={t.resident}
        direction="horizontal"
        value={choice.tell ? "tell" : "silent"}
        onChange={(value) => onChange({ tell: value === "tell" })}
      >
        <Radio value="tell" disabled={!report.reachable}>
          {t.tell}
        </Radio>
        <Radio value="silent">{t.silent}</Radio>
      </RadioGroup>
      {!report.reachable && <Notice tone="warning">{t.unreachable}</Notice>}
      {choice.tell ? (
        <>
          <TextArea
            label={t.message}
            description={t.messageHelp}
            required
            rows={6}
            value={choice.text}
            max={MAX_MESSAGE_UNITS}
            error={errors.text}
            onChange={(text) => onChange({ text })}
          />
          {choice.text !== draft && (
            <Button
              size="sm"
              icon="rotate-ccw"
              className="self-start"
              onPress={() => onChange({ text: draft })}
            >
              {t.restoreDraft}
            </Button>
          )}
          {choice.text.trim() !== "" && <LinePreview text={choice.text} accountName={report.accountName} />}
        </>
      ) : (
        <TextField
          label={t.silentReason}
          description={t.silentHelp}
          required
          value={choice.silentReason}
          error={errors.silentReason}
          onChange={(silentReason) => onChange({ silentReason })}
        />
      )}
    </fieldset>
  );
}
