"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import type { ParkedEvent } from "@/lib/inbox/queries";
import { retryEventsAction } from "@/lib/troubles/actions";
import { DismissDialog } from "./dismiss-dialog";
import { EventLine } from "./event-line";
import { troubleLabels } from "./labels";
import { NothingLeft } from "./nothing-left";
import { useStay } from "./use-stay";

type Props = { rows: ParkedEvent[]; total: number; now: Date; mayRetry: boolean };

export function EventsPanel({ rows, total, now, mayRetry }: Props) {
  const { ref, acted } = useStay<HTMLElement>(rows);
  const [dismissing, setDismissing] = useState<ParkedEvent | null>(null);
  const several = mayRetry && total > 1;
  return (
    <Panel
      ref={ref}
      tabIndex={-1}
      className="scroll-mt-20"
      aria-label={troubleLabels.events}
      title={troubleLabels.events}
      actions={
        several ? (
          <RetryAll total={total} onDone={acted} />
        ) : (
          <span className="text-sm text-muted tabular">{troubleLabels.count(total)}</span>
        )
      }
    >
      {rows.length === 0 ? (
        <NothingLeft total={total} title={troubleLabels.eventsEmpty} why={troubleLabels.eventsEmptyWhy} />
      ) : (
        <>
          <p className="text-sm leading-6 text-muted">{troubleLabels.eventsWhy}</p>
          <ul className="-mb-3 divide-y divide-line">
            {rows.map((event) => (
              <EventLine
                key={event.id}
                {...{ event, now, mayRetry }}
                onDone={acted}
                onDismiss={() => setDismissing(event)}
              />
            ))}
          </ul>
        </>
      )}
      <DismissDialog
        event={dismissing}
        now={now}
        onClose={() => setDismissing(null)}
        onDone={() => {
          acted();
          setDismissing(null);
        }}
      />
    </Panel>
  );
}

function RetryAll({ total, onDone }: { total: number; onDone: () => void }) {
  const router = useRouter();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const [pending, start] = useTransition();
  const retry = () =>
    start(async () => {
      const answer = await retryEventsAction({});
      setAsking(false);
      if (answer.ok) {
        const { retried, left } = answer.value;
        toast(troubleLabels.retriedAll(retried, left), "success");
      } else toast(answer.message, "danger");
      onDone();
      if (!answer.ok) router.refresh();
    });
  return (
    <>
      <Button size="sm" icon="refresh" onPress={() => setAsking(true)}>
        {troubleLabels.retryAll(total)}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={troubleLabels.retryAllTitle(total)}
        confirm={troubleLabels.retryAllConfirm(total)}
        pending={pending}
        onConfirm={retry}
      >
        {troubleLabels.retryAllText}
      </ConfirmDialog>
    </>
  );
}
