import { keyed } from "@/components/ui/keyed";
import type { Cell, Table } from "@/lib/analytics/table";
import { analyticsLabels as t } from "./labels";

const exact = new Intl.NumberFormat("ja-JP", { maximumFractionDigits: 5 });
const shown = (cell: Cell): string => {
  if (cell === null) return "—";
  return typeof cell === "number" ? exact.format(cell) : cell;
};

/** What scrolls has to be reachable without a mouse. */
const SCROLLS = { tabIndex: 0 };

/** The numbers of a card, all of them. Scrolls within its box; by keyboard too. */
export function CardTable({ title, table }: { title: string; table: Table }) {
  if (table.rows.length === 0) return <p className="py-8 text-center text-muted">{t.empty}</p>;
  return (
    <section
      aria-label={`${title} ${t.table}`}
      {...SCROLLS}
      className="relative max-h-96 overflow-auto rounded-8 border border-line print:max-h-none print:overflow-visible"
    >
      <table className="w-full border-collapse text-sm leading-5 tabular">
        <thead>
          <tr>
            {table.columns.map((column, i) => (
              <th
                key={column}
                scope="col"
                className={`sticky top-0 border-b border-control bg-sunken px-3 py-2 font-bold ${i === 0 ? "text-start" : "text-end"} whitespace-nowrap print:whitespace-normal`}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keyed(table.rows).map(({ key, item: row }) => (
            <tr key={key} className="border-b border-line last:border-0">
              {row.map((cell, i) =>
                i === 0 ? (
                  <th key={table.columns[i]} scope="row" className="px-3 py-1.5 text-start font-normal">
                    {shown(cell)}
                  </th>
                ) : (
                  <td
                    key={table.columns[i]}
                    className={`px-3 py-1.5 ${typeof cell === "string" ? "min-w-40 text-start" : "text-end whitespace-nowrap"}`}
                  >
                    {shown(cell)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
