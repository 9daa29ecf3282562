import type { MapTiles } from "@/components/map/types";
import type { SketchText } from "@/lib/areas/sketch";

/** What the phone must know of the city it is tried in. */
export type Town = {
  accountName: string;
  /** Shown on the page of a demo. */
  disclaimer: string;
  sketch: SketchText | null;
  tiles: MapTiles | null;
  /** Addresses that residents get carry this host; in a demo it is this machine under another name. */
  publicOrigin: string | null;
  /** LINE opens this address as a page inside itself, as the resident of the phone. */
  liffLink: string | null;
};
