"use client";

import { useState } from "react";
import { entryHref } from "@/components/chatbot/desk/entry-href";
import { useBookDeed } from "@/components/chatbot/use-book-deed";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { teachWordsAction } from "@/lib/chatbot/misses/actions";
import type { LoadedMissGroup } from "@/lib/chatbot/misses/loaders";
import type { Target } from "@/lib/chatbot/misses/suggest";
import { clock, shortDate } from "@/lib/core/time";
import { trialHref } from "@/lib/trial/search";
import { missLabels as t, targetName } from "./labels";
import { LeaveDialog } from "./leave-dialog";
import { TeachDialog } from "./teach-dialog";

const when = (at: Date) => `${shortDate(at)} ${clock(at)}`;

/** Questions that are alike, how often they were asked in vain, and the ways to be done with them. */
export function MissCard({ group, mayWrite }: { group: LoadedMissGroup; mayWrite: boolean }) {
  const { first, misses, suggestion } = group;
  const others = misses.filter((miss) => miss !== first);
  return (
    <li className="flex flex-col gap-2 px-4 py-4 sm:px-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="min-w-0 font-bold leading-6 break-words">{first.sample}</h2>
        {group.unanswered > 0 && (
          <Badge size="sm" tone="warning" icon="circle-question">
            {t.unanswered(group.unanswered)}
          </Badge>
        )}
        {group.unhelpful > 0 && (
          <Badge size="sm" tone="danger" icon="circle-x">
            {t.unhelpful(group.unhelpful)}
          </Badge>
        )}
        {group.isBack && (
          <Badge size="sm" tone="info" icon="rotate-ccw">
            {t.back}
          </Badge>
        )}
      </div>
      <p className="flex flex-wrap gap-x-4 text-sm leading-5 text-muted tabular">
        <span>{t.lastAt(when(group.lastAt))}</span>
        <span>{t.firstAt(when(group.firstAt))}</span>
      </p>
      {others.length > 0 && (
        <Disclosure title={<span className="text-sm">{t.alike(others.length)}</span>}>
          <ul className="flex flex-col gap-1 text-sm leading-6">
            {others.map((miss) => (
              <li key={miss.folded} className="flex flex-wrap gap-x-3">
                <span className="min-w-0 break-words">{miss.sample}</span>
                <span className="text-muted tabular">
                  {miss.unanswered > 0 && t.unanswered(miss.unanswered)}{" "}
                  {miss.unhelpful > 0 && t.unhelpful(miss.unhelpful)}
                </span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {suggestion.answered && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm leading-6">
          {t.answered(targetName(suggestion.answered))}
          {suggestion.answered.kind !== "garbage" && (
            <LinkButton size="sm" href={entryHref(suggestion.answered.key)}>
              {t.improve}
            </LinkButton>
          )}
        </p>
      )}
      {mayWrite && <Ways group={group} />}
    </li>
  );
}

function Ways({ group }: { group: LoadedMissGroup }) {
  const { first, misses, suggestion, words } = group;
  const toast = useToast();
  const deed = useBookDeed();
  const [open, setOpen] = useState<"teach" | "leave" | null>(null);
  const folded = misses.map((miss) => miss.folded);
  const [near] = suggestion.targets;
  const teach = async (target: Target, taught: readonly string[]): Promise<boolean> => {
    const book = target.kind === "garbage" ? "garbage" : "faq";
    let added = 0;
    const done = await deed.run(async () => {
      const answer = await teachWordsAction({
        folded,
        target: { book, key: target.key },
        words: [...taught],
      });
      if (answer.ok) added = answer.value.words.length;
      return answer;
    });
    if (done) toast(t.taught(targetName(target), added), "success");
    return done;
  };
  const query = new URLSearchParams(folded.map((one) => ["miss", one]));
  return (
    <>
      {!near && <p className="text-sm leading-6 text-muted">{t.nothingNear}</p>}
      <div className="flex flex-wrap items-center gap-2">
        {near && words.length > 0 && (
          <Button
            size="sm"
            variant="primary"
            icon="plus"
            pending={deed.pending}
            className="max-w-full whitespace-normal"
            onPress={() => void teach(near, words)}
          >
            {t.teach(near.title)}
          </Button>
        )}
        <Button size="sm" icon="search" aria-label={t.otherOf(first.sample)} onPress={() => setOpen("teach")}>
          {t.other}
        </Button>
        <LinkButton
          size="sm"
          icon="pencil"
          prefetch={false}
          aria-label={t.createOf(first.sample)}
          href={`/bot/entries/new?${query}`}
        >
          {t.create}
        </LinkButton>
        <Button
          size="sm"
          variant="quiet"
          icon="circle-slash"
          aria-label={t.leaveOf(first.sample)}
          onPress={() => setOpen("leave")}
        >
          {t.leave}
        </Button>
        <LinkButton
          size="sm"
          variant="quiet"
          icon="message-circle"
          prefetch={false}
          aria-label={t.tryOf(first.sample)}
          href={trialHref({ text: first.sample, which: "draft", language: "ja" })}
        >
          {t.tryIt}
        </LinkButton>
      </div>
      {deed.problem && open === null && (
        <Notice tone="danger" live="alert">
          {deed.problem}
        </Notice>
      )}
      {open === "teach" && (
        <TeachDialog
          samples={misses.map((miss) => miss.sample)}
          targets={suggestion.targets}
          pending={deed.pending}
          problem={deed.problem}
          onTeach={teach}
          onClose={() => setOpen(null)}
        />
      )}
      {open === "leave" && (
        <LeaveDialog sample={first.sample} folded={folded} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
