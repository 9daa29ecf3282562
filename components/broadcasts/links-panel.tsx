"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { checkLinksAction } from "@/lib/broadcasts/actions";
import type { CheckedLink } from "@/lib/broadcasts/links/commands";
import { linkLabels as t } from "./desk/labels";
import { deskLabels } from "./labels";

type Props = {
  id: string;
  /** What the words on the screen link to. */
  links: readonly string[];
  /** Saves first; false when that failed. */
  prepare?: () => Promise<boolean>;
};

/** Every address residents could open, and whether it opens. A hint: it never keeps anybody from sending. */
export function LinksPanel({ id, links, prepare }: Props) {
  const [pending, setPending] = useState(false);
  const [checked, setChecked] = useState<readonly CheckedLink[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  if (links.length === 0) return null;
  const check = async () => {
    setPending(true);
    setProblem(null);
    const saved = prepare ? await prepare() : true;
    const answer = saved ? await checkLinksAction({ id }).catch(() => null) : null;
    setPending(false);
    if (!saved) return;
    if (answer?.ok) setChecked(answer.value);
    else setProblem(answer?.message ?? deskLabels.offline);
  };
  return (
    <Panel title={t.title} level={3}>
      <ul className="flex flex-col gap-3">
        {links.map((uri) => (
          <li key={uri} className="flex flex-col gap-0.5">
            <span className="break-all">{uri}</span>
            <Verdict uri={uri} found={checked.find((one) => one.uri === uri)} />
          </li>
        ))}
      </ul>
      <div className="mt-4 flex flex-col items-start gap-3">
        <Button size="sm" icon="external-link" pending={pending} onPress={() => void check()}>
          {t.check}
        </Button>
        {problem && (
          <Notice tone="warning" live="alert">
            {problem}
          </Notice>
        )}
        <p role="status" className="sr-only">
          {checked.length > 0 && !pending ? t.done(checked.length) : ""}
        </p>
      </div>
    </Panel>
  );
}

function Verdict({ uri, found }: { uri: string; found: CheckedLink | undefined }) {
  if (!found)
    return <span className="text-sm text-muted">{/^http:/i.test(uri) ? t.notHttps : t.notYet}</span>;
  const { kind } = found.verdict;
  const fine = kind === "fine";
  const unknown = kind === "unknown";
  return (
    <span
      className={`flex items-start gap-1.5 text-sm ${fine ? "text-success-ink" : unknown ? "text-muted" : "text-danger-ink"}`}
    >
      <Icon name={fine ? "check" : unknown ? "info" : "circle-alert"} size={16} className="mt-1 shrink-0" />
      <span>{t.verdicts[kind]("status" in found.verdict ? found.verdict.status : 0)}</span>
    </span>
  );
}
