"use client";

import { useRouter } from "next/navigation";
import { useEffect, useMemo, useState, useTransition } from "react";
import { uiLabels } from "@/components/ui/labels";
import { useToast } from "@/components/ui/toast";
import { useRefresh } from "@/components/ui/use-refresh";
import type { MenuMode } from "@/db/enums";
import {
  discardMenuDraftAction,
  publishMenuAction,
  restoreMenuVersionAction,
  saveMenuDraftAction,
} from "@/lib/menus/actions";
import { problemsOf } from "@/lib/menus/check";
import { type MenuContent, menuContent } from "@/lib/menus/plan";
import type { SeenDraft } from "@/lib/menus/view";
import { editorLabels as t } from "./labels";

/** What is wrong, by its field; computed anew with every key. */
function findProblems(mode: MenuMode, content: MenuContent): Map<string, string> {
  const found = new Map<string, string>();
  const parsed = menuContent.safeParse(content);
  for (const issue of parsed.error?.issues ?? []) {
    const at = issue.path.join(".");
    if (!found.has(at)) found.set(at, issue.message);
  }
  for (const { at, message } of problemsOf(mode, content)) if (!found.has(at)) found.set(at, message);
  return found;
}

/** The menus of a mode as they are being edited: nothing that was typed is lost until it is saved or thrown away. */
export function useMenuDraft(mode: MenuMode, initial: MenuContent, initialDraft: SeenDraft | null) {
  const [content, setContent] = useState(initial);
  const [stored, setStored] = useState(initialDraft);
  const [dirty, setDirty] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const toast = useToast();
  const router = useRouter();
  const refresh = useRefresh();
  const problems = useMemo(() => findProblems(mode, content), [mode, content]);

  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [dirty]);

  const change = (next: MenuContent) => {
    setContent(next);
    setDirty(true);
  };
  /** Answers the draft that is stored now; null: it was refused, and the screen says why. */
  const store = async (): Promise<SeenDraft | null> => {
    if (!dirty && stored !== null) return stored;
    const answer = await saveMenuDraftAction({ mode, draft: stored, content }).catch(() => null);
    if (!answer?.ok) {
      setRefusal(answer?.message ?? uiLabels.notSent);
      return null;
    }
    setRefusal(null);
    setStored(answer.value);
    setDirty(false);
    return answer.value;
  };
  const save = (refused: () => void) =>
    start(async () => {
      if ((await store()) !== null) toast(t.saved, "success");
      else refused();
    });
  const publish = (done: () => void) =>
    start(async () => {
      const kept = await store();
      if (kept !== null) {
        const answer = await publishMenuAction({ mode, draft: kept }).catch(() => null);
        if (answer?.ok) {
          toast(t.published, "success");
          router.push("/menu");
        } else setRefusal(answer?.message ?? uiLabels.notSent);
      }
      done();
    });
  const discard = (done: () => void) =>
    start(async () => {
      if (stored !== null) {
        const answer = await discardMenuDraftAction({ mode, draft: stored }).catch(() => null);
        if (!answer?.ok) setRefusal(answer?.message ?? uiLabels.notSent);
        else toast(t.discarded, "success");
      } else {
        setContent(initial);
        setDirty(false);
      }
      done();
      refresh();
    });
  /** A version in the place of all this. */
  const restore = (id: number, done: () => void) =>
    start(async () => {
      const answer = await restoreMenuVersionAction({ id, draft: stored }).catch(() => null);
      if (answer?.ok) {
        setRefusal(null);
        setDirty(false);
        toast(t.restored, "success");
        refresh();
      } else toast(answer?.message ?? uiLabels.notSent, "danger"); // the versions stand far below the notice
      done();
    });
  return { content, change, problems, stored, dirty, refusal, pending, save, publish, discard, restore };
}
