"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Verdict } from "@/lib/audit/verify";
import { verifyAuditAction } from "@/lib/oversight/actions";
import { auditLabels, breachLabels } from "./labels";

const LATE_MS = 300_000;

/** Asks for the whole chain to be computed anew and says what came out. */
export function VerifyPanel() {
  const [answer, setAnswer] = useState<{ verdict: Verdict; late: boolean } | string | null>(null);
  const [pending, start] = useTransition();
  const verify = () =>
    start(async () => {
      const result = await verifyAuditAction({});
      if (!result.ok) return setAnswer(result.message);
      const oldest = result.value.oldestUnsealedAt;
      setAnswer({ verdict: result.value, late: oldest !== null && Date.now() - oldest.getTime() > LATE_MS });
    });
  return (
    <section aria-labelledby="verify" className="rounded-12 border border-line bg-surface px-4 py-4 sm:px-5">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          <h2 id="verify" className="font-bold leading-6">
            {auditLabels.verifyTitle}
          </h2>
          <p className="text-sm leading-6 text-muted">{auditLabels.verifyText}</p>
        </div>
        <Button icon="shield-check" pending={pending} onPress={verify}>
          {auditLabels.verify}
        </Button>
      </div>
      <div aria-live="polite">
        {typeof answer === "string" && (
          <Notice tone="danger" className="mt-4">
            {answer}
          </Notice>
        )}
        {answer && typeof answer !== "string" && <VerdictNotice {...answer} />}
      </div>
    </section>
  );
}

function VerdictNotice({ verdict, late }: { verdict: Verdict; late: boolean }) {
  const { breach, sealed, unsealed, anchors } = verdict;
  if (breach) {
    return (
      <Notice tone="danger" title={auditLabels.broken} className="mt-4">
        <p>{breachLabels[breach.reason]}</p>
        <p className="tabular">{auditLabels.brokenAt(breach.seq, breach.entryId)}</p>
        <p>{auditLabels.brokenNext}</p>
      </Notice>
    );
  }
  return (
    <Notice
      tone={late || anchors.own === 0 ? "warning" : "success"}
      title={auditLabels.fine}
      className="mt-4"
    >
      {anchors.own > 0 ? <p>{auditLabels.fineText(sealed, anchors.own)}</p> : <p>{auditLabels.noAnchor}</p>}
      {unsealed > 0 && <p>{auditLabels.waiting(unsealed)}</p>}
      {late && <p>{auditLabels.waitingLong}</p>}
    </Notice>
  );
}
