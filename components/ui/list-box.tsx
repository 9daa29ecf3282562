"use client";

import type { ReactNode } from "react";
import { Header, ListBox, ListBoxItem, ListBoxSection, Popover } from "react-aria-components";
import { Icon, type IconName } from "./icon";
import { uiLabels } from "./labels";

/** One choice. `id` is what a form sends and a handler gets. */
export type Choice = {
  id: string;
  label: string;
  /** Of a label in another language. */
  lang?: string;
  description?: string;
  icon?: IconName | (string & {});
  disabled?: boolean;
};
export type ChoiceGroup = { title: string; choices: Choice[] };

/** The popover of Select and ComboBox. */
export function ChoicePopover({ choices, groups }: { choices?: Choice[]; groups?: ChoiceGroup[] }) {
  return (
    <Popover
      offset={4}
      className="min-w-(--trigger-width) max-w-[min(28rem,calc(100vw-2rem))] overflow-auto rounded-8 border border-line bg-raised py-1 shadow-overlay animate-[rise-in_120ms_ease-out]"
    >
      <ListBox
        className="max-h-80 overflow-auto outline-none"
        renderEmptyState={() => <p className="px-3 py-2 text-sm text-muted">{uiLabels.noOption}</p>}
      >
        {choices?.map((choice) => (
          <ChoiceRow key={choice.id} choice={choice} />
        ))}
        {groups?.map((group) => (
          <ListBoxSection key={group.title}>
            <Header className="px-3 pt-2 pb-1 text-sm font-bold text-muted">{group.title}</Header>
            {group.choices.map((choice) => (
              <ChoiceRow key={choice.id} choice={choice} />
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
    </Popover>
  );
}

function ChoiceRow({ choice }: { choice: Choice }) {
  return (
    <ListBoxItem
      id={choice.id}
      textValue={choice.label}
      isDisabled={choice.disabled}
      className="group flex min-h-10 cursor-default items-center gap-2 px-3 py-1.5 outline-offset-[-2px] outline-focus not-data-focus-visible:outline-none data-focused:bg-hover data-focus-visible:outline-2 data-selected:bg-selected data-disabled:text-subtle pointer-coarse:min-h-11"
    >
      {({ isSelected }): ReactNode => (
        <>
          {choice.icon && <Icon name={choice.icon} size={20} className="text-muted" />}
          <span className="min-w-0 flex-1">
            <span lang={choice.lang} className="block leading-6">
              {choice.label}
            </span>
            {choice.description && (
              <span className="block text-sm leading-5 text-muted">{choice.description}</span>
            )}
          </span>
          <Icon name="check" size={16} className={isSelected ? "text-link" : "invisible"} />
        </>
      )}
    </ListBoxItem>
  );
}
