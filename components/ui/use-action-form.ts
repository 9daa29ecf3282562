"use client";

import { type FormEvent, startTransition, useActionState, useEffect, useMemo, useRef } from "react";

/** What a form's action answers: done, or a message and what is wrong by field name. */
type Answer = { ok: true } | { ok: false; message: string; fields?: Record<string, string[]> };

/**
 * A form over a server action. Before scripts have run the browser posts it by itself; afterwards it is sent without
 * React's reset of the fields, so that what was typed stays when the action refuses. Fields take their id from
 * `fieldId(name)`, so that the error summary can point at them; `blame` is the field for what is said of none.
 */
export function useActionForm<A extends Answer>(
  action: (previous: A | null, form: FormData) => Promise<A>,
  form: { id: string; blame: string },
  onDone?: (answer: Extract<A, { ok: true }>) => void,
) {
  const [answer, send, pending] = useActionState(
    action as (state: unknown, data: FormData) => Promise<A>,
    null,
  );
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    const given = answer as A | null;
    if (given?.ok) done.current?.(given as Extract<A, { ok: true }>);
  }, [answer]);

  const { id, blame } = form;
  const errors = useMemo(() => {
    const given = answer as Answer | null;
    if (!given || given.ok) return [];
    const named = Object.entries(given.fields ?? {}).map(([name, messages]) => ({
      name,
      message: messages[0] ?? given.message,
    }));
    const all = named.length > 0 ? named : [{ name: blame, message: given.message }];
    return all.map((each) => ({ ...each, fieldId: `${id}-${each.name}` }));
  }, [answer, id, blame]);

  return {
    pending,
    errors,
    fieldId: (name: string) => `${id}-${name}`,
    errorOf: (name: string) => errors.find((each) => each.name === name)?.message,
    formProps: {
      action: send,
      noValidate: true,
      onSubmit: (event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        startTransition(() => send(data));
      },
    },
  };
}
