"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { uiLabels } from "@/components/ui/labels";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import type { ActionResult } from "@/lib/auth/action";
import type { Explanation } from "@/lib/segments/why-not";
import { whyLabels } from "./labels";

type Words = { lead: string; reached: string; reasons: string };
type Props = {
  words: Words;
  /** Asks about the resident of a receipt number or code. */
  explain: (who: string) => Promise<ActionResult<Explanation>>;
};

/** 「なぜ届かない?」 for one resident. */
export function WhyPanel({ words, explain }: Props) {
  const [who, setWho] = useState("");
  const [found, setFound] = useState<Explanation | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const ask = () =>
    start(async () => {
      setFound(null);
      setProblem(null);
      try {
        const given = await explain(who);
        if (given.ok) setFound(given.value);
        else setProblem(given.fields?.who?.[0] ?? given.message);
      } catch {
        setProblem(uiLabels.notSent);
      }
    });
  return (
    <Panel title={whyLabels.title}>
      <p className="mb-4 text-sm leading-6 text-muted">{words.lead}</p>
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (!pending) ask();
        }}
      >
        <TextField
          label={whyLabels.who}
          description={whyLabels.whoHint}
          value={who}
          onChange={setWho}
          maxLength={40}
          autoComplete="off"
          error={problem ?? undefined}
          className="min-w-0 max-w-md flex-1 basis-60"
        />
        <Button type="submit" pending={pending}>
          {whyLabels.ask}
        </Button>
      </form>
      <div role="status" className="mt-4 empty:mt-0">
        {found?.reached && (
          <Notice tone="success" title={words.reached}>
            {reasonsOf(found)}
          </Notice>
        )}
        {found && !found.reached && (
          <Notice tone="warning" title={words.reasons}>
            {reasonsOf(found)}
          </Notice>
        )}
      </div>
    </Panel>
  );
}

const reasonsOf = ({ reasons }: Explanation) =>
  reasons.length > 0 && (
    <ul className="list-disc pl-5">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
