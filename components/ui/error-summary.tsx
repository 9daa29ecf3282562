"use client";

import { useEffect, useRef } from "react";
import { Icon } from "./icon";
import { uiLabels } from "./labels";

/** What is wrong in a form, above it, each a link to its field. Takes the focus when it appears. */
export function ErrorSummary({ errors }: { errors: { fieldId: string; message: string }[] }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) ref.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div
      ref={ref}
      tabIndex={-1}
      role="alert"
      className="rounded-8 border border-l-4 border-danger bg-danger-soft px-4 py-3"
    >
      <p className="flex items-center gap-2 font-bold">
        <Icon name="circle-alert" className="text-danger-ink" />
        {uiLabels.errorTitle(errors.length)}
      </p>
      <ul className="mt-1 list-disc pl-8">
        {errors.map((error) => (
          <li key={error.fieldId}>
            <a href={`#${error.fieldId}`} className="text-danger-ink underline underline-offset-3">
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
