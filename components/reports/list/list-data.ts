import type { MapTiles } from "@/components/map/types";
import type { SketchText } from "@/lib/areas/sketch";
import type { ReportFilter } from "@/lib/reports/search";
import type { ReportPage, ReportSummary } from "@/lib/reports/view";

/** What can be chosen in the filters, in the city's own order. */
export type FilterChoices = {
  /** Top categories with what lies below them. */
  categories: { key: string; label: string; children: { key: string; label: string }[] }[];
  sections: { key: string; name: string }[];
  areas: { key: string; name: string; groupName: string | null }[];
};

/** Everything the list screen is drawn from; all of it plain. */
export type ReportListData = {
  filter: ReportFilter;
  page: ReportPage;
  /** Counts with every part of the filter but the status. */
  summary: ReportSummary;
  /** Reports of the filter that the map cannot show. */
  withoutPoint: number;
  choices: FilterChoices;
  cityName: string;
  /** Null while no city is loaded: then there is a list and no map. */
  sketch: SketchText | null;
  tiles: MapTiles | null;
  now: Date;
};

type Facets = {
  categories: { key: string; parentKey: string | null; label: string }[];
  sections: { key: string; name: string }[];
  areas: { key: string; name: string; groupName: string | null }[];
};

/** The city's rows as what the filters offer. */
export const choicesOf = ({ categories, sections, areas }: Facets): FilterChoices => ({
  categories: categories
    .filter((category) => category.parentKey === null)
    .map((top) => ({
      key: top.key,
      label: top.label,
      children: categories
        .filter((category) => category.parentKey === top.key)
        .map(({ key, label }) => ({ key, label })),
    })),
  sections: sections.map(({ key, name }) => ({ key, name })),
  areas: areas.map(({ key, name, groupName }) => ({ key, name, groupName })),
});

/** At phone width one of the two is shown; wide screens show both. */
export type Pane = "list" | "map";
export const parsePane = (value: string | string[] | undefined): Pane => (value === "map" ? "map" : "list");
