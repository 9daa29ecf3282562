"use client";

import { useState, useTransition } from "react";
import { moment } from "@/components/staff/date-words";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { uiLabels } from "@/components/ui/labels";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { clock } from "@/lib/core/time";
import { issueFriendCodeAction, unbindStaffFriendAction } from "@/lib/preferences/staff/actions";
import type { BoundLine } from "@/lib/preferences/staff/queries";
import { accountLabels as t } from "./labels";

/** One's own LINE, where tests and drills arrive: bound by a code that is sent in the talk. */
export function LinePanel({ lines, now }: { lines: BoundLine[]; now: Date }) {
  const toast = useToast();
  const [code, setCode] = useState<{ code: string; expiresAt: Date } | null>(null);
  const [pending, start] = useTransition();
  const issue = () =>
    start(async () => {
      const answer = await issueFriendCodeAction({}).catch(() => null);
      if (answer?.ok) setCode(answer.value);
      else toast(answer?.message ?? uiLabels.notSent, "danger");
    });
  const unbind = (friendId: number) =>
    start(async () => {
      const answer = await unbindStaffFriendAction({ friendId }).catch(() => null);
      if (answer?.ok) toast(t.lineUnbound, "success");
      else toast(answer?.message ?? uiLabels.notSent, "danger");
    });
  return (
    <Panel
      title={t.lineTitle}
      actions={
        <Button size="sm" icon="smartphone" pending={pending} onPress={issue}>
          {t.lineIssue}
        </Button>
      }
    >
      <p className="text-sm leading-6 text-muted">{t.lineHint}</p>
      {code && (
        <Notice live="status" className="mt-3" title={t.lineSend}>
          <p className="my-1 font-mono text-xl font-bold tracking-wider select-all">職員登録 {code.code}</p>
          <p className="text-sm leading-5">{t.lineUntil(clock(code.expiresAt))}</p>
        </Notice>
      )}
      {lines.length === 0 ? (
        <p className="mt-3 leading-6 text-muted">{t.lineNone}</p>
      ) : (
        <ul className="mt-1 divide-y divide-line">
          {lines.map((line) => (
            <li key={line.friendId} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
              <Icon name="smartphone" className="text-muted" />
              <p className="min-w-0 flex-1 basis-48 leading-6">
                <span className="flex flex-wrap items-center gap-2 font-medium">
                  {t.lineOf(line.mark)}
                  {!line.isReached && (
                    <Badge size="sm" tone="warning">
                      {t.lineSilent}
                    </Badge>
                  )}
                </span>
                <span className="block text-sm leading-5 text-muted">
                  {t.lineSince(moment(line.boundAt, now))}
                </span>
              </p>
              <Button
                size="sm"
                pending={pending}
                aria-label={t.lineUnbindOf(line.mark)}
                onPress={() => unbind(line.friendId)}
              >
                {t.lineUnbind}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
