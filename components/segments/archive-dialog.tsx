"use client";

import { useState, useTransition } from "react";
import { ConfirmDialog } from "@/components/ui/dialog";
import { uiLabels } from "@/components/ui/labels";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { archiveSegmentAction } from "@/lib/segments/actions";
import { segmentLabels } from "./labels";
import type { ListedSegment } from "./segment-card";

export function ArchiveDialog({ segment, onClose }: { segment: ListedSegment | null; onClose: () => void }) {
  const toast = useToast();
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const close = () => {
    setProblem(null);
    onClose();
  };
  const archive = () =>
    start(async () => {
      if (!segment) return;
      try {
        const given = await archiveSegmentAction({ id: segment.id, revision: segment.revision });
        if (!given.ok) return setProblem(given.message);
        toast(segmentLabels.archived(segment.name), "success");
        close();
      } catch {
        setProblem(uiLabels.notSent);
      }
    });
  return (
    <ConfirmDialog
      open={segment !== null}
      onOpenChange={(open) => !open && close()}
      title={segment && segmentLabels.archiveTitle(segment.name)}
      confirm={segment ? segmentLabels.archiveConfirm(segment.name) : ""}
      pending={pending}
      onConfirm={archive}
    >
      <p>{segmentLabels.archiveText}</p>
      {problem && (
        <Notice tone="warning" live="alert" className="mt-3">
          {problem}
        </Notice>
      )}
    </ConfirmDialog>
  );
}
