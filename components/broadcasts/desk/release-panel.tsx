"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { scheduleBroadcastAction } from "@/lib/broadcasts/actions";
import type { LoadedBroadcast } from "@/lib/broadcasts/loaders";
import { showCount } from "@/lib/segments/figures";
import { composerLabels, deskLabels as t } from "../labels";
import { ConfirmSend } from "./confirm-send";
import { useDeed } from "./use-deed";
import { QuotaLine, Warnings } from "./warnings";

/** An approved one gets going: the button says to how many. */
export function ReleasePanel({ loaded }: { loaded: LoadedBroadcast }) {
  const { version, audience, accountName, everyone, warnings, row, forecast } = loaded;
  const deed = useDeed();
  const [open, setOpen] = useState(false);
  if (!version) return null;
  const plan = version.schedule;
  const atOnce = plan.kind === "now" || warnings.passed;
  const leads = plan.kind === "repeat" && row.occurrenceAt === null;
  const ringsAtNight = atOnce && warnings.quietNow && !plan.quietReason;
  const asksWhy =
    row.kind === "emergency" ? undefined : warnings.passed ? "late" : ringsAtNight ? "quiet" : undefined;
  const needsSecond = warnings.passed && !loaded.may.scheduleLate;
  const people = showCount(audience.total);
  const label = atOnce ? t.send(people) : t.reserve(people);
  return (
    <Panel title={composerLabels.when}>
      <div className="flex flex-col gap-4">
        <Warnings loaded={loaded} />
        <QuotaLine forecast={forecast} />
        {needsSecond && <Notice tone="warning">{t.lateNeedsSecond}</Notice>}
        <Button
          variant="primary"
          icon={atOnce ? "send" : "calendar"}
          className="sm:self-start"
          disabled={needsSecond || forecast.kind === "short"}
          onPress={() => setOpen(true)}
        >
          {label}
        </Button>
      </div>
      {open && (
        <ConfirmSend
          title={t.sendTitle(people, accountName)}
          body={atOnce ? t.sendBody : leads ? t.repeatBody : t.reserveBody}
          confirm={label}
          everyone={everyone && row.kind !== "drill"}
          accountName={accountName}
          asksWhy={asksWhy}
          onClose={() => setOpen(false)}
          onConfirm={async (given) => {
            const answer = await scheduleBroadcastAction({
              id: row.id,
              version: version.version,
              hash: version.hash,
              when: atOnce ? "at-once" : "planned",
              count: audience.total ?? 0,
              ...given,
            }).catch(() => null);
            if (!answer?.ok) {
              deed.refresh();
              return answer?.message ?? t.offline;
            }
            setOpen(false);
            deed.refresh();
            return null;
          }}
        />
      )}
    </Panel>
  );
}
