"use client";

import { moment } from "@/components/staff/date-words";
import { Button } from "@/components/ui/button";
import { canDismiss } from "@/lib/inbox/dismissal";
import type { ParkedEvent } from "@/lib/inbox/queries";
import { retryEventAction } from "@/lib/troubles/actions";
import { eventReason } from "./event-words";
import { troubleLabels } from "./labels";
import { useDeed } from "./use-deed";

type Props = {
  event: ParkedEvent;
  now: Date;
  mayRetry: boolean;
  onDone: () => void;
  onDismiss: () => void;
};

/** An event that could not be processed: what it was and when, never what the resident wrote. */
export function EventLine({ event, now, mayRetry, onDone, onDismiss }: Props) {
  const { pending, act } = useDeed(onDone);
  const retry = () =>
    act(
      () => retryEventAction({ id: event.id }),
      () => troubleLabels.retried,
    );
  const kind = troubleLabels.eventKinds[event.kind];
  const at = moment(event.receivedAt, now);
  const about = troubleLabels.aboutEvent(kind, at);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 text-sm leading-6">
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-y-1">
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <span className="text-base font-bold">{kind}</span>
          <span className="text-muted tabular">{troubleLabels.received(at)}</span>
          <span className="text-muted">
            {event.resident ? troubleLabels.resident(event.resident) : troubleLabels.nobody}
          </span>
        </p>
        <p className="flex flex-wrap gap-x-4 text-muted">
          <span className="tabular">{troubleLabels.tries(event.attempts)}</span>
          {event.error && (
            <span className="break-all">
              {troubleLabels.reason}: {eventReason(event.error)}
            </span>
          )}
        </p>
      </div>
      {mayRetry && (
        <div className="flex flex-wrap gap-2">
          <Button
            size="sm"
            icon="refresh"
            pending={pending}
            aria-label={troubleLabels.retryOf(about)}
            onPress={retry}
          >
            {troubleLabels.retry}
          </Button>
          {canDismiss(event.kind) && (
            <Button size="sm" variant="quiet" aria-label={troubleLabels.dismissOf(about)} onPress={onDismiss}>
              {troubleLabels.dismiss}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
