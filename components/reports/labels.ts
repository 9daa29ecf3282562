import type { ReportSource, ReportStatus } from "@/db/enums";

/** Where a report stands, as staff and residents both read it. */
export const STATUS_LABELS: Record<ReportStatus, string> = {
  received: "受付",
  checking: "確認中",
  working: "対応中",
  done: "対応済み",
  not_needed: "対応不要",
  referred: "他機関へ",
  duplicate: "重複",
};

export const SOURCE_LABELS: Record<ReportSource, string> = {
  line: "LINE",
  phone: "電話",
  counter: "窓口",
  mail: "メール",
};
