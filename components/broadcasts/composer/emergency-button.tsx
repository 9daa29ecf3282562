"use client";

import { useRouter } from "next/navigation";
import { type RefObject, useState } from "react";
import { Button } from "@/components/ui/button";
import { sendEmergencyAction } from "@/lib/broadcasts/actions";
import type { LoadedBroadcast } from "@/lib/broadcasts/loaders";
import { ConfirmSend } from "../desk/confirm-send";
import { deskLabels as t } from "../labels";

type Props = {
  loaded: LoadedBroadcast;
  count: number;
  prepare: () => Promise<boolean>;
  revision: RefObject<number>;
};

/** One person alone, at once. */
export function EmergencyButton({ loaded, count, prepare, revision }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { row } = loaded;
  return (
    <>
      <Button
        variant="danger"
        icon="siren"
        onPress={async () => {
          if (await prepare()) setOpen(true);
        }}
      >
        {t.emergency(count)}
      </Button>
      {open && (
        <ConfirmSend
          title={t.sendTitle(count, loaded.accountName)}
          body={t.emergencyBody}
          confirm={t.emergency(count)}
          danger
          everyone={loaded.everyone}
          accountName={loaded.accountName}
          onClose={() => setOpen(false)}
          onConfirm={async ({ typed }) => {
            const answer = await sendEmergencyAction({
              id: row.id,
              revision: revision.current,
              count,
              typed,
            }).catch(() => null);
            if (!answer?.ok) return answer?.message ?? t.offline;
            router.refresh();
            return null;
          }}
        />
      )}
    </>
  );
}
