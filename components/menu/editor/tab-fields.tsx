"use client";

import { useState } from "react";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { chooseTemplate, editTab, editTile, moveTile } from "@/lib/menus/edit";
import { roomOf } from "@/lib/menus/layout";
import { MENU_LIMITS, type MenuContent, type MenuTile } from "@/lib/menus/plan";
import { TEMPLATES, type TemplateKey } from "@/lib/menus/templates";
import type { Targets } from "@/lib/menus/view";
import { TEMPLATE_LABELS } from "../labels";
import { editorLabels as t } from "./labels";
import { TileFields } from "./tile-fields";

type Props = {
  content: MenuContent;
  index: number;
  problems: ReadonlyMap<string, string>;
  targets: Targets;
  /** Buttons that the template has no place for. */
  aside: readonly MenuTile[];
  onChange: (content: MenuContent, aside?: MenuTile[]) => void;
};

const choices = (Object.keys(TEMPLATES) as TemplateKey[]).map((id) => ({ id, label: TEMPLATE_LABELS[id] }));

/** A tab: its name, where its buttons lie, and each of them. */
export function TabFields({ content, index, problems, targets, aside, onChange }: Props) {
  // What a button is known by, place by place: its words change with every key, and its place when it is moved.
  const [ids, setIds] = useState(() => Array.from({ length: MENU_LIMITS.tiles }, (_, i) => i));
  const tab = content.tabs[index];
  if (!tab) return null;
  const room = roomOf(content, index);
  const at = `tabs.${index}`;
  const move = (i: number, by: -1 | 1) => {
    const [one, other] = [ids[i], ids[i + by]];
    setIds(ids.map((id, place) => (place === i ? (other ?? id) : place === i + by ? (one ?? id) : id)));
    onChange(moveTile(content, index, i, by));
  };
  return (
    <>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <TextField
          label={t.tabTitle}
          value={tab.title}
          onChange={(title) => onChange(editTab(content, index, { title }))}
          error={problems.get(`${at}.title`)}
          autoComplete="off"
        />
        <Select
          label={t.template}
          choices={choices}
          value={tab.template}
          error={problems.get(`${at}.template`)}
          onChange={(id) => {
            const next = chooseTemplate(content, index, id as TemplateKey, aside);
            onChange(next.content, next.aside);
          }}
        />
      </div>
      <ol className="divide-y divide-line border-y border-line">
        {tab.tiles.map((tile, i) => (
          <TileFields
            key={ids[i]}
            tile={tile}
            number={i + 1}
            of={tab.tiles.length}
            room={room[i] ?? { label: 0, note: 0 }}
            targets={targets}
            errorOf={(field) => problems.get(`${at}.tiles.${i}.${field}`)}
            onChange={(part) => onChange(editTile(content, index, i, part))}
            onMove={(by) => move(i, by)}
          />
        ))}
      </ol>
    </>
  );
}
