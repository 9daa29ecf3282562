"use client";

import { Checkbox, CheckboxGroup } from "@/components/ui/checkbox";
import { ComboBox } from "@/components/ui/combo-box";
import { DateField } from "@/components/ui/date-field";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import { type Choice, type RuleChoices, SPOKEN_CHOICES } from "@/lib/segments/choices";
import { type Leaf, NO_ANSWER, OUTSIDE } from "@/lib/segments/rule";
import { chosenNumbers, chosenSpoken } from "./edit-rule";
import { ruleLabels } from "./labels";

export type EditorSetting = { choices: RuleChoices; today: string; disabled: boolean };
type Props<L extends Leaf = Leaf> = { leaf: L; onChange: (leaf: Leaf) => void; setting: EditorSetting };

const REPORTED_DAYS = [0, 7, 30, 90, 180, 365];
const UNANSWERED = { key: NO_ANSWER, label: ruleLabels.unanswered };

/** What is on offer: nothing retired, unless it is chosen already. */
const offered = <K,>(choices: readonly Choice<K>[], chosen: readonly K[]) =>
  choices.filter(({ key, retired }) => !retired || chosen.includes(key));

function ManyOf<K extends string | number>(props: {
  label: string;
  choices: Choice<K>[];
  chosen: K[];
  onChange: (keys: string[]) => void;
  disabled: boolean;
}) {
  const { label, choices, chosen, onChange, disabled } = props;
  const shown = offered(choices, chosen);
  if (shown.length === 0) return <p className="text-sm text-muted">{ruleLabels.noChoice}</p>;
  return (
    <CheckboxGroup
      label={label}
      labelHidden
      value={chosen.map(String)}
      onChange={onChange}
      disabled={disabled}
    >
      <div className="flex flex-wrap gap-x-5">
        {shown.map(({ key, label: name }) => (
          <Checkbox key={key} value={String(key)}>
            {name}
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  );
}

function OneOf(props: {
  label: string;
  choices: Choice<string>[];
  chosen: string;
  onChange: (key: string) => void;
  disabled: boolean;
}) {
  const { label, choices, chosen, onChange, disabled } = props;
  const shown = offered(choices, [chosen]);
  if (shown.length === 0) return <p className="text-sm text-muted">{ruleLabels.noChoice}</p>;
  return (
    <ComboBox
      label={label}
      labelHidden
      disabled={disabled}
      choices={shown.map(({ key, label: name }) => ({ id: key, label: name }))}
      defaultValue={chosen === "" ? undefined : chosen}
      onChange={(key) => onChange(key ?? "")}
      className="max-w-md"
    />
  );
}

function InterestsEditor({ leaf, onChange, setting }: Props<Extract<Leaf, { op: "interests" }>>) {
  return (
    <div className="flex flex-col gap-2">
      <ManyOf
        label={ruleLabels.ops.interests}
        choices={setting.choices.interests}
        chosen={leaf.bits}
        onChange={(keys) => onChange({ ...leaf, bits: chosenNumbers(keys) })}
        disabled={setting.disabled}
      />
      {leaf.bits.length > 1 && !setting.disabled && (
        <SegmentedControl
          label={ruleLabels.interestMatch}
          segments={[
            { id: "any", label: ruleLabels.anyInterest },
            { id: "all", label: ruleLabels.allInterests },
          ]}
          selected={leaf.match}
          onSelect={(id) => onChange({ ...leaf, match: id === "all" ? "all" : "any" })}
          className="max-w-sm"
        />
      )}
    </div>
  );
}

function DatesEditor({ leaf, onChange, setting }: Props<Extract<Leaf, { op: "friend_since" }>>) {
  const { today, disabled } = setting;
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <DateField
        label={ruleLabels.from}
        today={today}
        max={leaf.until ?? undefined}
        value={leaf.from}
        onChange={(from) => onChange({ ...leaf, from })}
        disabled={disabled}
      />
      <DateField
        label={ruleLabels.until}
        today={today}
        min={leaf.from ?? undefined}
        value={leaf.until}
        onChange={(until) => onChange({ ...leaf, until })}
        disabled={disabled}
      />
    </div>
  );
}

/** What can be chosen for one condition. */
export function LeafEditor({ leaf, onChange, setting }: Props) {
  const { choices, disabled } = setting;
  const label = ruleLabels.ops[leaf.op];
  switch (leaf.op) {
    case "age_band":
    case "gender": {
      const options = leaf.op === "age_band" ? choices.ageBands : choices.genders;
      const take = (keys: string[]) => onChange({ op: leaf.op, codes: chosenNumbers(keys) });
      return (
        <ManyOf
          {...{ label, disabled }}
          choices={[...options, UNANSWERED]}
          chosen={leaf.codes}
          onChange={take}
        />
      );
    }
    case "area": {
      const options = [...choices.areas, { key: OUTSIDE, label: ruleLabels.outside }, UNANSWERED];
      const take = (keys: string[]) => onChange({ op: "area", ids: chosenNumbers(keys) });
      return <ManyOf {...{ label, disabled }} choices={options} chosen={leaf.ids} onChange={take} />;
    }
    case "interests":
      return <InterestsEditor {...{ leaf, onChange, setting }} />;
    case "spoken": {
      const take = (keys: string[]) => onChange({ op: "spoken", spoken: chosenSpoken(keys) });
      return (
        <ManyOf {...{ label, disabled }} choices={SPOKEN_CHOICES} chosen={leaf.spoken} onChange={take} />
      );
    }
    case "friend_since":
      return <DatesEditor {...{ leaf, onChange, setting }} />;
    case "answered":
      return null;
    case "reported":
      return (
        <Select
          label={ruleLabels.within}
          labelHidden
          disabled={disabled}
          choices={[
            { id: "ever", label: ruleLabels.ever },
            ...[...new Set([...REPORTED_DAYS, leaf.withinDays ?? 0])]
              .sort((a, b) => a - b)
              .map((days) => ({ id: String(days), label: ruleLabels.withinDays(days) })),
          ]}
          value={leaf.withinDays === null ? "ever" : String(leaf.withinDays)}
          onChange={(id) => onChange({ op: "reported", withinDays: id === "ever" ? null : Number(id) })}
          className="max-w-xs"
        />
      );
    case "received": {
      const take = (broadcastId: string) => onChange({ op: "received", broadcastId });
      return (
        <OneOf
          {...{ label, disabled }}
          choices={choices.broadcasts}
          chosen={leaf.broadcastId}
          onChange={take}
        />
      );
    }
    case "segment": {
      const take = (segmentId: string) => onChange({ op: "segment", segmentId });
      return (
        <OneOf {...{ label, disabled }} choices={choices.segments} chosen={leaf.segmentId} onChange={take} />
      );
    }
  }
}
