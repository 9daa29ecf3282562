"use client";

import type { RuleChoices } from "@/lib/segments/choices";
import type { Rule } from "@/lib/segments/rule";
import { ruleSentence } from "@/lib/segments/sentence";
import { CountPanel } from "./count-panel";
import { asGroup, isComplete } from "./edit-rule";
import { ruleLabels } from "./labels";
import { RuleGroup } from "./rule-group";
import type { Count } from "./use-count";

export type RuleEditorProps = {
  rule: Rule;
  onChange: (rule: Rule) => void;
  /** Of this very rule, while it is complete: whoever shows the editor may need the number too. Null: not for this person. */
  count: Count | null;
  choices: RuleChoices;
  /** ISO date of today in Tokyo. */
  today: string;
  disabled?: boolean;
};

/** Who it is for: the conditions, what they mean in one sentence, and how many that is now. */
export function RuleEditor({ rule, onChange, count, choices, today, disabled = false }: RuleEditorProps) {
  const complete = isComplete(rule);
  return (
    <div className="grid grid-cols-1 gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <section aria-label={ruleLabels.editor} className="min-w-0">
        <RuleGroup
          group={asGroup(rule)}
          onChange={onChange}
          setting={{ choices, today, disabled }}
          place=""
          depth={1}
        />
      </section>
      <div className="min-w-0">
        {complete && count ? (
          <CountPanel sentence={ruleSentence(rule, choices)} count={count} />
        ) : (
          <p className="rounded-8 bg-sunken p-4 text-sm leading-6 break-words text-muted">
            {complete ? ruleSentence(rule, choices) : ruleLabels.incomplete}
          </p>
        )}
      </div>
    </div>
  );
}
