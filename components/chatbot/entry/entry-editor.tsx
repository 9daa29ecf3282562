"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { entryHref } from "@/components/chatbot/desk/entry-href";
import { TrialField } from "@/components/chatbot/trial/trial-field";
import { tilesFrom } from "@/components/map/map-data";
import { Button } from "@/components/ui/button";
import { focusFirstWrong } from "@/components/ui/first-wrong";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useRefresh } from "@/components/ui/use-refresh";
import { SPOKEN, type Spoken } from "@/db/enums";
import type { LoadedBotEntry } from "@/lib/chatbot/desk/loaders";
import { AnswerPanel } from "./answer-panel";
import { AnswerPreview } from "./answer-preview";
import { ConflictDialog } from "./conflict-dialog";
import { EntryActs } from "./entry-acts";
import { EntryBar } from "./entry-bar";
import { FactsPanel } from "./facts-panel";
import { entryLabels as t } from "./labels";
import { OverlapsNotice } from "./overlaps-notice";
import { useEntry } from "./use-entry";
import { WordsPanel } from "./words-panel";

/** In which language something is wrong, so that its tab can be shown. */
const spokenOf = (field: string): Spoken | undefined =>
  SPOKEN.find((spoken) => field.startsWith("answer.") && field.endsWith(`.${spoken}`));

/** Writes one entry: its words, its answer, whose it is; what residents get stands beside it. */
export function EntryEditor({ loaded }: { loaded: LoadedBotEntry }) {
  const { choices, mayWrite, today, sketch, tileUrl } = loaded;
  const router = useRouter();
  const refresh = useRefresh();
  const toast = useToast();
  const isHydrated = useHydrated();
  const entry = useEntry(loaded);
  const { typed, change, errorOf, known } = entry;
  const [spoken, setSpoken] = useState<Spoken>("ja");
  const [places, setPlaces] = useState(loaded.places);
  const fields = useRef<HTMLDivElement>(null);

  const done = (saved: Awaited<ReturnType<typeof entry.save>>) => {
    if (!saved) return;
    toast(saved.settled > 0 ? `${t.saved}${t.missesSettled(saved.settled)}` : t.saved, "success");
    if (loaded.key === null) router.replace(entryHref(saved.key));
    refresh();
  };
  const save = async () => {
    const wrongIn = entry.firstWrong && spokenOf(entry.firstWrong);
    if (wrongIn) setSpoken(wrongIn);
    const isUnread = fields.current?.querySelector("[data-unread]") != null;
    if (isUnread) toast(t.unread, "danger");
    const saved = isUnread ? null : await entry.save();
    if (saved) done(saved);
    else focusFirstWrong(fields.current);
  };
  return (
    <div
      inert={!isHydrated || !mayWrite}
      className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]"
    >
      <div ref={fields} className="flex min-w-0 flex-col gap-6">
        {entry.isRestored && (
          <Notice
            live="status"
            action={
              <Button size="sm" onPress={entry.forget}>
                {t.forget}
              </Button>
            }
          >
            {t.restored}
          </Notice>
        )}
        {loaded.misses.length > 0 && (
          <Notice>
            {t.fromMisses(loaded.misses.length)}
            {loaded.isMasked && ` ${t.fromMissesMasked}`}
          </Notice>
        )}
        <WordsPanel
          {...{ typed, errorOf }}
          onChange={change}
          overlaps={<OverlapsNotice entryKey={known.key} typed={typed} initial={loaded.overlaps} />}
        />
        <AnswerPanel
          {...{ typed, errorOf, spoken, places }}
          onChange={change}
          onSpoken={setSpoken}
          starts={choices.starts}
          onPlace={(id, place) => setPlaces((before) => ({ ...before, [id]: place }))}
          map={{ sketch, tiles: tilesFrom(tileUrl) }}
        />
        <FactsPanel
          {...{ typed, errorOf, today }}
          onChange={change}
          topics={choices.topics}
          sections={choices.sections}
          wholeCity={choices.wholeCity}
        />
      </div>
      <div className="flex flex-col gap-4 xl:sticky xl:top-4 xl:-mx-2 xl:max-h-[calc(100dvh-7rem)] xl:overflow-y-auto xl:px-2 xl:pb-2">
        <AnswerPreview {...{ typed, spoken, places }} accountName={loaded.accountName} />
        <TrialField entryKey={known.key} typed={typed} spoken={spoken} />
      </div>
      {mayWrite && (
        <EntryBar
          isNew={known.key === null}
          isDirty={entry.isDirty}
          wrong={entry.wrong}
          refusal={entry.refusal}
        >
          {known.key !== null && known.seen !== null && (
            <EntryActs entryKey={known.key} seen={known.seen} title={typed.title} change={loaded.change} />
          )}
          <Button variant="primary" icon="save" pending={entry.pending} onPress={() => void save()}>
            {t.save}
          </Button>
        </EntryBar>
      )}
      {entry.conflict && (
        <ConflictDialog conflict={entry.conflict} onSettle={(which) => void entry.settle(which).then(done)} />
      )}
    </div>
  );
}
