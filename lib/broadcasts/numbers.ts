import { told } from "@/lib/segments/figures";

/**
 * The page's data can be read by whoever gets the page, shown or not: every number of residents is weighed here before
 * it leaves, as the audience's is.
 */
const tell = (n: number | null, mayView: boolean) => (n === null ? null : told(n, mayView));

type Row = { countAtApproval: number | null; countAtFreeze: number | null };
export const tellRow = <R extends Row>(row: R, mayView: boolean) => ({
  ...row,
  countAtApproval: tell(row.countAtApproval, mayView),
  countAtFreeze: tell(row.countAtFreeze, mayView),
});

type Version = { countThen: number | null; countAtDecision: number | null };
export const tellVersion = <V extends Version>(version: V, mayView: boolean) => ({
  ...version,
  countThen: tell(version.countThen, mayView),
  countAtDecision: tell(version.countAtDecision, mayView),
});
