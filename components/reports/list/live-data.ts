import type { ReportPage, ReportRow, ReportSummary } from "@/lib/reports/view";

/** What changes in an open list: its page and its counts, as of `now`. */
export type LiveData = { now: Date; page: ReportPage; summary: ReportSummary; withoutPoint: number };

/** The same as JSON carries it: instants as ISO text. */
type Sent<T> = {
  [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K];
};
export type SentLiveData = Omit<Sent<LiveData>, "page"> & {
  page: Omit<ReportPage, "rows"> & { rows: Sent<ReportRow>[] };
};

/** `GET /api/reports` with its instants as dates again. */
export const received = (sent: SentLiveData): LiveData => ({
  ...sent,
  now: new Date(sent.now),
  page: {
    ...sent.page,
    rows: sent.page.rows.map((row) => ({
      ...row,
      receivedAt: new Date(row.receivedAt),
      updatedAt: new Date(row.updatedAt),
      dueAt: row.dueAt === null ? null : new Date(row.dueAt),
    })),
  },
});
