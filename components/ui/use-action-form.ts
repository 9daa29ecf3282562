"use client";

import { unstable_rethrow } from "next/navigation";
import { type FormEvent, useActionState, useMemo, useState, useTransition } from "react";
import { uiLabels } from "./labels";

/** What a form's action answers: done, or a message and what is wrong by field name. */
type Answer = { ok: true } | { ok: false; message: string; fields?: Record<string, string[]> };

/**
 * A form over a server action. Before scripts have run the browser posts it by itself; afterwards it is sent without
 * React's reset of the fields and without an error page, so that what was typed stays when the action refuses or the
 * server is away. Fields take their id from `fieldId(name)`, so that the error summary can point at them; `blame` is
 * the field for what is said of none. `hold`: somebody else deals with this answer first and sends the form again.
 */
export function useActionForm<A extends Answer>(
  action: (previous: A | null, form: FormData) => Promise<A>,
  form: { id: string; blame: string },
  onDone?: (answer: Extract<A, { ok: true }>) => void,
  hold?: (answer: A, again: () => void) => boolean,
) {
  const [posted, post] = useActionState(action as (state: unknown, data: FormData) => Promise<A>, null);
  const [sent, setSent] = useState<Answer | null>(null);
  const [pending, start] = useTransition();
  const answer = sent ?? (posted as Answer | null);
  const send = (data: FormData) =>
    start(async () => {
      try {
        const given = await action(null, data);
        if (hold?.(given, () => send(data))) return;
        setSent(given);
        if (given.ok) onDone?.(given as Extract<A, { ok: true }>);
      } catch (error) {
        unstable_rethrow(error); // Next's own: the action leads to another page
        setSent({ ok: false, message: uiLabels.notSent });
      }
    });

  const { id, blame } = form;
  const errors = useMemo(() => {
    if (!answer || answer.ok) return [];
    const named = Object.entries(answer.fields ?? {}).map(([name, messages]) => ({
      name,
      message: messages[0] ?? answer.message,
    }));
    const all = named.length > 0 ? named : [{ name: blame, message: answer.message }];
    return all.map((each) => ({ ...each, fieldId: `${id}-${each.name}` }));
  }, [answer, id, blame]);

  return {
    pending,
    errors,
    fieldId: (name: string) => `${id}-${name}`,
    errorOf: (name: string) => errors.find((each) => each.name === name)?.message,
    formProps: {
      action: post,
      noValidate: true,
      onSubmit: (event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        if (!pending) send(new FormData(event.currentTarget));
      },
    },
  };
}
