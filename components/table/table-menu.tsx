"use client";

import { IconButton } from "@/components/ui/button";
import { Checkbox, CheckboxGroup } from "@/components/ui/checkbox";
import { Popover } from "@/components/ui/popover";
import { Switch } from "@/components/ui/switch";
import { tableLabels } from "./labels";

/** Which columns to show, and whether single keys act. */
export function TableMenu({
  columns,
  hidden,
  onHiddenChange,
  keys,
  onKeysChange,
}: {
  columns: { id: string; header: string }[];
  hidden: string[];
  onHiddenChange: (hidden: string[]) => void;
  keys: boolean;
  onKeysChange: (on: boolean) => void;
}) {
  return (
    <Popover
      label={tableLabels.columns}
      placement="bottom end"
      trigger={<IconButton icon="columns" label={tableLabels.columns} size="sm" />}
    >
      <div className="flex w-60 flex-col gap-3">
        <CheckboxGroup
          label={tableLabels.columns}
          value={columns.filter((column) => !hidden.includes(column.id)).map((column) => column.id)}
          onChange={(shown) => onHiddenChange(columns.map((c) => c.id).filter((id) => !shown.includes(id)))}
        >
          {columns.map((column) => (
            <Checkbox key={column.id} value={column.id}>
              {column.header}
            </Checkbox>
          ))}
        </CheckboxGroup>
        <div className="border-t border-line pt-2">
          <Switch checked={keys} onChange={onKeysChange}>
            {tableLabels.keys}
          </Switch>
          <p className="pl-11 text-sm leading-5 text-muted">{tableLabels.keysHelp}</p>
        </div>
      </div>
    </Popover>
  );
}
