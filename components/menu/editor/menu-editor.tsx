"use client";

import { useRef, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/dialog";
import { focusFirstWrong } from "@/components/ui/first-wrong";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import type { MenuMode } from "@/db/enums";
import type { MenuContent, MenuTile } from "@/lib/menus/plan";
import type { SeenDraft, Targets, VersionRow } from "@/lib/menus/view";
import { MODE_LABELS } from "../labels";
import { editorLabels as t } from "./labels";
import { MenuPreview } from "./menu-preview";
import { TabBar } from "./tab-bar";
import { TabFields } from "./tab-fields";
import { useMenuDraft } from "./use-menu-draft";
import { VersionsPanel } from "./versions-panel";

type Props = {
  mode: MenuMode;
  content: MenuContent;
  draft: SeenDraft | null;
  targets: Targets;
  /** From 1, as the address says it. */
  firstTab: number;
  versions: readonly VersionRow[];
  now: Date;
};
type Asking = "publish" | "discard" | null;

/** The menus of one mode: the picture beside what it is made from. */
export function MenuEditor({ mode, content: initial, targets, firstTab, versions, now, ...rest }: Props) {
  const draft = useMenuDraft(mode, initial, rest.draft);
  const { content, change, problems, pending } = draft;
  const [chosen, setChosen] = useState(Number.isInteger(firstTab) ? firstTab - 1 : 0);
  const [aside, setAside] = useState<Record<number, MenuTile[]>>({});
  const [asking, setAsking] = useState<Asking>(null);
  const index = Math.max(0, Math.min(chosen, content.tabs.length - 1));
  const open = (next: number) => {
    setChosen(next);
    history.replaceState(null, "", `?tab=${next + 1}`);
  };
  const close = () => setAsking(null);
  const fields = useRef<HTMLDivElement>(null);
  /** What has to be put right first, on whichever tab it is. */
  const showFirstWrong = () => {
    const [first = ""] = problems.keys();
    const tab = /^tabs\.(\d)\./.exec(first)?.[1];
    if (tab !== undefined && Number(tab) !== index) open(Number(tab));
    focusFirstWrong(fields.current);
  };
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <div className="flex flex-col gap-4 lg:sticky lg:top-6">
        <MenuPreview mode={mode} content={content} index={index} />
        {draft.refusal && (
          <Notice tone="danger" live="alert">
            {draft.refusal}
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-3" role="status">
          {problems.size > 0 && (
            <Badge tone="danger" icon="circle-alert">
              {t.problems(problems.size)}
            </Badge>
          )}
          <Badge tone={draft.dirty ? "warning" : draft.stored !== null ? "info" : "neutral"}>
            {draft.dirty ? t.unsaved : draft.stored !== null ? t.draft : t.same}
          </Badge>
        </div>
        {problems.get("tabs.0.tiles") && (
          <Notice tone="danger" live="status">
            {problems.get("tabs.0.tiles")}
          </Notice>
        )}
        <div className="flex flex-wrap gap-3">
          <Button
            variant="primary"
            icon="send"
            disabled={problems.size > 0 || (!draft.dirty && draft.stored === null)}
            onPress={() => setAsking("publish")}
          >
            {t.publish}
          </Button>
          <Button
            pending={pending && asking === null}
            disabled={!draft.dirty}
            onPress={() => draft.save(showFirstWrong)}
          >
            {t.save}
          </Button>
          {(draft.dirty || draft.stored !== null) && (
            <Button variant="quiet" icon="trash-2" onPress={() => setAsking("discard")}>
              {t.discard}
            </Button>
          )}
        </div>
      </div>
      <Panel title={t.tabs}>
        <div ref={fields} className="flex flex-col gap-6">
          <TextField
            label={t.chatBarText}
            description={t.chatBarHint}
            value={content.chatBarText}
            onChange={(chatBarText) => change({ ...content, chatBarText })}
            error={problems.get("chatBarText")}
            autoComplete="off"
          />
          <TabBar content={content} index={index} onOpen={open} onChange={change} />
          <TabFields
            key={index}
            content={content}
            index={index}
            problems={problems}
            targets={targets}
            aside={aside[index] ?? []}
            onChange={(next, left) => {
              change(next);
              if (left) setAside({ ...aside, [index]: left });
            }}
          />
        </div>
      </Panel>
      <div className="lg:col-span-2">
        <VersionsPanel
          versions={versions}
          now={now}
          lost={draft.dirty ? "unsaved" : draft.stored !== null ? "draft" : "nothing"}
          pending={pending}
          onRestore={draft.restore}
        />
      </div>
      <ConfirmDialog
        open={asking === "publish"}
        onOpenChange={close}
        title={t.publishTitle(MODE_LABELS[mode])}
        confirm={t.publishConfirm(MODE_LABELS[mode])}
        pending={pending}
        onConfirm={() => draft.publish(close)}
      >
        {t.publishText[mode]}
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === "discard"}
        onOpenChange={close}
        title={t.discardTitle}
        confirm={t.discard}
        danger
        pending={pending}
        onConfirm={() => draft.discard(close)}
      >
        {t.discardText}
      </ConfirmDialog>
    </div>
  );
}
