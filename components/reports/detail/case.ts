import type { LoadedReport } from "@/lib/reports/loaders";

/** What the forms of one case need to know of it; plain data for client components. */
export type Case = {
  number: string;
  revision: number;
  status: LoadedReport["report"]["status"];
  categoryKey: string;
  topLabel: string;
  subLabel: string | null;
  language: string | null;
  reachable: boolean;
  sectionId: number | null;
  assigneeId: number | null;
  accountName: string;
  staffId: number;
};

export const caseOf = ({ report, accountName, staffId }: LoadedReport): Case => {
  const [topLabel = "", subLabel] = report.category.label.split(" > ");
  return {
    number: report.number,
    revision: report.revision,
    status: report.status,
    categoryKey: report.category.key,
    topLabel,
    subLabel: subLabel ?? null,
    language: report.language,
    reachable: report.reachable,
    sectionId: report.section?.id ?? null,
    assigneeId: report.assignee?.id ?? null,
    accountName,
    staffId,
  };
};

/** Where this tab keeps what a person has begun to write about a case. */
export const draftKey = (report: Case, form: "status" | "message" | "note"): string =>
  `madoguchi:draft:${report.staffId}:${report.number}:${form}`;
