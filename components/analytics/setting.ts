import type { MapTiles } from "@/components/map/types";
import type { SketchText } from "@/lib/areas/sketch";
import type { Axis } from "./card";

/** What every card of a view has in common. */
export type CardSetting = {
  /** The address's query of this view on fixed days. */
  query: string;
  tab: string;
  /** 令和8年… in words, and the period it is compared with. */
  period: string;
  against: string | null;
  source: string;
  axis: Axis;
  map: { sketch: SketchText; tiles: MapTiles | null } | null;
  /** May open single broadcasts. */
  opensBroadcasts: boolean;
};

export const cardFile = (setting: CardSetting, card: string, encoding: "excel" | "cp932"): string => {
  const query = new URLSearchParams(setting.query);
  query.delete("table");
  query.set("as", encoding);
  return `/api/analytics/${setting.tab}/${card}?${query}`;
};
