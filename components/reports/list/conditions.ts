import { STATUS_LABELS } from "@/components/reports/labels";
import { japaneseDate } from "@/components/ui/japanese-date";
import { NONE, type ReportFilter } from "@/lib/reports/search";
import { listLabels } from "./labels";
import type { FilterChoices } from "./list-data";

/** One part of the filter in words, and what taking it away means. */
export type Condition = { key: string; text: string; without: Partial<ReportFilter> };

const nameIn = (list: { key: string; name: string }[], key: string): string =>
  key === NONE ? listLabels.none : (list.find((item) => item.key === key)?.name ?? key);

function categoryName(choices: FilterChoices, key: string): string {
  for (const top of choices.categories) {
    if (top.key === key) return top.label;
    const below = top.children.find((child) => child.key === key);
    if (below) return `${top.label} > ${below.label}`;
  }
  return key;
}

/** The filter as a row of removable words. */
export function conditionsOf(filter: ReportFilter, choices: FilterChoices): Condition[] {
  const { category, section, area } = listLabels;
  const list = (
    field: "status" | "category" | "section" | "area",
    title: string,
    name: (key: string) => string,
  ): Condition[] =>
    filter[field].map((key) => ({
      key: `${field}:${key}`,
      text: `${title}: ${name(key)}`,
      without: { [field]: filter[field].filter((other) => other !== key) },
    }));
  const found: (Condition | null)[] = [
    ...list("status", listLabels.columns.status, (key) => STATUS_LABELS[key as keyof typeof STATUS_LABELS]),
    ...list("category", category, (key) => categoryName(choices, key)),
    ...list("section", section, (key) => nameIn(choices.sections, key)),
    ...list("area", area, (key) => nameIn(choices.areas, key)),
    filter.from || filter.to
      ? { key: "period", text: periodWords(filter.from, filter.to), without: { from: null, to: null } }
      : null,
    filter.text ? { key: "text", text: `「${filter.text}」`, without: { text: "" } } : null,
    filter.assignee === "any"
      ? null
      : {
          key: "assignee",
          text: filter.assignee === "me" ? listLabels.assigneeMe : listLabels.assigneeNone,
          without: { assignee: "any" as const },
        },
    filter.overdue ? { key: "overdue", text: listLabels.overdue, without: { overdue: false } } : null,
    filter.point === "missing"
      ? { key: "point", text: listLabels.withoutPoint, without: { point: "any" as const } }
      : null,
    filter.bbox ? { key: "bbox", text: listLabels.mapArea, without: { bbox: null } } : null,
  ];
  return found.filter((condition) => condition !== null);
}

const periodWords = (from: string | null, to: string | null): string =>
  `${from ? japaneseDate(from) : ""}〜${to ? japaneseDate(to) : ""}`;
