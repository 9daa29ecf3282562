import { Badge } from "@/components/ui/badge";
import { clock } from "@/lib/core/time";
import type { Delivery } from "@/lib/reports/view";
import { DELIVERY_LOOK } from "./labels";

/** 送信済み 10:42, 送信待ち, 不明, 失敗. */
export function DeliveryBadge({ delivery }: { delivery: Delivery }) {
  const look = DELIVERY_LOOK[delivery.state];
  return (
    <Badge tone={look.tone} icon={look.icon} size="sm">
      {look.word}
      {delivery.sentAt && <span className="tabular">{clock(delivery.sentAt)}</span>}
    </Badge>
  );
}

/** What a state that needs attention means. */
export function DeliveryWhy({ delivery }: { delivery: Delivery }) {
  const { why } = DELIVERY_LOOK[delivery.state];
  return why ? <p className="mt-1 text-sm leading-6 text-muted">{why}</p> : null;
}
