"use client";

import { Button } from "@/components/ui/button";
import { setPriorityAction } from "@/lib/reports/actions";
import type { Case } from "./case";
import { detailLabels as t } from "./labels";
import { RefusalNotice } from "./refusal-notice";
import { useSave } from "./use-save";

export function PriorityButton({ report, priority }: { report: Case; priority: "normal" | "high" }) {
  const save = useSave(report.revision);
  const next = priority === "high" ? "normal" : "high";
  return (
    <>
      <Button
        icon="flag"
        pending={save.pending}
        onPress={() =>
          save.save({ number: report.number, priority: next } as const, setPriorityAction, {
            say: t.prioritySaved,
          })
        }
      >
        {next === "high" ? t.markHigh : t.markNormal}
      </Button>
      <RefusalNotice save={save} />
    </>
  );
}
