"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { moment } from "@/components/staff/date-words";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { useToast } from "@/components/ui/toast";
import { resendMailAction } from "@/lib/troubles/actions";
import type { UndeliveredMessage } from "@/lib/troubles/view";
import { troubleLabels } from "./labels";
import { MessageLine } from "./message-line";
import { NothingLeft } from "./nothing-left";
import { useStay } from "./use-stay";

type Props = { rows: UndeliveredMessage[]; total: number; now: Date; mayRetry: boolean };

export function MessagesPanel({ rows, total, now, mayRetry }: Props) {
  const { ref, acted } = useStay<HTMLElement>(rows);
  return (
    <Panel
      ref={ref}
      tabIndex={-1}
      className="scroll-mt-20"
      aria-label={troubleLabels.messages}
      title={troubleLabels.messages}
      actions={<span className="text-sm text-muted tabular">{troubleLabels.count(total)}</span>}
    >
      {rows.length === 0 ? (
        <NothingLeft total={total} title={troubleLabels.messagesEmpty} why={troubleLabels.messagesEmptyWhy} />
      ) : (
        <>
          <p className="text-sm leading-6 text-muted">{troubleLabels.messagesWhy}</p>
          <ul className="-mb-3 divide-y divide-line">
            {rows.map((row) => (
              <MessageLine
                key={row.id}
                row={row}
                now={now}
                detailed
                action={mayRetry && row.mayResend && <ResendButton row={row} now={now} onDone={acted} />}
              />
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

function ResendButton({ row, now, onDone }: { row: UndeliveredMessage; now: Date; onDone: () => void }) {
  const router = useRouter();
  const toast = useToast();
  const [pending, start] = useTransition();
  const resend = () =>
    start(async () => {
      const answer = await resendMailAction({ id: row.id });
      toast(answer.ok ? troubleLabels.resent : answer.message, answer.ok ? "success" : "danger");
      onDone();
      if (!answer.ok) router.refresh();
    });
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
