"use client";

import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { cx } from "./class-names";
import { Icon, type IconName } from "./icon";

export type Segment = { id: string; label: string; icon?: IconName };

/** One of two to five views of the same thing. */
export function SegmentedControl({
  label,
  segments,
  selected,
  onSelect,
  className,
}: {
  label: string;
  segments: Segment[];
  selected: string;
  onSelect: (id: string) => void;
  className?: string;
}) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[selected]}
      onSelectionChange={(keys) => {
        const [first] = keys;
        if (first !== undefined) onSelect(String(first));
      }}
      className={cx("inline-flex gap-0.5 rounded-8 bg-sunken p-0.5", className)}
    >
      {segments.map((segment) => (
        <ToggleButton
          key={segment.id}
          id={segment.id}
          className="inline-flex min-h-8 flex-1 items-center justify-center gap-1.5 rounded-6 border border-transparent px-3 text-sm whitespace-nowrap text-muted data-hovered:text-ink data-selected:border-line data-selected:bg-surface data-selected:font-bold data-selected:text-ink pointer-coarse:min-h-10"
        >
          {segment.icon && <Icon name={segment.icon} size={16} />}
          {segment.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
