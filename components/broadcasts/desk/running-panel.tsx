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
import { DELIVERY_MESSAGES } from "@/lib/delivery/messages";
import { ALTERED } from "@/lib/delivery/state";
import { showCount } from "@/lib/segments/figures";
import { deskLabels as t } from "../labels";
import { Held } from "./held";
import { PAUSED_WORDS } from "./labels";
import { LateRelease } from "./late-release";
import { ProgressNumbers } from "./progress-numbers";
import { useDeed } from "./use-deed";

type Props = { loaded: LoadedBroadcast; delivery: LoadedDelivery };

/** From the hold to the last batch: the countdown, how far it is, and the brakes. */
export function RunningPanel({ loaded, delivery }: Props) {
  const { row } = loaded;
  const { progress, may } = delivery;
  const deed = useDeed();
  const [stopping, setStopping] = useState(false);
  const { id } = row;
  // Its words are known to be wrong: the command would refuse to go on with them.
  const isCorrected = loaded.corrections.some((one) => one.state !== "cancelled");
  const total = row.countAtFreeze ?? progress?.total ?? null;
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
        {row.state === "held" && <Held loaded={loaded} delivery={delivery} total={showCount(total)} />}
        {row.state === "paused" && (
          <Notice tone="warning" title={t.pausedTitle}>
            {PAUSED_WORDS[row.pausedReason ?? ""] ?? null}
          </Notice>
        )}
        {row.state === "paused" && isCorrected && <Notice tone="info">{DELIVERY_MESSAGES.corrected}</Notice>}
        {delivery.channelPaused && <Notice tone="danger">{t.channelPaused}</Notice>}
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
          {row.state === "late" && may.release && (
            <LateRelease loaded={loaded} total={showCount(loaded.audience.total)} />
          )}
          {row.state === "held" &&
            row.pausedReason !== ALTERED &&
            button("release", t.releaseNow, releaseBroadcastAction)}
          {button("pause", t.pause, pauseBroadcastAction)}
          {!isCorrected && button("resume", t.resume, resumeBroadcastAction)}
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
        <p className="leading-7">{t.stopBody(showCount(progress && progress.pending + progress.sending))}</p>
      </ConfirmDialog>
    </Panel>
  );
}
