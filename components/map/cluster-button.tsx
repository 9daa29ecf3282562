import type { ButtonHTMLAttributes } from "react";
import { STATUS_LOOK } from "@/components/reports/status-badge";
import { clusterName } from "./labels";
import { clusterSize, ringArcs } from "./map-data";
import type { MapCluster } from "./types";

const RADIUS = 15.9155; // Circumference 100, so that arcs are percentages.

type Props = { cluster: MapCluster } & ButtonHTMLAttributes<HTMLButtonElement>;

/** Reports close together: their number, and a ring that shows how they stand. */
export function ClusterButton({ cluster, ...rest }: Props) {
  const size = clusterSize(cluster.count);
  return (
    <button
      type="button"
      {...rest}
      className="map-cluster leaflet-zoom-animated"
      data-mark={cluster.id}
      aria-label={clusterName(cluster)}
    >
      <span className="map-cluster-face" style={{ width: size, height: size }}>
        <svg viewBox="0 0 36 36" aria-hidden="true" focusable="false">
          <circle className="map-cluster-disc" cx="18" cy="18" r="17.5" />
          {ringArcs(cluster).map(({ status, start, length }) => (
            <circle
              key={status}
              className="map-cluster-arc"
              cx="18"
              cy="18"
              r={RADIUS}
              stroke={STATUS_LOOK[status].cssColor}
              strokeDasharray={`${Math.max(0.5, length * 100 - 1)} 100`}
              strokeDashoffset={25 - start * 100}
            />
          ))}
        </svg>
        <span className="map-cluster-count">{cluster.count > 9999 ? "9999+" : cluster.count}</span>
      </span>
    </button>
  );
}
