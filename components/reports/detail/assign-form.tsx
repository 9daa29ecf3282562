"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { assignReportAction } from "@/lib/reports/actions";
import { canWork } from "@/lib/reports/scope";
import type { Named, Worker } from "@/lib/reports/view";
import type { Case } from "./case";
import { assignLabels as t } from "./labels";
import { RefusalNotice } from "./refusal-notice";
import { useSave } from "./use-save";

const NOBODY = "0";
const idOf = (text: string): number | null => (text === NOBODY ? null : Number(text));

/** Which section and who works the case. */
export function AssignForm({
  report,
  sections,
  workers,
  seesAll,
}: {
  report: Case;
  sections: Named[];
  workers: Worker[];
  /** False: a case given away is gone for this person, which is said before. */
  seesAll: boolean;
}) {
  const save = useSave(report.revision);
  const router = useRouter();
  // Null: not touched here, so that somebody else's assignment shows at once.
  const [touched, setTouched] = useState<{ sectionId: number | null; assigneeId: number | null } | null>(
    null,
  );
  const chosen = touched ?? { sectionId: report.sectionId, assigneeId: report.assigneeId };
  const fit = workers.filter((worker) => canWork(worker, chosen.sectionId));
  const changed = chosen.sectionId !== report.sectionId || chosen.assigneeId !== report.assigneeId;
  const choose = (change: Partial<typeof chosen>) => {
    save.begin();
    setTouched({ ...chosen, ...change });
  };
  const submit = (given: typeof chosen) =>
    save.save({ number: report.number, ...given }, assignReportAction, {
      say: t.saved,
      onDone: ({ stillVisible }) => {
        setTouched(null);
        if (!stillVisible) router.push("/reports");
      },
    });
  const self = fit.some((worker) => worker.id === report.staffId) && chosen.assigneeId !== report.staffId;
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        submit(chosen);
      }}
    >
      <Select
        label={t.section}
        value={String(chosen.sectionId ?? NOBODY)}
        onChange={(id) => {
          const sectionId = idOf(id);
          const stays = workers.some((w) => w.id === chosen.assigneeId && canWork(w, sectionId));
          choose({ sectionId, assigneeId: stays ? chosen.assigneeId : null });
        }}
        choices={[
          { id: NOBODY, label: t.noSection },
          ...sections.map(({ id, name }) => ({ id: String(id), label: name })),
        ]}
      />
      <Select
        label={t.person}
        value={String(chosen.assigneeId ?? NOBODY)}
        onChange={(id) => choose({ assigneeId: idOf(id) })}
        choices={[
          { id: NOBODY, label: t.noPerson },
          ...fit.map(({ id, name }) => ({ id: String(id), label: name })),
        ]}
      />
      {!seesAll && chosen.sectionId !== report.sectionId && (
        <p className="text-sm leading-6 text-warning-ink">{t.handOver}</p>
      )}
      <RefusalNotice save={save} />
      <div className="flex flex-wrap gap-3">
        {changed && (
          <Button type="submit" variant="primary" icon="save" pending={save.pending}>
            {t.save}
          </Button>
        )}
        {self && (
          <Button
            icon="user"
            pending={save.pending}
            onPress={() => submit({ ...chosen, assigneeId: report.staffId })}
          >
            {t.self}
          </Button>
        )}
      </div>
    </form>
  );
}
