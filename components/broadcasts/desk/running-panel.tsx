"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { LoadedBroadcast } from "@/lib/broadcasts/loaders";
import {
  pauseBroadcastAction,
  releaseBroadcastAction,
  resumeBroadcastAction,
  stopBroadcastAction,
  undoBroadcastAction,
} from "@/lib/delivery/actions";
import type { LoadedDelivery } from "@/lib/delivery/loaders";
import { deskLabels as t } from "../labels";
import { ProgressNumbers } from "./progress-numbers";
import { useDeed } from "./use-deed";
import { useNow } from "./use-now";

type Props = { loaded: LoadedBroadcast; delivery: LoadedDelivery };

/** From the hold to the last batch: the countdown, how far it is, and the brakes. */
export function RunningPanel({ loaded, delivery }: Props) {
  const { row } = loaded;
  const { progress, may } = delivery;
  const deed = useDeed();
  const [stopping, setStopping] = useState(false);
  const { id } = row;
  const total = row.countAtFreeze ?? progress.total;
  const left = progress.pending + progress.sending;
  const button = (name: keyof typeof may, label: string, act: typeof pauseBroadcastAction) =>
    may[name] && (
      <Button pending={deed.pending === name} onPress={() => void deed.run(name, () => act({ id }))}>
        {label}
      </Button>
    );
  return (
    <Panel title={t.progress}>
      <div className="flex flex-col gap-4">
        {row.state === "late" && (
          <Notice tone="danger" title={t.lateTitle}>
            {t.lateBody}
          </Notice>
        )}
        {row.state === "held" && <Held loaded={loaded} delivery={delivery} total={total} />}
        {row.state === "paused" && (
          <Notice tone="warning" title={t.pausedTitle}>
            {row.pausedReason === "by-person" ? null : row.pausedReason}
          </Notice>
        )}
        {delivery.channelPaused && <Notice tone="danger">{delivery.channelPaused}</Notice>}
        {row.state !== "held" && row.state !== "late" && (
          <ProgressNumbers progress={progress} total={total} />
        )}
        <div className="flex flex-wrap gap-3">
          {may.undo && (
            <Button
              variant="danger"
              icon="undo"
              pending={deed.pending === "undo"}
              onPress={() => void deed.run("undo", () => undoBroadcastAction({ id }))}
            >
              {t.undo}
            </Button>
          )}
          {button("release", t.releaseNow, releaseBroadcastAction)}
          {button("pause", t.pause, pauseBroadcastAction)}
          {button("resume", t.resume, resumeBroadcastAction)}
          {may.stop && (
            <Button variant="danger" icon="ban" onPress={() => setStopping(true)}>
              {t.stop}
            </Button>
          )}
        </div>
        {deed.problem && (
          <Notice tone="danger" live="alert">
            {deed.problem}
          </Notice>
        )}
      </div>
      <ConfirmDialog
        open={stopping}
        onOpenChange={setStopping}
        title={t.stopTitle}
        confirm={t.stop}
        danger
        pending={deed.pending === "stop"}
        onConfirm={() =>
          void deed.run("stop", () => stopBroadcastAction({ id })).then(() => setStopping(false))
        }
      >
        <p className="leading-7">{t.stopBody(left)}</p>
      </ConfirmDialog>
    </Panel>
  );
}

function Held({ loaded, delivery, total }: Props & { total: number }) {
  const { row } = loaded;
  const now = useNow(delivery.now);
  if (!row.heldUntil)
    return (
      <Notice tone="warning" title={t.grownTitle}>
        {t.people(row.countAtApproval ?? 0)} → {t.people(total)}
      </Notice>
    );
  const seconds = Math.max(0, Math.ceil((row.heldUntil.getTime() - now.getTime()) / 1_000));
  return (
    <div>
      <p className="text-muted">{t.held(total)}</p>
      <p role="timer" className="text-3xl font-bold tabular">
        {t.seconds(seconds)}
      </p>
    </div>
  );
}
