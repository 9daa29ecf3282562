"use client";

import { entryHref } from "@/components/chatbot/desk/entry-href";
import { useBookDeed } from "@/components/chatbot/use-book-deed";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { reopenMissesAction } from "@/lib/chatbot/misses/actions";
import type { DecidedMiss } from "@/lib/chatbot/misses/loaders";
import { clock, shortDate } from "@/lib/core/time";
import { missLabels as t, targetName } from "./labels";

/** What was decided about a question, by whom, and the way back. */
export function DecidedCard({ row, mayWrite }: { row: DecidedMiss; mayWrite: boolean }) {
  const toast = useToast();
  const deed = useBookDeed();
  const reopen = async () => {
    if (await deed.run(() => reopenMissesAction({ folded: [row.folded] }))) toast(t.reopened, "success");
  };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-5">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-bold leading-6 break-words">{row.sample}</p>
        <p className="text-sm leading-6">
          {row.reason}
          {row.entryKey !== null && <Became entry={row.entry} />}
        </p>
        <p className="flex flex-wrap gap-x-4 text-sm leading-5 text-muted tabular">
          {row.at && <span>{t.decidedBy(row.by, `${shortDate(row.at)} ${clock(row.at)}`)}</span>}
          {row.unanswered > 0 && <span>{t.unanswered(row.unanswered)}</span>}
          {row.unhelpful > 0 && <span>{t.unhelpful(row.unhelpful)}</span>}
        </p>
        {deed.problem && (
          <Notice tone="danger" live="alert" className="mt-2">
            {deed.problem}
          </Notice>
        )}
      </div>
      {mayWrite && (
        <Button
          size="sm"
          icon="undo"
          pending={deed.pending}
          aria-label={t.reopenOf(row.sample)}
          onPress={() => void reopen()}
        >
          {t.reopen}
        </Button>
      )}
    </li>
  );
}

function Became({ entry }: { entry: DecidedMiss["entry"] }) {
  if (!entry) return t.becameGone;
  if (entry.kind === "garbage") return t.becameOf(targetName(entry));
  return <TextLink href={entryHref(entry.key)}>{t.becameOf(targetName(entry))}</TextLink>;
}
