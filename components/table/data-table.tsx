"use client";

import { columnVisibilityFeature, createColumnHelper, tableFeatures, useTable } from "@tanstack/react-table";
import { type ReactNode, useMemo } from "react";
import { cx } from "@/components/ui/class-names";
import { SortHeader, type SortState } from "./sort-header";

const features = tableFeatures({ columnVisibilityFeature });

export type DataColumn<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The server sorts: a header is a link to the sorted page. */
  sort?: { href: string; state: SortState };
  className?: string;
};

export type DataTableProps<Row> = {
  /** What the table lists, for those who hear it. */
  caption: string;
  columns: DataColumn<Row>[];
  rows: Row[];
  rowId: (row: Row) => string;
  /** Columns not to show, by id. */
  hidden: string[];
  rowState?: (row: Row) => { selected?: boolean; hovered?: boolean; fresh?: boolean };
  onRowHover?: (id: string | null) => void;
};

/** One page of rows that the server chose and sorted. Scrolls with its container; the head stays in sight. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowId, hidden, rowState, onRowHover } = props;
  const ids = columns.map((column) => column.id).join(" ");
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>();
    return helper.columns(ids.split(" ").map((id) => helper.display({ id })));
  }, [ids]);
  const columnVisibility = useMemo(() => Object.fromEntries(hidden.map((id) => [id, false])), [hidden]);
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowId,
    state: { columnVisibility },
  });
  const byId = new Map(columns.map((column) => [column.id, column]));
  return (
    <table className="w-full border-separate border-spacing-0 text-sm leading-5">
      <caption className="sr-only">{caption}</caption>
      <thead className="sticky top-0 z-10">
        <tr>
          {table.getVisibleLeafColumns().map((column) => (
            <SortHeader key={column.id} column={byId.get(column.id)} />
          ))}
        </tr>
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => {
          const state = rowState?.(row.original) ?? {};
          return (
            <tr
              key={row.id}
              data-row={row.id}
              data-selected={state.selected || undefined}
              data-hovered={state.hovered || undefined}
              onPointerEnter={() => onRowHover?.(row.id)}
              onPointerLeave={() => onRowHover?.(null)}
              onFocus={() => onRowHover?.(row.id)}
              className={cx(
                "relative transition-colors focus-within:bg-hover hover:bg-hover data-hovered:bg-hover data-selected:bg-selected",
                state.fresh && "animate-[arrive_2.4s_ease-out]",
              )}
            >
              {row.getVisibleCells().map((cell) => (
                <td
                  key={cell.id}
                  className={cx(
                    "border-b border-line px-2 py-2.5 align-top first:pl-4 last:pr-4",
                    byId.get(cell.column.id)?.className,
                  )}
                >
                  {/* Called, not rendered as a component: a new function would mount the cell anew and lose its focus. */}
                  {byId.get(cell.column.id)?.cell(row.original)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
