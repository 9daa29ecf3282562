"use client";

import { useRef, useState } from "react";
import { isComplete } from "@/components/segments/edit-rule";
import { RuleEditor } from "@/components/segments/rule-editor";
import { useCount } from "@/components/segments/use-count";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useRefresh } from "@/components/ui/use-refresh";
import type { Spoken } from "@/db/enums";
import { submitBroadcastAction } from "@/lib/broadcasts/actions";
import { checkContent } from "@/lib/broadcasts/check";
import { linksIn } from "@/lib/broadcasts/links/found";
import type { LoadedBroadcast } from "@/lib/broadcasts/loaders";
import { forecastAgain } from "@/lib/broadcasts/quota";
import { showCount } from "@/lib/segments/figures";
import { TestDialog } from "../desk/test-dialog";
import { QuotaLine } from "../desk/warnings";
import { deskLabels, composerLabels as t, WORDING_SHORT } from "../labels";
import { LinksPanel } from "../links-panel";
import { PhonePreview } from "../phone-preview";
import { ComposerBar } from "./composer-bar";
import { ConflictDialog } from "./conflict-dialog";
import { EmergencyButton } from "./emergency-button";
import { LintNotice } from "./lint-notice";
import { Presence } from "./presence";
import { ScheduleEditor } from "./schedule-editor";
import { useDraft } from "./use-draft";
import { Wordings } from "./wordings";

const focusFirstProblem = (within: HTMLElement | null) =>
  within?.querySelector<HTMLElement>('[aria-invalid="true"], [data-incomplete] button')?.focus();

/** Writes a draft: who, what and when, with what it looks like beside it and the next step always in sight. */
export function Composer({ loaded }: { loaded: LoadedBroadcast }) {
  const { row, may, now, choices, today } = loaded;
  const leftOut = loaded.corrected?.leftOut ?? [];
  const refresh = useRefresh();
  const toast = useToast();
  const { title, content, rule, schedule } = row;
  const draft = useDraft(row.id, { title, content, rule, schedule }, row.revision);
  const { form, change } = draft;
  const [places, setPlaces] = useState(loaded.places);
  const [spoken, setSpoken] = useState<Spoken>("ja");
  const [asked, setAsked] = useState(false);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [testing, setTesting] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  const isHydrated = useHydrated();
  const chosen = isComplete(form.rule);
  const count = useCount(chosen ? form.rule : null, row.kind);
  const problems = checkContent({ kind: row.kind, content: form.content }, places);
  const wrong = problems.length + (form.title.trim() === "" ? 1 : 0) + (chosen ? 0 : 1);

  /** Shows what is wrong, beginning with the first. */
  const isReady = () => {
    setAsked(true);
    // What was typed and cannot be read (a date, a time) is said at the field and not kept: not to be left behind either.
    const isUnread = fields.current?.querySelector('[aria-invalid="true"]') != null;
    if (wrong === 0 && !isUnread) return true;
    const [first] = problems;
    if (first && form.title.trim() !== "" && chosen) setSpoken(first.spoken);
    requestAnimationFrame(() => focusFirstProblem(fields.current));
    return false;
  };

  const submit = async () => {
    setRefusal(null);
    if (!isReady()) return;
    setPending(true);
    const saved = await draft.flush();
    const answer = saved
      ? await submitBroadcastAction({ id: row.id, revision: draft.revision.current }).catch(() => null)
      : null;
    setPending(false);
    if (!saved) return;
    if (!answer?.ok) return setRefusal(answer?.message ?? deskLabels.offline);
    toast(t.submitted, "success");
    refresh();
  };

  const counted = count.figures && !count.stale && !count.problem ? showCount(count.figures.total) : null;
  const people = !chosen ? null : (counted ?? (count.problem ? null : t.counting));
  const forecast = forecastAgain(loaded.forecast, count.figures?.total ?? 0);
  return (
    <div inert={!isHydrated} className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <div ref={fields} className="flex min-w-0 flex-col gap-6">
        <Panel title={t.title} className="*:last:pb-5">
          <TextField
            label={t.title}
            labelHidden
            description={t.titleHelp}
            required
            value={form.title}
            maxLength={100}
            error={asked && form.title.trim() === "" ? t.noTitle : undefined}
            onChange={(next) => change({ title: next })}
          />
        </Panel>
        <Panel title={t.who}>
          {row.correctsId ? (
            <div className="flex flex-col gap-2">
              <p>{t.correctedOnly}</p>
              <p className="text-2xl font-bold tabular">{people ?? t.countWrong}</p>
            </div>
          ) : (
            <RuleEditor
              rule={form.rule}
              onChange={(next) => change({ rule: next })}
              count={count}
              choices={choices}
              today={today}
            />
          )}
          <div className="mt-3">
            <QuotaLine forecast={forecast} />
          </div>
        </Panel>
        <Panel title={t.what} actions={<Presence id={row.id} />}>
          {leftOut.length > 0 && (
            <div className="mb-4">
              <Notice tone="warning">
                {t.correctionShort(leftOut.map((each) => WORDING_SHORT[each]).join("・"))}
              </Notice>
            </div>
          )}
          <Wordings
            kind={row.kind}
            content={form.content}
            problems={problems}
            asked={asked}
            places={places}
            onPlace={(id, place) => setPlaces((before) => ({ ...before, [id]: place }))}
            selected={spoken}
            onSelect={setSpoken}
            onChange={(next) => change({ content: next })}
          />
        </Panel>
        <Panel title={t.when}>
          <ScheduleEditor
            kind={row.kind}
            schedule={form.schedule}
            now={now}
            onChange={(next) => change({ schedule: next })}
          />
        </Panel>
      </div>
      <div className="flex flex-col gap-4 xl:sticky xl:top-4 xl:-mx-2 xl:max-h-[calc(100dvh-7rem)] xl:overflow-y-auto xl:px-2 xl:pb-2">
        <PhonePreview
          kind={row.kind}
          content={form.content}
          spoken={spoken}
          places={places}
          accountName={loaded.accountName}
        />
        <LinksPanel id={row.id} links={linksIn(form.content)} prepare={draft.flush} />
        <LintNotice kind={row.kind} content={form.content} />
      </div>
      <ComposerBar
        save={draft.save}
        onRetry={() => void draft.flush()}
        wrong={asked ? wrong : 0}
        refusal={refusal}
      >
        {may.test && (
          <Button
            icon="smartphone"
            onPress={async () => {
              if (await draft.flush()) setTesting(true);
            }}
          >
            <span className="max-sm:sr-only">{deskLabels.test}</span>
          </Button>
        )}
        {may.emergency && (
          <EmergencyButton
            loaded={loaded}
            rule={form.rule}
            count={count.figures?.total ?? null}
            prepare={async () => isReady() && (await draft.flush())}
            revision={draft.revision}
          />
        )}
        {may.submit && (
          <Button
            variant="primary"
            icon="send"
            pending={pending}
            className="max-sm:flex-1"
            onPress={() => void submit()}
          >
            <span>
              {t.submit}
              {people && <span className="ml-2 font-normal tabular">({people})</span>}
            </span>
          </Button>
        )}
      </ComposerBar>
      {draft.conflict && <ConflictDialog conflict={draft.conflict} onSettle={draft.settle} />}
      {testing && <TestDialog loaded={loaded} onClose={() => setTesting(false)} />}
    </div>
  );
}
