"use client";

import { useEffect, useRef, useState } from "react";
import { KIND_LABELS } from "@/components/chatbot/labels";
import { useAnnounce } from "@/components/ui/announcer";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { focusFirstWrong } from "@/components/ui/first-wrong";
import { Notice } from "@/components/ui/notice";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { SearchField } from "@/components/ui/search-field";
import { TagField } from "@/components/ui/tag-field";
import { ENTRY_LIMITS } from "@/lib/chatbot/entries/form";
import { searchTargetsAction } from "@/lib/chatbot/misses/actions";
import type { Target } from "@/lib/chatbot/misses/suggest";
import { isMasked } from "@/lib/chatbot/misses/words";
import { missLabels as t } from "./labels";

const PAUSE_MS = 300;

type Props = {
  samples: readonly string[];
  /** The nearest ones, best first: the first is chosen already. */
  targets: readonly Target[];
  pending: boolean;
  problem: string | null;
  onTeach: (target: Target, words: readonly string[]) => Promise<boolean>;
  onClose: () => void;
};

const idOf = ({ kind, key }: Target): string => `${kind} ${key}`;

/** Which words, and to which entry. Words can be put right before they are taught. */
export function TeachDialog({ samples, targets, pending, problem, onTeach, onClose }: Props) {
  const [words, setWords] = useState(
    [...new Set(samples)].filter((one) => one.length <= ENTRY_LIMITS.synonym),
  );
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState<readonly Target[]>(targets);
  const [chosen, setChosen] = useState<Target | null>(targets[0] ?? null);
  const [asked, setAsked] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const announce = useAnnounce();
  useEffect(() => {
    const text = typed.trim();
    let over = false;
    const timer = setTimeout(async () => {
      if (text === "") return setFound(targets);
      const answer = await searchTargetsAction({ text }).catch(() => null);
      if (over || !answer?.ok) return;
      setFound(answer.value);
      announce(answer.value.length > 0 ? t.found(answer.value.length) : t.noTarget);
    }, PAUSE_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [typed, targets, announce]);
  // What was chosen stays in sight while one goes on searching.
  const listed = chosen && !found.some((one) => idOf(one) === idOf(chosen)) ? [chosen, ...found] : found;
  const wrongWords = words.length === 0 ? t.noWords : words.some(isMasked) ? t.masked : undefined;
  const press = async () => {
    setAsked(true);
    if (!chosen || wrongWords) {
      announce(wrongWords ?? t.chooseTarget);
      // Nothing was found that could be chosen: another word has to be searched for.
      if (!wrongWords && listed.length === 0)
        body.current?.querySelector<HTMLElement>('input[type="search"]')?.focus();
      return focusFirstWrong(body.current);
    }
    if (await onTeach(chosen, words)) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t.dialogTitle}
      footer={
        <>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button variant="primary" icon="plus" pending={pending} onPress={() => void press()}>
            {chosen ? t.teach(chosen.title) : t.confirmTeach}
          </Button>
        </>
      }
    >
      <div ref={body} className="flex flex-col gap-5">
        <TagField
          label={t.words}
          description={t.wordsHelp}
          values={words}
          max={ENTRY_LIMITS.synonym}
          error={asked || words.some(isMasked) ? wrongWords : undefined}
          onChange={setWords}
        />
        <div className="flex flex-col gap-2">
          <SearchField label={t.find} placeholder={t.find} value={typed} onChange={setTyped} />
          <p className="text-sm leading-5 text-muted">{t.findHelp}</p>
        </div>
        <RadioGroup
          label={t.target}
          value={chosen ? idOf(chosen) : null}
          error={asked && !chosen ? t.chooseTarget : undefined}
          onChange={(id) => setChosen(listed.find((one) => idOf(one) === id) ?? null)}
        >
          {listed.length === 0 && <p className="text-sm leading-6 text-muted">{t.noTarget}</p>}
          {listed.map((target) => (
            <Radio key={idOf(target)} value={idOf(target)} description={KIND_LABELS[target.kind]}>
              {target.title}
            </Radio>
          ))}
        </RadioGroup>
        {problem && (
          <Notice tone="danger" live="alert">
            {problem}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
