"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { MoveButtons } from "@/components/ui/move-buttons";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { MENU_ICONS, type MenuIcon } from "@/lib/menus/icons";
import { MENU_TONES, type MenuTile, type Tone } from "@/lib/menus/plan";
import type { Targets } from "@/lib/menus/view";
import { ACTION_LABELS, ICON_LABELS, TONE_LABELS } from "../labels";
import { ActionFields } from "./action-fields";
import { editorLabels as t } from "./labels";

type Props = {
  tile: MenuTile;
  number: number;
  of: number;
  /** Full-width letters that its place holds. */
  room: { label: number; note: number };
  targets: Targets;
  errorOf: (field: string) => string | undefined;
  onChange: (part: Partial<MenuTile>) => void;
  onMove: (by: -1 | 1) => void;
};

const FIELDS = [
  "label",
  "note",
  "action",
  "action.text",
  "action.number",
  "action.url",
  "action.scenario",
  "action.topic",
];
const icons = MENU_ICONS.map((id) => ({ id, label: ICON_LABELS[id] }));
const tones = MENU_TONES.map((id) => ({ id, label: TONE_LABELS[id] }));

/** One button of the menu: closed it says what it does, open it can be changed. */
export function TileFields({ tile, number, of, room, targets, errorOf, onChange, onMove }: Props) {
  const [open, setOpen] = useState(false);
  const name = t.tile(number, tile.label);
  const isWrong = FIELDS.some((field) => errorOf(field));
  return (
    <li data-invalid={(isWrong && !open) || undefined} className="py-1.5">
      <div className="flex items-center gap-1">
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="flex min-h-11 min-w-0 flex-1 items-center gap-2 rounded-6 px-1 text-start hover:bg-hover"
        >
          <Icon name={open ? "chevron-down" : "chevron-right"} size={20} className="text-muted" />
          <span className="min-w-0 flex-1">
            <span className="block font-bold leading-6 break-words">{name}</span>
            <span className="block text-sm leading-5 text-muted">{ACTION_LABELS[tile.action.kind]}</span>
          </span>
          {isWrong && (
            <Badge size="sm" tone="danger" icon="circle-alert">
              {t.tileProblem}
            </Badge>
          )}
        </button>
        <MoveButtons
          {...{ of, onMove }}
          name={tile.label || name}
          up={t.up(name)}
          down={t.down(name)}
          at={number - 1}
        />
      </div>
      {open && (
        <fieldset
          aria-label={name}
          className="grid min-w-0 grid-cols-1 gap-4 py-3 pl-2 sm:grid-cols-2 sm:pl-8"
        >
          <TextField
            label={t.label}
            description={t.room(room.label)}
            value={tile.label}
            onChange={(label) => onChange({ label })}
            error={errorOf("label")}
            autoComplete="off"
          />
          <TextField
            label={t.note}
            optional
            description={t.room(room.note)}
            value={tile.note}
            onChange={(note) => onChange({ note })}
            error={errorOf("note")}
            autoComplete="off"
          />
          <Select
            label={t.icon}
            choices={icons}
            value={tile.icon}
            onChange={(id) => onChange({ icon: id as MenuIcon })}
          />
          <Select
            label={t.tone}
            choices={tones}
            value={tile.tone}
            onChange={(id) => onChange({ tone: id as Tone })}
          />
          <ActionFields
            action={tile.action}
            targets={targets}
            errorOf={errorOf}
            onChange={(action) => onChange({ action })}
          />
        </fieldset>
      )}
    </li>
  );
}
