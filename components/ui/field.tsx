"use client";

import type { ReactNode } from "react";
import { FieldError, Label, Text } from "react-aria-components";
import { cx } from "./class-names";
import { Icon } from "./icon";
import { uiLabels } from "./labels";

/** What every field has round its box. */
export type FieldParts = {
  label: ReactNode;
  /** Hide the label from sight where the place already says it (a filter bar); it is still spoken. */
  labelHidden?: boolean;
  description?: ReactNode;
  /** Says what is wrong and how to put it right; its presence makes the field invalid. */
  error?: ReactNode;
  required?: boolean;
  /** Show 任意: for forms where most fields are required. */
  optional?: boolean;
};

export function FieldLabel({ label, labelHidden, required, optional }: FieldParts) {
  return (
    <Label
      className={labelHidden ? "sr-only" : "flex flex-wrap items-center gap-2 text-base font-bold leading-6"}
    >
      {label}
      <Necessity required={required} optional={optional} />
    </Label>
  );
}

function Necessity({ required, optional }: { required?: boolean; optional?: boolean }) {
  if (!required && !optional) return null;
  return (
    <span
      className={cx(
        "rounded-4 border px-1.5 text-xs font-medium leading-5",
        required ? "border-danger text-danger-ink" : "border-line text-muted",
      )}
    >
      {required ? uiLabels.required : uiLabels.optional}
    </span>
  );
}

export function FieldDescription({ children }: { children: ReactNode }) {
  if (!children) return null;
  return (
    <Text slot="description" className="block text-sm leading-5 text-muted">
      {children}
    </Text>
  );
}

/** Our own error, or the browser's when we gave none. */
export function FieldProblem({ error }: { error?: ReactNode }) {
  return (
    <FieldError className="flex items-start gap-1.5 text-sm leading-5 text-danger-ink">
      {({ validationErrors }) => (
        <>
          <Icon name="circle-alert" size={16} className="mt-0.5" />
          <span>{error ?? validationErrors.join(" ")}</span>
        </>
      )}
    </FieldError>
  );
}
