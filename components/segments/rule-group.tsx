"use client";

import { useRef } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import { type Leaf, MAX_DEPTH, type Rule } from "@/lib/segments/rule";
import { asGroup, type Group, newLeaf, nodeOf, ruleOf, withChild, withoutChild } from "./edit-rule";
import { ruleLabels } from "./labels";
import { type EditorSetting, LeafEditor } from "./leaf-editor";

const OPS = Object.keys(ruleLabels.ops) as Leaf["op"][];
/** Groups in groups that stay within the rule's depth even when `not` stands round each of them and round a leaf. */
const DEEPEST_GROUP = Math.floor((MAX_DEPTH - 1) / 2);

type GroupProps = {
  group: Group;
  onChange: (group: Group) => void;
  setting: EditorSetting;
  /** 条件1 › 2: where this group stands; empty for the outermost. */
  place: string;
  depth: number;
};

export function RuleGroup({ group, onChange, setting, place, depth }: GroupProps) {
  const adders = useRef<HTMLDivElement>(null);
  const remove = (n: number) => {
    // What had the focus goes away: give it to what stays.
    adders.current?.querySelector("button")?.focus();
    onChange(withoutChild(group, n));
  };
  const add = (rule: Rule) => onChange({ ...group, rules: [...group.rules, rule] });
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
        {setting.disabled ? (
          ruleLabels[group.op]
        ) : (
          <SegmentedControl
            label={place === "" ? ruleLabels.match : `${ruleLabels.match} ${place}`}
            segments={[
              { id: "all", label: ruleLabels.all },
              { id: "any", label: ruleLabels.any },
            ]}
            selected={group.op}
            onSelect={(id) => onChange({ ...group, op: id === "any" ? "any" : "all" })}
          />
        )}
        <span>{ruleLabels.fits}</span>
      </div>
      {group.rules.length === 0 && (
        <p className="text-sm text-muted">{group.op === "all" ? ruleLabels.everyone : ruleLabels.nobody}</p>
      )}
      <ul className="flex flex-col gap-3">
        {group.rules.map((rule, n) => {
          const at = place === "" ? String(n + 1) : `${place}-${n + 1}`;
          return (
            <li key={at}>
              <RuleNode
                {...{ rule, setting, depth }}
                place={at}
                onChange={(next) => onChange(withChild(group, n, next))}
                onRemove={() => remove(n)}
              />
            </li>
          );
        })}
      </ul>
      {!setting.disabled && (
        <div ref={adders} className="flex flex-wrap gap-2">
          <Menu
            label={ruleLabels.add}
            placement="bottom start"
            trigger={
              <Button
                size="sm"
                icon="plus"
                aria-label={ruleLabels.addTo(place === "" ? ruleLabels.top : place)}
              >
                {ruleLabels.add}
              </Button>
            }
          >
            {OPS.map((op) => (
              <MenuItem key={op} onAction={() => add(newLeaf(op))}>
                {ruleLabels.ops[op]}
              </MenuItem>
            ))}
          </Menu>
          {depth < DEEPEST_GROUP ? (
            <Button
              size="sm"
              variant="quiet"
              icon="plus"
              aria-label={ruleLabels.addGroupTo(place === "" ? ruleLabels.top : place)}
              onPress={() => add({ op: "any", rules: [] })}
            >
              {ruleLabels.addGroup}
            </Button>
          ) : (
            <p className="text-sm text-muted">{ruleLabels.full}</p>
          )}
        </div>
      )}
    </div>
  );
}

type NodeProps = Omit<GroupProps, "group" | "onChange"> & {
  rule: Rule;
  onChange: (rule: Rule) => void;
  onRemove: () => void;
};

function RuleNode({ rule, onChange, onRemove, setting, place, depth }: NodeProps) {
  const { excluded, inner } = nodeOf(rule);
  const isGroup = inner.op === "all" || inner.op === "any";
  const name = isGroup ? ruleLabels.group : ruleLabels.ops[inner.op];
  const called = `${place} ${name}`;
  const put = (next: Rule) => onChange(excluded ? ruleOf({ excluded, inner: nodeOf(next).inner }) : next);
  return (
    <section
      aria-label={called}
      className={`flex min-w-0 flex-col gap-2 rounded-8 border border-line border-l-4 bg-surface px-2 py-2 sm:px-3 ${
        excluded ? "border-l-danger" : "border-l-accent"
      }`}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <p className="font-bold leading-6">{name}</p>
        <div className="flex min-w-0 items-center gap-1">
          <Select
            label={ruleLabels.polarity(called)}
            labelHidden
            size="sm"
            disabled={setting.disabled}
            choices={[
              { id: "is", label: ruleLabels.is },
              { id: "not", label: ruleLabels.isNot },
            ]}
            value={excluded ? "not" : "is"}
            onChange={(id) => onChange(ruleOf({ excluded: id === "not", inner }))}
          />
          {!setting.disabled && (
            <IconButton icon="x" size="sm" label={ruleLabels.remove(called)} onPress={onRemove} />
          )}
        </div>
      </div>
      {isGroup ? (
        <RuleGroup {...{ setting, place }} group={asGroup(inner)} onChange={put} depth={depth + 1} />
      ) : (
        <LeafEditor leaf={inner} onChange={put} setting={setting} />
      )}
    </section>
  );
}
