"use client";

import { useEffect, useRef, useState } from "react";
import { CityMap } from "@/components/map/city-map";
import type { MapCluster, MapTiles, MapView } from "@/components/map/types";
import { StatusBadge } from "@/components/reports/status-badge";
import { IconButton } from "@/components/ui/button";
import { cx } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Switch } from "@/components/ui/switch";
import type { SketchText } from "@/lib/areas/sketch";
import type { Bounds } from "@/lib/core/geo";
import type { ReportPin } from "@/lib/reports/view";
import { useFilter } from "./filter-context";
import { listLabels } from "./labels";
import { useMapReports } from "./use-map-reports";

/** The map follows the hand first; the list is asked for when it rests. */
const FOLLOW_AFTER_MS = 350;

export type MapPaneProps = {
  sketch: SketchText;
  tiles: MapTiles | null;
  version: number;
  withoutPoint: number;
  selected: string | null;
  onSelect: (number: string | null) => void;
  hovered: string | null;
  onHover: (number: string | null) => void;
  className?: string;
};

export function MapPane(props: MapPaneProps) {
  const { sketch, tiles, version, withoutPoint, selected, onSelect, hovered, onHover, className } = props;
  const { filter, change, hrefWith } = useFilter();
  const [view, setView] = useState<MapView | null>(null);
  const [initialView] = useState(filter.bbox);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const reports = useMapReports(filter, view, version);
  const follows = filter.bbox !== null;
  // The timer outlives the render it was set in: it must change the filter as it then is.
  const latestChange = useRef(change);
  useEffect(() => {
    latestChange.current = change;
  }, [change]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const moved = (next: MapView) => {
    // The first view is what the page opened with: a kept address must not change by being opened.
    const first = view === null;
    setView(next);
    clearTimeout(timer.current);
    if (first || !follows) return;
    timer.current = setTimeout(
      () => latestChange.current({ bbox: next.bounds }, { replace: true }),
      FOLLOW_AFTER_MS,
    );
  };
  const pin = selected ? reports.byNumber.get(selected) : undefined;
  const box = useRef<HTMLDivElement>(null);
  const closeCard = (number: string) => {
    onSelect(null);
    box.current?.querySelector<HTMLElement>(`[data-mark="${CSS.escape(number)}"]`)?.focus();
  };

  return (
    <div ref={box} className={cx("relative isolate min-h-0 overflow-hidden bg-sunken", className)}>
      <div className="absolute inset-0">
        <CityMap
          sketch={sketch}
          tiles={tiles}
          pins={reports.pins}
          clusters={reports.clusters}
          selectedId={selected}
          hoveredId={hovered}
          onSelect={onSelect}
          onHover={onHover}
          onOpenCluster={(cluster) => change({ bbox: around(cluster) })}
          onViewChange={moved}
          initialView={initialView}
          label={listLabels.mapLabel}
          className="h-full w-full"
        />
      </div>
      <div className="pointer-events-none absolute top-3 right-16 left-3 z-[1000] flex flex-wrap items-start gap-2">
        {withoutPoint > 0 && filter.point === "any" && (
          <Link
            href={hrefWith({ point: "missing", bbox: null })}
            scroll={false}
            className={cx(OVERLAY, "text-warning-ink no-underline hover:bg-hover")}
          >
            <Icon name="map-pin-off" size={16} />
            {listLabels.outside(withoutPoint)}
          </Link>
        )}
        <span className={OVERLAY}>
          <Switch
            size="sm"
            checked={follows}
            onChange={(on) => change({ bbox: on && view ? view.bounds : null }, { replace: true })}
          >
            {listLabels.followMapShort}
          </Switch>
        </span>
      </div>
      <p
        role="status"
        className="pointer-events-none absolute inset-x-3 bottom-8 z-[1000] flex justify-center"
      >
        {reports.failed && (
          <span className={cx(OVERLAY, "text-danger-ink")}>
            <Icon name="triangle-alert" size={16} />
            {listLabels.mapFailed}
          </span>
        )}
      </p>
      {pin && <PinCard pin={pin} onClose={() => closeCard(pin.number)} />}
    </div>
  );
}

/** Degrees around one spot that still count as the spot: about 15 m. */
const SPOT = 0.00015;

/** The list then shows what lies at the spot: reports on one point cannot be told apart on the map. */
function around({ point, bounds }: MapCluster): Bounds {
  const box = bounds ?? { south: point.lat, west: point.lng, north: point.lat, east: point.lng };
  return {
    south: box.south - SPOT,
    west: box.west - SPOT,
    north: box.north + SPOT,
    east: box.east + SPOT,
  };
}

const OVERLAY =
  "pointer-events-auto inline-flex min-h-9 items-center gap-1.5 rounded-8 border border-line bg-surface px-3 text-sm font-medium shadow-[0_1px_3px_rgb(0_0_0/0.12)] pointer-coarse:min-h-11";

/** The chosen pin, with the way to its case; above what the map says at its foot, which has a button too. */
function PinCard({ pin, onClose }: { pin: ReportPin; onClose: () => void }) {
  return (
    <div className="absolute inset-x-3 bottom-22 z-[1001] mx-auto flex max-w-sm items-start gap-3 rounded-12 border border-line bg-raised py-2 pr-2 pl-4 shadow-overlay animate-[rise-in_140ms_ease-out]">
      <div className="min-w-0 flex-1 py-1">
        <p className="flex flex-wrap items-center gap-2 text-sm text-muted tabular">
          {pin.number}
          <StatusBadge status={pin.status} size="sm" />
        </p>
        <p className="font-medium leading-6">{pin.category.label}</p>
        <Link
          href={`/reports/${pin.number}`}
          className="inline-flex min-h-8 items-center gap-1 text-sm font-medium text-link pointer-coarse:min-h-11"
        >
          {listLabels.openReport(pin.number)}
          <Icon name="chevron-right" size={16} />
        </Link>
      </div>
      <IconButton icon="x" size="sm" label={listLabels.closeCard} onPress={onClose} placement="left" />
    </div>
  );
}
