"use client";

import { Notice } from "@/components/ui/notice";
import type { LoadedBroadcast } from "@/lib/broadcasts/loaders";
import type { LoadedDelivery } from "@/lib/delivery/loaders";
import { ALTERED, HOLD_MS, QUOTA_SHORT } from "@/lib/delivery/state";
import { showCount } from "@/lib/segments/figures";
import { deskLabels as t } from "../labels";
import { useNow } from "./use-now";

/** What is frozen and not begun: how long it can still be taken back, or why it waits for a person. */
export function Held(props: { loaded: LoadedBroadcast; delivery: LoadedDelivery; total: string }) {
  const { row, forecast } = props.loaded;
  const now = useNow(props.delivery.now);
  if (row.pausedReason === ALTERED)
    return (
      <Notice tone="danger" title={t.alteredTitle}>
        {t.alteredBody}
      </Notice>
    );
  if (row.pausedReason === QUOTA_SHORT)
    return (
      <Notice tone="danger" title={t.shortTitle}>
        {forecast.kind === "short" ? t.shortBody(forecast.short, forecast.left) : t.enoughNow}
      </Notice>
    );
  if (!row.heldUntil)
    return (
      <Notice tone="warning" title={t.grownTitle}>
        {showCount(row.countAtApproval)} → {props.total}
      </Notice>
    );
  // The database's clock set the end, the page's clock is a moment behind: never more than the whole hold.
  const leftMs = Math.min(HOLD_MS[row.kind], row.heldUntil.getTime() - now.getTime());
  return (
    <div>
      <p className="text-muted">{t.held(props.total)}</p>
      <p role="timer" className="text-3xl font-bold tabular">
        {t.seconds(Math.max(0, Math.ceil(leftMs / 1_000)))}
      </p>
    </div>
  );
}
