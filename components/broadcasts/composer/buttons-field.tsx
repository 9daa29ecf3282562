"use client";

import { Button, IconButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { keyed } from "@/components/ui/keyed";
import { TextField } from "@/components/ui/text-field";
import type { LinkButton } from "@/lib/broadcasts/block";
import { graphemes } from "@/lib/core/text";
import { composerLabels as t } from "../labels";
import type { ErrorOf } from "./errors";

type Props = {
  buttons: LinkButton[];
  max: number;
  labelMax: number;
  field: string;
  errors: ErrorOf;
  onChange: (buttons: LinkButton[]) => void;
};

/** The buttons under a card: words and where they lead. */
export function ButtonsField({ buttons, max, labelMax, field, errors, onChange }: Props) {
  const set = (at: number, part: Partial<LinkButton>) =>
    onChange(buttons.map((button, n) => (n === at ? { ...button, ...part } : button)));
  const whole = errors(field);
  return (
    <div className="flex flex-col gap-3">
      {keyed(buttons).map(({ key, item, at }) => (
        <div key={key} className="grid grid-cols-[1fr_auto] items-start gap-2 sm:grid-cols-[11rem_1fr_auto]">
          <TextField
            label={t.buttonLabel}
            value={item.label}
            onChange={(label) => set(at, { label })}
            error={errors(`${field}.${at}.label`)}
            suffix={
              <span className="tabular">
                {graphemes(item.label)}/{labelMax}
              </span>
            }
            className="col-span-2 sm:col-span-1"
          />
          <TextField
            label={t.buttonUri}
            value={item.uri}
            type="url"
            inputMode="url"
            placeholder="https://"
            onChange={(uri) => set(at, { uri: uri.trim() })}
            error={errors(`${field}.${at}.uri`)}
          />
          <IconButton
            icon="trash-2"
            className="mt-7.5"
            label={t.removeButton(at + 1)}
            onPress={() => onChange(buttons.filter((_, n) => n !== at))}
          />
        </div>
      ))}
      {whole && (
        <p className="flex items-start gap-1.5 text-sm leading-5 text-danger-ink">
          <Icon name="circle-alert" size={16} className="mt-0.5" />
          {whole}
        </p>
      )}
      {buttons.length < max && (
        <Button
          size="sm"
          icon="plus"
          className="self-start"
          onPress={() => onChange([...buttons, { label: "", uri: "" }])}
        >
          {t.addButton}
        </Button>
      )}
    </div>
  );
}
