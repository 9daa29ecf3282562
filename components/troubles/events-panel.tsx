"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import type { ParkedEvent } from "@/lib/inbox/queries";
import { retryEventsAction } from "@/lib/troubles/actions";
import { DismissDialog } from "./dismiss-dialog";
import { EventLine } from "./event-line";
import { troubleLabels } from "./labels";
import { TroublePanel } from "./trouble-panel";
import { useDeed } from "./use-deed";
import { useStay } from "./use-stay";

type Props = { rows: ParkedEvent[]; total: number; now: Date; mayRetry: boolean };

export function EventsPanel({ rows, total, now, mayRetry }: Props) {
  const { ref, acted } = useStay<HTMLElement>(rows);
  const [dismissing, setDismissing] = useState<ParkedEvent | null>(null);
  const several = mayRetry && total > 1;
  return (
    <>
      <TroublePanel
        listRef={ref}
        title={troubleLabels.events}
        why={troubleLabels.eventsWhy}
        empty={{ title: troubleLabels.eventsEmpty, why: troubleLabels.eventsEmptyWhy }}
        {...{ rows, total }}
        actions={several ? <RetryAll total={total} onDone={acted} /> : undefined}
      >
        {rows.map((event) => (
          <EventLine
            key={event.id}
            {...{ event, now, mayRetry }}
            onDone={acted}
            onDismiss={() => setDismissing(event)}
          />
        ))}
      </TroublePanel>
      <DismissDialog
        event={dismissing}
        now={now}
        onClose={() => setDismissing(null)}
        onDone={() => {
          acted();
          setDismissing(null);
        }}
      />
    </>
  );
}

function RetryAll({ total, onDone }: { total: number; onDone: () => void }) {
  const [asking, setAsking] = useState(false);
  const { pending, act } = useDeed(() => {
    setAsking(false);
    onDone();
  });
  const retry = () =>
    act(
      () => retryEventsAction({}),
      ({ retried, left }) => troubleLabels.retriedAll(retried, left),
    );
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
