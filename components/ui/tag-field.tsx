"use client";

import { useRef, useState } from "react";
import { Button, Tag, TagGroup, TagList } from "react-aria-components";
import { Button as KitButton } from "./button";
import { Icon } from "./icon";
import { uiLabels } from "./labels";
import { TextField } from "./text-field";

type Props = {
  label: string;
  description?: string;
  error?: string;
  values: readonly string[];
  onChange: (values: string[]) => void;
  /** Characters of one word. */
  max: number;
  placeholder?: string;
  disabled?: boolean;
};

/** How lists of words are written in Japanese offices: 、 , and one a line. */
const BETWEEN = /[、,，\n\t]+/;

/** Words as chips. Enter adds what is typed; several are pasted at once; a chip goes by its cross or by Delete. */
export function TagField({ label, description, error, values, onChange, max, placeholder, disabled }: Props) {
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const type = (text: string) => {
    setTyped(text);
    setProblem(null);
  };
  const remove = (keys: ReadonlySet<unknown>) => {
    const left = values.filter((value) => !keys.has(value));
    setProblem(null);
    onChange(left);
    // The next chip takes the focus by itself; after the last one there is only the field.
    if (left.length === 0) field.current?.focus();
  };
  const add = (text: string) => {
    const words = [...new Set(text.split(BETWEEN).map((word) => word.trim()))].filter((word) => word !== "");
    const long = words.find((word) => word.length > max);
    if (long !== undefined) {
      setTyped(text);
      setProblem(uiLabels.tagLong(max));
      return;
    }
    const fresh = words.filter((word) => !values.includes(word));
    setProblem(words.length > 0 && fresh.length === 0 ? uiLabels.tagKnown : null);
    setTyped("");
    if (fresh.length > 0) onChange([...values, ...fresh]);
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-end gap-2">
        <TextField
          ref={field}
          label={label}
          description={description}
          error={problem ?? error}
          value={typed}
          placeholder={placeholder}
          disabled={disabled}
          autoComplete="off"
          className="min-w-0 flex-1"
          onChange={(text) => (BETWEEN.test(text) ? add(text) : type(text))}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            add(typed);
          }}
          onBlur={() => (typed.trim() === "" ? setProblem(null) : add(typed))}
        />
        <KitButton
          icon="plus"
          disabled={disabled}
          className={(problem ?? error) ? "mb-6.5" : ""}
          // Leaving the field has added it already, and may have said why not.
          onPress={() => typed.trim() !== "" && add(typed)}
        >
          {uiLabels.add}
        </KitButton>
      </div>
      {values.length > 0 && (
        <TagGroup aria-label={label} onRemove={disabled ? undefined : remove}>
          <TagList className="flex flex-wrap gap-1.5">
            {values.map((value) => (
              <Tag
                key={value}
                id={value}
                textValue={value}
                className="inline-flex min-h-8 max-w-full cursor-default items-center gap-1 rounded-6 border border-line bg-sunken py-0.5 pr-0.5 pl-2.5 text-sm leading-5"
              >
                {({ allowsRemoving }) => (
                  <>
                    <span className="min-w-0 break-words">{value}</span>
                    {allowsRemoving && (
                      <Button
                        slot="remove"
                        aria-label={uiLabels.tagRemove(value)}
                        className="inline-flex size-7 items-center justify-center rounded-6 text-muted data-hovered:bg-hover data-hovered:text-ink pointer-coarse:size-9"
                      >
                        <Icon name="x" size={14} />
                      </Button>
                    )}
                  </>
                )}
              </Tag>
            ))}
          </TagList>
        </TagGroup>
      )}
    </div>
  );
}
