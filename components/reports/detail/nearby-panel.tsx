"use client";

import { StatusBadge } from "@/components/reports/status-badge";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { shortDate } from "@/lib/core/time";
import type { NearbyReport } from "@/lib/reports/view";
import { detailLabels as t } from "./labels";
import { useSuggestion } from "./suggestion";

/** Other cases within a few steps, the likely repetitions marked. */
export function NearbyPanel({ nearby, mayMark }: { nearby: NearbyReport[]; mayMark: boolean }) {
  const { suggest } = useSuggestion();
  return (
    <Panel title={t.nearby(nearby.length)} className="print:hidden">
      {nearby.length === 0 ? (
        <p className="text-muted">{t.nearbyNone}</p>
      ) : (
        <ul className="-my-3 divide-y divide-line">
          {nearby.map((one) => (
            <li key={one.number} className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
              <div className="min-w-0 flex-1 basis-56">
                <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                  <Link
                    href={`/reports/${one.number}`}
                    className="font-medium text-link underline underline-offset-3 tabular"
                  >
                    {one.number}
                  </Link>
                  <StatusBadge status={one.status} size="sm" />
                  {one.likelyDuplicate && (
                    <Badge tone="warning" icon="copy" size="sm">
                      {t.likelyDuplicate}
                    </Badge>
                  )}
                </p>
                <p className="text-sm leading-6 text-muted">
                  {t.meters(one.distanceMeters)}・{shortDate(one.receivedAt)}・{one.category.label}
                </p>
                {one.summary && <p className="line-clamp-1 text-sm leading-6">{one.summary}</p>}
              </div>
              {mayMark && one.status !== "duplicate" && (
                <Button size="sm" onPress={() => suggest(one.number)}>
                  {t.makeDuplicate}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
