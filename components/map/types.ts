import type { ReportStatus } from "@/db/enums";
import type { SketchText } from "@/lib/areas/sketch";
import type { Bounds, Point } from "@/lib/core/geo";

/** Where tiles come from; null: only the sketch. `url` has {z}/{x}/{y}. Make one with `tilesFrom` in map-data.ts. */
export type MapTiles = { url: string; attribution: { text: string; href?: string }; maxZoom: number };

export type MapPin = {
  id: string;
  point: Point;
  status: ReportStatus;
  /** What a screen reader says before the status: 「R8-000123 道路 舗装の穴」. Also the tooltip. */
  label: string;
  /** Emphasised: overdue or high priority. */
  urgent?: boolean;
};

/** Reports that the server put together at this zoom. */
export type MapCluster = {
  id: string;
  point: Point;
  count: number;
  /** For the ring; need not sum up to `count`. */
  statuses: Partial<Record<ReportStatus, number>>;
  /** Where to zoom on click; without it two levels closer. */
  bounds?: Bounds;
};

/** What the map shows now. `zoom` is a whole number, as for tiles. */
export type MapView = { bounds: Bounds; zoom: number };

export type CityMapProps = {
  sketch: SketchText;
  tiles: MapTiles | null;
  pins: MapPin[];
  clusters: MapCluster[];
  selectedId: string | null;
  hoveredId: string | null;
  onSelect: (id: string) => void;
  onHover: (id: string | null) => void;
  /** A cluster that zooming cannot take apart was pressed (all at one spot): list its reports. */
  onOpenCluster?: (cluster: MapCluster) => void;
  /** After moving or zooming has ended, at most every 250 ms, and once when the map is ready. */
  onViewChange: (view: MapView) => void;
  /** What to show first; without it the sketch's `view`. Later changes are ignored: use `fit`. */
  initialView?: Bounds | null;
  /** When `key` changes the map moves to `bounds` (fit to the filter's result). */
  fit?: { key: string; bounds: Bounds } | null;
  /** Accessible name; 「地図」 when missing. */
  label?: string;
  /** Must give the box a height. */
  className?: string;
};

export type PlacePickerProps = {
  value: Point | null;
  onChange: (point: Point | null) => void;
  sketch: SketchText;
  tiles: MapTiles | null;
  /** Talks of the resident's own place (phone page) or of a report (console). */
  label?: string;
  className?: string;
  /** Phones do not show the latitude and longitude fields until asked. */
  compact?: boolean;
};

export type MiniMapProps = {
  point: Point;
  sketch: SketchText;
  tiles: MapTiles | null;
  /** Default 「received」 look of the pin. */
  status?: ReportStatus;
  label?: string;
  className?: string;
};
