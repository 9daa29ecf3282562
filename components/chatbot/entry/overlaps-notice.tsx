"use client";

import { useEffect, useState } from "react";
import { entryHref } from "@/components/chatbot/desk/entry-href";
import { KIND_LABELS } from "@/components/chatbot/labels";
import { TextLink } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { checkOverlapsAction } from "@/lib/chatbot/desk/actions";
import type { Overlap } from "@/lib/chatbot/desk/overlap";
import type { TypedEntry } from "@/lib/chatbot/entries/form";
import { entryLabels as t } from "./labels";

const PAUSE_MS = 500;

type Props = { entryKey: string | null; typed: TypedEntry; initial: readonly Overlap[] };

/** Asks, half a second after the last key, which other entries these words meet. */
export function OverlapsNotice({ entryKey, typed, initial }: Props) {
  const [found, setFound] = useState(initial);
  const { kind, title, reading, synonyms } = typed;
  useEffect(() => {
    let over = false;
    const timer = setTimeout(async () => {
      const asked = { key: entryKey, kind, title, reading, synonyms };
      const answer = await checkOverlapsAction(asked).catch(() => null);
      if (!over && answer?.ok) setFound(answer.value);
    }, PAUSE_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [entryKey, kind, title, reading, synonyms]);
  const isOwn = (end: Overlap["entry"]) => end.kind === kind && end.key === (entryKey ?? "");
  const hidden = found.filter((one) => isOwn(one.entry));
  const taken = found.filter((one) => !isOwn(one.entry));
  return (
    <div role="status" className="flex flex-col gap-3 empty:hidden">
      {hidden.length > 0 && (
        <Notice tone="warning" title={t.overlapHides}>
          <List overlaps={hidden} words={t.overlapBy} end={(one) => one.by} />
        </Notice>
      )}
      {taken.length > 0 && (
        <Notice tone="warning" title={t.overlapTakes}>
          <List overlaps={taken} words={t.overlapOf} end={(one) => one.entry} />
        </Notice>
      )}
    </div>
  );
}

function List(props: {
  overlaps: readonly Overlap[];
  words: (text: string) => string;
  end: (one: Overlap) => Overlap["entry"];
}) {
  return (
    <>
      <ul className="mt-1 flex flex-col gap-1">
        {props.overlaps.map((one) => {
          const end = props.end(one);
          return (
            <li key={`${one.words} ${end.kind} ${end.key}`}>
              {props.words(one.words)}{" "}
              {end.kind === "garbage" ? (
                <span className="font-bold">{end.title}</span>
              ) : (
                <TextLink href={entryHref(end.key)} target="_blank">
                  {end.title}
                </TextLink>
              )}
              （{KIND_LABELS[end.kind]}）
            </li>
          );
        })}
      </ul>
      <p className="mt-1 text-sm leading-6">{t.overlapHelp}</p>
    </>
  );
}
