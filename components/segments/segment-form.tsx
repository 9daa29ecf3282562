"use client";

import { useState, useTransition } from "react";
import { newRequestKey } from "@/components/reports/detail/request-key";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { ErrorSummary } from "@/components/ui/error-summary";
import { uiLabels } from "@/components/ui/labels";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { explainReachAction, saveSegmentAction } from "@/lib/segments/actions";
import type { RuleChoices } from "@/lib/segments/choices";
import { EVERYONE, type Rule } from "@/lib/segments/rule";
import { isComplete } from "./edit-rule";
import { ruleLabels, segmentLabels, whyLabels } from "./labels";
import { RuleEditor } from "./rule-editor";
import { useCount } from "./use-count";
import { WhyPanel } from "./why-panel";

export type EditedSegment = { id: string; name: string; rule: Rule; revision: number | null };
export const newSegment = (): EditedSegment => ({
  id: newRequestKey(),
  name: "",
  rule: EVERYONE,
  revision: null,
});

type Props = {
  segment: EditedSegment;
  choices: RuleChoices;
  today: string;
  mayWrite: boolean;
  mayAsk: boolean;
  mayCount: boolean;
  onClose: () => void;
};

const NAME_FIELD = "segment-name";

export function SegmentForm({ segment, choices, today, mayWrite, mayAsk, mayCount, onClose }: Props) {
  const toast = useToast();
  const [name, setName] = useState(segment.name);
  const [rule, setRule] = useState(segment.rule);
  const count = useCount(mayCount && isComplete(rule) ? rule : null, "routine");
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const save = () => {
    if (!isComplete(rule)) return setProblem(ruleLabels.incomplete);
    start(async () => {
      try {
        const given = await saveSegmentAction({ id: segment.id, revision: segment.revision, name, rule });
        if (!given.ok) return setProblem(given.fields?.name?.[0] ?? given.message);
        toast(segmentLabels.saved(name), "success");
        onClose();
      } catch {
        setProblem(uiLabels.notSent);
      }
    });
  };
  const title = segment.revision === null ? segmentLabels.newTitle : segmentLabels.changeTitle(segment.name);
  return (
    <>
      <Panel
        title={mayWrite ? title : segmentLabels.lookTitle(segment.name)}
        actions={
          <Button size="sm" variant="quiet" onPress={onClose}>
            {segmentLabels.close}
          </Button>
        }
      >
        <div className="flex flex-col gap-5">
          <ErrorSummary errors={problem ? [{ message: problem, fieldId: NAME_FIELD }] : []} />
          {mayWrite && (
            <div id={NAME_FIELD} tabIndex={-1} className="max-w-lg">
              <TextField
                label={segmentLabels.name}
                description={segmentLabels.nameHint}
                value={name}
                onChange={setName}
                maxLength={60}
                autoComplete="off"
                required
              />
            </div>
          )}
          <RuleEditor
            {...{ rule, choices, today }}
            count={mayCount ? count : null}
            onChange={setRule}
            disabled={!mayWrite}
          />
          {mayWrite && (
            <div className="flex flex-wrap justify-end gap-3">
              <Button onPress={onClose}>{uiLabels.cancel}</Button>
              <Button variant="primary" pending={pending} onPress={save}>
                {segmentLabels.save}
              </Button>
            </div>
          )}
        </div>
      </Panel>
      {mayAsk && segment.revision !== null && (
        <WhyPanel
          words={whyLabels.segment}
          explain={(who) => explainReachAction({ segmentId: segment.id, who })}
        />
      )}
    </>
  );
}
