"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import {
  approveAfterAction,
  approveBroadcastAction,
  objectAfterAction,
  returnBroadcastAction,
} from "@/lib/broadcasts/actions";
import { objectionUndoes } from "@/lib/broadcasts/approval/objection";
import type { LoadedBroadcast } from "@/lib/broadcasts/loaders";
import { REFUSALS, STATUS_REFUSALS } from "@/lib/broadcasts/messages";
import { clock, shortDate } from "@/lib/core/time";
import { showCount } from "@/lib/segments/figures";
import { deskLabels as t } from "../labels";
import { useDeed } from "./use-deed";

/** The second person's yes or no, to exactly the version on this page; or their look at an emergency afterwards. */
export function DecidePanel({ loaded, after }: { loaded: LoadedBroadcast; after: boolean }) {
  const { version, may, names, audience } = loaded;
  const deed = useDeed();
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  if (!version) return null;
  const seen = { id: version.broadcastId, version: version.version, hash: version.hash };
  const verdict = after ? may.approveAfter : may.approve;
  const undoes = objectionUndoes(loaded.row.state);
  const refuse = () => {
    setAsked(true);
    if (reason.trim() === "") return;
    const send = after ? objectAfterAction : returnBroadcastAction;
    void deed.run("no", () => send({ ...seen, reason }));
  };
  const owed = undoes
    ? { title: t.unsentTitle, body: t.unsentBody, object: t.objectUndoes }
    : { title: t.owedTitle, body: t.owedBody, object: t.object };
  return (
    <Panel title={after ? owed.title : t.approve}>
      <div className="flex flex-col gap-4">
        <p className="text-sm text-muted">
          {t.version(version.version)}{" "}
          {t.askedBy(
            names[version.submittedBy] ?? "",
            `${shortDate(version.submittedAt)} ${clock(version.submittedAt)}`,
          )}
        </p>
        {after && <p>{owed.body}</p>}
        {verdict.ok ? (
          <>
            <Button
              variant="primary"
              icon="check"
              className="sm:self-start"
              pending={deed.pending === "yes"}
              onPress={() =>
                void deed.run("yes", () => (after ? approveAfterAction(seen) : approveBroadcastAction(seen)))
              }
            >
              {after ? t.approve : t.approveCount(showCount(audience.total))}
            </Button>
            <TextArea
              label={after ? t.reasonToObject : t.reasonToReturn}
              description={t.reasonHelp}
              rows={2}
              value={reason}
              error={asked && reason.trim() === "" ? REFUSALS["reason-missing"] : undefined}
              onChange={setReason}
            />
            <Button icon="undo" className="sm:self-start" pending={deed.pending === "no"} onPress={refuse}>
              {after ? owed.object : t.return}
            </Button>
          </>
        ) : (
          <Notice>{verdict.reason === "own" ? STATUS_REFUSALS.own : t.waiting}</Notice>
        )}
        {deed.problem && (
          <Notice tone="danger" live="alert">
            {deed.problem}
          </Notice>
        )}
      </div>
    </Panel>
  );
}
