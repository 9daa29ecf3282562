"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useBookDeed } from "@/components/chatbot/use-book-deed";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { removeEntryAction, revertEntryAction } from "@/lib/chatbot/entries/actions";
import { entryLabels as t } from "./labels";

type Props = { entryKey: string; seen: string; title: string; change: "added" | "changed" | null };

/** Take the entry out of the draft, or take back what the draft changed about it. Both lead back to the list. */
export function EntryActs({ entryKey, seen, title, change }: Props) {
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState<"remove" | "revert" | null>(null);
  const deed = useBookDeed();
  // What was never public has nothing to go back to: it goes from the draft, and that is what is said.
  const isAdded = change === "added";
  const run = async (which: "remove" | "revert") => {
    const send = () =>
      which === "remove" ? removeEntryAction({ key: entryKey, seen }) : revertEntryAction({ key: entryKey });
    if (!(await deed.run(send))) return;
    const reverted = isAdded ? t.revertedAdded : t.reverted;
    toast(which === "remove" ? t.removed(title) : reverted(title), "success");
    router.push("/bot");
  };
  const removes = open === "remove" || isAdded;
  return (
    <>
      {change === "changed" && (
        <Button variant="quiet" icon="undo" onPress={() => setOpen("revert")}>
          {t.revert}
        </Button>
      )}
      <Button variant="quiet" icon="trash-2" onPress={() => setOpen(isAdded ? "revert" : "remove")}>
        {t.remove}
      </Button>
      {open && (
        <ConfirmDialog
          open
          danger={removes}
          onOpenChange={() => setOpen(null)}
          title={removes ? t.removeTitle(title) : t.revertTitle(title)}
          confirm={removes ? t.removeConfirm : t.revert}
          pending={deed.pending}
          onConfirm={() => void run(open)}
        >
          <p className="leading-7">{isAdded ? t.revertAddedBody : removes ? t.removeBody : t.revertBody}</p>
          {deed.problem && (
            <Notice tone="danger" live="alert" className="mt-3">
              {deed.problem}
            </Notice>
          )}
        </ConfirmDialog>
      )}
    </>
  );
}
