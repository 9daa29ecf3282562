"use client";

import { useState, useTransition } from "react";
import { moment } from "@/components/staff/date-words";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { useToast } from "@/components/ui/toast";
import { endOwnSessionAction, endOwnSessionsAction } from "@/lib/auth/actions";
import type { SessionRow } from "@/lib/auth/queries";
import { describeBrowser } from "@/lib/auth/user-agent";
import { accountLabels } from "./labels";

type Session = SessionRow & { own: boolean };

export function SessionsPanel({ sessions, now }: { sessions: Session[]; now: Date }) {
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const [pending, start] = useTransition();
  const end = (sessionId: string) =>
    start(async () => {
      const answer = await endOwnSessionAction({ sessionId });
      toast(answer.ok ? accountLabels.ended : answer.message, answer.ok ? "success" : "danger");
    });
  const endAll = () =>
    start(async () => {
      const answer = await endOwnSessionsAction({});
      // The cookie that is left opens nothing any more; the whole page goes, with what it shows.
      if (answer.ok) window.location.assign("/sign-in?out=1");
      else toast(answer.message, "danger");
    });
  return (
    <Panel
      title={accountLabels.sessions}
      actions={
        <Button size="sm" icon="log-out" onPress={() => setAsking(true)}>
          {accountLabels.endAll}
        </Button>
      }
    >
      <p className="mb-2 text-sm leading-6 text-muted">{accountLabels.sessionsHint}</p>
      <ul className="divide-y divide-line">
        {sessions.map((session) => {
          const browser = describeBrowser(session.userAgent) ?? accountLabels.unknown;
          const phone = /iPhone|Android|iPad/.test(browser);
          return (
            <li key={session.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
              <Icon name={phone ? "smartphone" : "monitor"} className="text-muted" />
              <div className="min-w-0 flex-1 basis-48">
                <p className="flex flex-wrap items-center gap-2 font-medium leading-6">
                  {browser}
                  {session.own && (
                    <Badge size="sm" tone="accent">
                      {accountLabels.thisOne}
                    </Badge>
                  )}
                </p>
                <p className="flex flex-wrap gap-x-4 text-sm leading-5 text-muted">
                  <span>{accountLabels.since(moment(session.createdAt, now))}</span>
                  <span>{accountLabels.seen(moment(session.seenAt, now))}</span>
                </p>
              </div>
              {!session.own && (
                <Button
                  size="sm"
                  pending={pending}
                  aria-label={accountLabels.endOf(browser)}
                  onPress={() => end(session.id)}
                >
                  {accountLabels.end}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={accountLabels.endAllTitle}
        confirm={accountLabels.endAllConfirm(sessions.length)}
        danger
        pending={pending}
        onConfirm={endAll}
      >
        {accountLabels.endAllText}
      </ConfirmDialog>
    </Panel>
  );
}
