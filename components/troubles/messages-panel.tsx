"use client";

import { moment } from "@/components/staff/date-words";
import { Button } from "@/components/ui/button";
import { resendMailAction } from "@/lib/troubles/actions";
import type { UndeliveredMessage } from "@/lib/troubles/view";
import { troubleLabels } from "./labels";
import { MessageLine } from "./message-line";
import { TroublePanel } from "./trouble-panel";
import { useDeed } from "./use-deed";
import { useStay } from "./use-stay";

type Props = { rows: UndeliveredMessage[]; total: number; now: Date; mayRetry: boolean };

export function MessagesPanel({ rows, total, now, mayRetry }: Props) {
  const { ref, acted } = useStay<HTMLElement>(rows);
  return (
    <TroublePanel
      listRef={ref}
      title={troubleLabels.messages}
      why={troubleLabels.messagesWhy}
      empty={{ title: troubleLabels.messagesEmpty, why: troubleLabels.messagesEmptyWhy }}
      {...{ rows, total }}
    >
      {rows.map((row) => (
        <MessageLine
          key={row.id}
          row={row}
          now={now}
          detailed
          action={mayRetry && row.mayResend && <ResendButton row={row} now={now} onDone={acted} />}
        />
      ))}
    </TroublePanel>
  );
}

function ResendButton({ row, now, onDone }: { row: UndeliveredMessage; now: Date; onDone: () => void }) {
  const { pending, act } = useDeed(onDone);
  const resend = () =>
    act(
      () => resendMailAction({ id: row.id }),
      () => troubleLabels.resent,
    );
  const about = [row.reportNumber, row.mailTo, moment(row.at, now)].filter(Boolean).join(" ");
  return (
    <Button
      size="sm"
      icon="send"
      pending={pending}
      aria-label={troubleLabels.resendOf(about)}
      onPress={resend}
    >
      {troubleLabels.resend}
    </Button>
  );
}
