"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import {
  cancelBroadcastAction,
  copyBroadcastAction,
  correctBroadcastAction,
  unscheduleBroadcastAction,
  withdrawBroadcastAction,
} from "@/lib/broadcasts/actions";
import type { LoadedBroadcast } from "@/lib/broadcasts/loaders";
import { deskLabels as t } from "../labels";
import { TestDialog } from "./test-dialog";
import { useDeed } from "./use-deed";

/** Everything else that may be done with it now. */
export function MoreActions({ loaded }: { loaded: LoadedBroadcast }) {
  const { may, row, series } = loaded;
  const deed = useDeed();
  const router = useRouter();
  const [open, setOpen] = useState<"cancel" | "test" | null>(null);
  const { id } = row;
  const isTemplate = series?.templateId === id && series.endedAt === null;
  const goTo = async (name: string, send: () => ReturnType<typeof copyBroadcastAction>) => {
    let made: string | null = null;
    await deed.run(name, async () => {
      const answer = await send();
      if (answer.ok) made = answer.value.id;
      return answer;
    });
    if (made) router.push(`/broadcasts/${made}`);
  };
  return (
    <div className="flex flex-wrap gap-3">
      {may.correct && (
        <>
          <Button
            variant="danger"
            icon="pencil"
            pending={deed.pending === "correction"}
            onPress={() => void goTo("correction", () => correctBroadcastAction({ id, kind: "correction" }))}
          >
            {t.correct}
          </Button>
          <Button
            icon="undo"
            pending={deed.pending === "withdrawal"}
            onPress={() => void goTo("withdrawal", () => correctBroadcastAction({ id, kind: "withdrawal" }))}
          >
            {t.withdrawal}
          </Button>
        </>
      )}
      {may.unschedule && (
        <Button
          icon="calendar"
          pending={deed.pending === "unschedule"}
          onPress={() => void deed.run("unschedule", () => unscheduleBroadcastAction({ id }))}
        >
          {isTemplate ? t.endSeries : t.unschedule}
        </Button>
      )}
      {may.withdraw && (
        <Button
          icon="undo"
          pending={deed.pending === "withdraw"}
          onPress={() => void deed.run("withdraw", () => withdrawBroadcastAction({ id }))}
        >
          {t.withdraw}
        </Button>
      )}
      {may.test && !may.edit && (
        <Button icon="smartphone" onPress={() => setOpen("test")}>
          {t.test}
        </Button>
      )}
      {may.copy && (
        <Button
          icon="copy"
          pending={deed.pending === "copy"}
          onPress={() => void goTo("copy", () => copyBroadcastAction({ id }))}
        >
          {t.copy}
        </Button>
      )}
      {may.cancel && (
        <Button variant="quiet" icon="trash-2" onPress={() => setOpen("cancel")}>
          {t.cancel}
        </Button>
      )}
      {deed.problem && (
        <Notice tone="danger" live="alert" className="basis-full">
          {deed.problem}
        </Notice>
      )}
      <ConfirmDialog
        open={open === "cancel"}
        onOpenChange={() => setOpen(null)}
        title={t.cancelTitle}
        confirm={t.cancel}
        danger
        pending={deed.pending === "cancel"}
        onConfirm={() =>
          void deed.run("cancel", () => cancelBroadcastAction({ id })).then(() => setOpen(null))
        }
      >
        <p className="leading-7">{t.cancelBody}</p>
      </ConfirmDialog>
      {open === "test" && <TestDialog loaded={loaded} onClose={() => setOpen(null)} />}
    </div>
  );
}
