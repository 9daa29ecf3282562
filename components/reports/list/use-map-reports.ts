"use client";

import { useEffect, useMemo, useState } from "react";
import type { MapCluster, MapPin, MapView } from "@/components/map/types";
import { formatBounds, type ReportFilter, toSearchParams } from "@/lib/reports/search";
import type { ReportMap, ReportPin } from "@/lib/reports/view";
import { pinLabel } from "./pin-label";

const NOTHING: ReportMap = { items: [], total: 0, withoutPoint: 0 };

export type MapReports = {
  pins: MapPin[];
  clusters: MapCluster[];
  byNumber: Map<string, ReportPin>;
  failed: boolean;
};

/** What the map shows now: asked again when it moves, when the filter changes, and when `version` grows. */
export function useMapReports(filter: ReportFilter, view: MapView | null, version: number): MapReports {
  const [answer, setAnswer] = useState<{ map: ReportMap; failed: boolean }>({ map: NOTHING, failed: false });
  // `version` is in the address only to ask again; the server knows nothing of it.
  const query = useMemo(() => {
    if (!view) return null;
    // The box is the map's own; the list's order and page are not the map's business.
    const params = toSearchParams({
      ...filter,
      bbox: null,
      cursor: null,
      sort: "received",
      descending: true,
    });
    params.set("view", formatBounds(view.bounds));
    params.set("zoom", String(view.zoom));
    params.set("v", String(version));
    return params.toString();
  }, [filter, view, version]);

  useEffect(() => {
    if (!query) return;
    const abort = new AbortController();
    fetch(`/api/reports/map?${query}`, { signal: abort.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(String(response.status));
        setAnswer({ map: (await response.json()) as ReportMap, failed: false });
      })
      .catch(() => {
        // What was drawn stays: an old pin says more than an empty map.
        if (!abort.signal.aborted) setAnswer((now) => ({ ...now, failed: true }));
      });
    return () => abort.abort();
  }, [query]);

  return useMemo(() => {
    const pins = answer.map.items.filter((item) => item.kind === "pin");
    return {
      failed: answer.failed,
      byNumber: new Map(pins.map((pin) => [pin.number, pin])),
      pins: pins.map((pin) => ({
        id: pin.number,
        point: pin.point,
        status: pin.status,
        label: pinLabel(pin),
        urgent: pin.overdue || pin.priority === "high",
      })),
      clusters: answer.map.items
        .filter((item) => item.kind === "cluster")
        .map((cluster) => ({
          id: `${cluster.point.lat},${cluster.point.lng},${cluster.count}`,
          point: cluster.point,
          count: cluster.count,
          statuses: cluster.byStatus,
          bounds: cluster.bounds,
        })),
    };
  }, [answer]);
}
