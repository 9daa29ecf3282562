"use client";

import { useRef, useState } from "react";
import { newRequestKey } from "@/components/reports/detail/request-key";
import { Button } from "@/components/ui/button";
import { Checkbox, CheckboxGroup } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { uiLabels } from "@/components/ui/labels";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { SPOKEN, type Spoken } from "@/db/enums";
import { sendTestAction } from "@/lib/broadcasts/actions";
import type { LoadedBroadcast } from "@/lib/broadcasts/loaders";
import { deskLabels as t, WORDING_SHORT } from "../labels";

/** A test to staff who bound their LINE account. There is nobody else to choose here. */
export function TestDialog({ loaded, onClose }: { loaded: LoadedBroadcast; onClose: () => void }) {
  const toast = useToast();
  const { testers, row, staffId } = loaded;
  const [chosen, setChosen] = useState(() =>
    testers.some((one) => one.id === staffId) ? [String(staffId)] : testers.map((one) => String(one.id)),
  );
  const [spoken, setSpoken] = useState<string[]>(["ja"]);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // One key for one opening of the dialog: a second press after a lost answer sends nothing twice.
  const key = useRef<string | null>(null);
  const send = async () => {
    key.current ??= newRequestKey();
    setPending(true);
    const answer = await sendTestAction({
      broadcastId: row.id,
      staffIds: chosen.map(Number),
      spoken: spoken as Spoken[],
      requestKey: key.current,
    }).catch(() => null);
    setPending(false);
    if (!answer?.ok) return setProblem(answer?.message ?? t.offline);
    toast(t.testSent(answer.value.sent), "success");
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t.testTitle}
      footer={
        <>
          <Button onPress={onClose}>{uiLabels.cancel}</Button>
          <Button
            variant="primary"
            icon="smartphone"
            pending={pending}
            disabled={chosen.length === 0 || spoken.length === 0}
            onPress={() => void send()}
          >
            {t.test}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <p className="text-muted">{t.testHelp}</p>
        {testers.length === 0 ? (
          <Notice>{t.noTesters}</Notice>
        ) : (
          <>
            <CheckboxGroup label={t.testers} value={chosen} onChange={setChosen}>
              {testers.map(({ id, name }) => (
                <Checkbox key={id} value={String(id)}>
                  {name}
                </Checkbox>
              ))}
            </CheckboxGroup>
            <CheckboxGroup label={t.testLanguages} value={spoken} onChange={setSpoken}>
              <div className="flex flex-wrap gap-x-5">
                {SPOKEN.map((each) => (
                  <Checkbox key={each} value={each}>
                    {WORDING_SHORT[each]}
                  </Checkbox>
                ))}
              </div>
            </CheckboxGroup>
          </>
        )}
        {problem && (
          <Notice tone="danger" live="alert">
            {problem}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
