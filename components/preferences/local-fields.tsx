"use client";

import { htmlLanguage } from "@/components/ui/html-language";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { SPOKEN } from "@/db/enums";
import type { LocalText } from "@/lib/scenarios/schema";
import { spokenLabels } from "./labels";

type Props = {
  /** The field of the form: `label` makes `label.ja`, `label.easy` … */
  name: string;
  title: string;
  hint?: string;
  text: LocalText | null;
  required?: boolean;
  /** More than one line may be written. */
  rows?: number;
  errorOf: (name: string) => string | undefined;
};

/** One text in every language. */
export function LocalFields({ name, title, hint, text, required, rows, errorOf }: Props) {
  return (
    <fieldset className="flex flex-col gap-3 rounded-8 border border-line px-4 pt-2 pb-4">
      <legend className="px-1 font-bold leading-6">{title}</legend>
      {hint && <p className="text-sm leading-5 text-muted">{hint}</p>}
      {SPOKEN.map((spoken) => {
        const shared = {
          name: `${name}.${spoken}`,
          label: spokenLabels[spoken],
          defaultValue: text?.[spoken] ?? "",
          required: required && spoken === "ja",
          lang: htmlLanguage(spoken),
          error: errorOf(`${name}.${spoken}`),
        };
        return rows === undefined ? (
          <TextField key={spoken} {...shared} autoComplete="off" />
        ) : (
          <TextArea key={spoken} {...shared} rows={rows} />
        );
      })}
    </fieldset>
  );
}

/** The same, read back from the form. */
export const localFrom = (form: FormData, name: string): { ja: string; [spoken: string]: string } => ({
  ja: "",
  ...Object.fromEntries(SPOKEN.map((spoken) => [spoken, String(form.get(`${name}.${spoken}`) ?? "")])),
});
