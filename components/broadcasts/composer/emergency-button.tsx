"use client";

import { type RefObject, useState } from "react";
import { Button } from "@/components/ui/button";
import { useRefresh } from "@/components/ui/use-refresh";
import { sendEmergencyAction } from "@/lib/broadcasts/actions";
import { isEveryone } from "@/lib/broadcasts/audience";
import type { LoadedBroadcast } from "@/lib/broadcasts/loaders";
import { showCount } from "@/lib/segments/figures";
import type { Rule } from "@/lib/segments/rule";
import { ConfirmSend } from "../desk/confirm-send";
import { deskLabels as t } from "../labels";

type Props = {
  loaded: LoadedBroadcast;
  count: number | null;
  /** As it stands on the screen: it may mean everybody by now. */
  rule: Rule;
  prepare: () => Promise<boolean>;
  revision: RefObject<number>;
};

/** One person alone, at once. */
export function EmergencyButton({ loaded, count, rule, prepare, revision }: Props) {
  const refresh = useRefresh();
  const [open, setOpen] = useState(false);
  const { row } = loaded;
  const people = showCount(count);
  return (
    <>
      <Button
        variant="danger"
        icon="siren"
        onPress={async () => {
          if (await prepare()) setOpen(true);
        }}
      >
        {t.emergency(people)}
      </Button>
      {open && (
        <ConfirmSend
          title={t.sendTitle(people, loaded.accountName)}
          body={t.emergencyBody}
          confirm={t.emergency(people)}
          danger
          everyone={isEveryone(rule, loaded.wholeSegments)}
          accountName={loaded.accountName}
          onClose={() => setOpen(false)}
          onConfirm={async ({ typed }) => {
            const answer = await sendEmergencyAction({
              id: row.id,
              revision: revision.current,
              count: count ?? 0,
              typed,
            }).catch(() => null);
            if (!answer?.ok) return answer?.message ?? t.offline;
            refresh();
            return null;
          }}
        />
      )}
    </>
  );
}
