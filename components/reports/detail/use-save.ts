"use client";

import { useRef, useState } from "react";
import { useToast } from "@/components/ui/toast";
import { useRefresh } from "@/components/ui/use-refresh";
import { statusFormLabels } from "./labels";
import { newRequestKey } from "./request-key";
import { useKept } from "./use-kept";

type Answer<T> =
  | { ok: true; value: T }
  | { ok: false; reason: string; message: string; fields?: Record<string, string[]> };
export type Refusal = {
  reason: string;
  message: string;
  fields: Record<string, string[]>;
  /** The revision that was refused. */
  revision: number;
};

const revisionOf = (value: unknown): number =>
  typeof value === "object" && value !== null && "revision" in value && typeof value.revision === "number"
    ? value.revision
    : 0;

/**
 * What a form has asked for without a word of success yet. `seen` is the revision its person began from, 0 before they
 * have; `key` is the request key under which exactly `content` was sent.
 */
const NOTHING = { seen: 0, key: "", content: "" };

/**
 * Saving one form. The request key stays the same until its content was saved, so that a second press, or a retry after
 * a lost answer, counts once; other content is another request. `begin` notes the revision the person saw on their first
 * change. Both are kept with the form's words (`draft`, useKept), else they would be lost on a reload and the words not.
 */
export function useSave(shown: number, draft: string | null = null) {
  const refresh = useRefresh();
  const toast = useToast();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { form: asked, change, clear } = useKept(draft && `${draft}:request`, NOTHING);
  // What this form itself brought about: the page shows it a moment later, and until then it is no conflict.
  const [own, setOwn] = useState(0);
  const revision = Math.max(shown, own);
  // A second press can come before React has drawn the first as pending.
  const busy = useRef(false);

  const save = async <C extends object, T>(
    content: C,
    action: (given: C & { requestKey: string; revision: number }) => Promise<Answer<T>>,
    done: { say: string; onDone?: (value: T) => void },
  ) => {
    if (busy.current) return;
    busy.current = true;
    setPending(true);
    const sent = JSON.stringify(content);
    const requestKey = asked.content === sent ? asked.key : newRequestKey();
    change({ key: requestKey, content: sent });
    const given = { ...content, requestKey, revision: asked.seen || revision };
    const answer = await action(given).catch(() => null);
    busy.current = false;
    setPending(false);
    if (!answer?.ok) {
      setRefusal({
        reason: answer?.reason ?? "offline",
        message: answer?.message ?? statusFormLabels.offline,
        fields: answer?.fields ?? {},
        revision: given.revision,
      });
      if (answer?.reason === "conflict") refresh();
      return;
    }
    clear(NOTHING);
    setOwn(revisionOf(answer.value));
    setRefusal(null);
    toast(done.say, "success");
    done.onDone?.(answer.value);
    refresh();
  };

  return {
    pending,
    refusal,
    save,
    /** The person has begun to fill the form in: from now on a change by somebody else is a conflict. */
    begin: () => {
      if (asked.seen === 0) change({ seen: revision });
    },
    /** After a conflict: the page does not show the newest state yet. */
    behind: refusal?.reason === "conflict" && refusal.revision === revision,
    /** They see the newest state and go on, or begin anew, from there. */
    beginFromLatest: () => {
      change({ seen: revision });
      setRefusal(null);
    },
  };
}
export type Save = ReturnType<typeof useSave>;
