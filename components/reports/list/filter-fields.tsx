"use client";

import { Checkbox, CheckboxGroup } from "@/components/ui/checkbox";
import { DateField } from "@/components/ui/date-field";
import { Disclosure } from "@/components/ui/disclosure";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { NONE, type ReportFilter } from "@/lib/reports/search";
import { listLabels } from "./labels";
import type { FilterChoices } from "./list-data";

type FieldProps = {
  filter: ReportFilter;
  onChange: (part: Partial<ReportFilter>) => void;
  labelHidden?: boolean;
};

/** A top category stands for everything below it, so that ticking it unticks its parts and the other way round. */
export function CategoryField({
  filter,
  onChange,
  choices,
  labelHidden,
  folded,
}: FieldProps & {
  choices: FilterChoices;
  /** Parts of a category stay folded until asked for: on a phone the list would be screens long. */
  folded?: boolean;
}) {
  const take = (chosen: string[]) => {
    const added = chosen.find((key) => !filter.category.includes(key));
    const top = choices.categories.find(
      (c) => c.key === added || c.children.some((child) => child.key === added),
    );
    const drop = !top || !added ? [] : added === top.key ? top.children.map((child) => child.key) : [top.key];
    onChange({ category: chosen.filter((key) => !drop.includes(key)) });
  };
  return (
    <CheckboxGroup
      label={listLabels.category}
      labelHidden={labelHidden}
      value={filter.category}
      onChange={take}
    >
      {choices.categories.map((top) => (
        <div key={top.key}>
          <Checkbox value={top.key} className="font-medium">
            {top.label}
          </Checkbox>
          {top.children.length > 0 &&
            (folded ? (
              <Disclosure
                title={listLabels.parts(top.label)}
                open={top.children.some((child) => filter.category.includes(child.key))}
                className="pl-5 text-sm"
              >
                <Parts parts={top.children} />
              </Disclosure>
            ) : (
              <div className="pl-7">
                <Parts parts={top.children} />
              </div>
            ))}
        </div>
      ))}
    </CheckboxGroup>
  );
}

const Parts = ({ parts }: { parts: { key: string; label: string }[] }) => (
  <div className="grid grid-cols-1 gap-x-4 sm:grid-cols-2">
    {parts.map((part) => (
      <Checkbox key={part.key} value={part.key} className="text-sm">
        {part.label}
      </Checkbox>
    ))}
  </div>
);

export function SectionField({
  filter,
  onChange,
  choices,
  labelHidden,
}: FieldProps & { choices: FilterChoices }) {
  return (
    <CheckboxGroup
      label={listLabels.section}
      labelHidden={labelHidden}
      value={filter.section}
      onChange={(section) => onChange({ section })}
    >
      {choices.sections.map((section) => (
        <Checkbox key={section.key} value={section.key}>
          {section.name}
        </Checkbox>
      ))}
      <Checkbox value={NONE}>{listLabels.none}</Checkbox>
    </CheckboxGroup>
  );
}

export function AreaField({
  filter,
  onChange,
  choices,
  labelHidden,
}: FieldProps & { choices: FilterChoices }) {
  const groups = [...new Set(choices.areas.map((area) => area.groupName))];
  return (
    <CheckboxGroup
      label={listLabels.area}
      labelHidden={labelHidden}
      value={filter.area}
      onChange={(area) => onChange({ area })}
    >
      {groups.map((group) => (
        <div key={group ?? ""}>
          {group && <p className="pt-1 text-sm font-bold text-muted">{group}</p>}
          {choices.areas
            .filter((area) => area.groupName === group)
            .map((area) => (
              <Checkbox key={area.key} value={area.key}>
                {area.name}
              </Checkbox>
            ))}
        </div>
      ))}
      <Checkbox value={NONE}>{listLabels.none}</Checkbox>
    </CheckboxGroup>
  );
}

export function PeriodField({ filter, onChange, today }: FieldProps & { today: string }) {
  return (
    <div className="flex flex-col gap-4">
      <DateField
        label={listLabels.from}
        today={today}
        max={filter.to ?? undefined}
        value={filter.from}
        onChange={(from) => onChange({ from })}
      />
      <DateField
        label={listLabels.to}
        today={today}
        min={filter.from ?? undefined}
        value={filter.to}
        onChange={(to) => onChange({ to })}
      />
    </div>
  );
}

export function AssigneeField({ filter, onChange, labelHidden }: FieldProps) {
  return (
    <RadioGroup
      label={listLabels.assignee}
      labelHidden={labelHidden}
      value={filter.assignee}
      onChange={(value) => onChange({ assignee: value === "me" || value === "none" ? value : "any" })}
    >
      <Radio value="any">{listLabels.assigneeAny}</Radio>
      <Radio value="me">{listLabels.assigneeMe}</Radio>
      <Radio value="none">{listLabels.assigneeNone}</Radio>
    </RadioGroup>
  );
}
