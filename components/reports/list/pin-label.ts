import type { CategoryName } from "@/lib/reports/view";

/** 「R8-000123 道路 > 舗装の穴」: what a pin is called. */
export const pinLabel = (report: { number: string; category: CategoryName }): string =>
  `${report.number} ${report.category.label}`;
