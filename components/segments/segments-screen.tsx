"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { LoadedSegments } from "@/lib/segments/loaders";
import { ArchiveDialog } from "./archive-dialog";
import { segmentLabels } from "./labels";
import { type ListedSegment, SegmentCard } from "./segment-card";
import { type EditedSegment, newSegment, SegmentForm } from "./segment-form";

type Open = { segment: EditedSegment; mayWrite: boolean };

export function SegmentsScreen({ segments, choices, mayWrite, mayCount, today, now }: LoadedSegments) {
  const [open, setOpen] = useState<Open | null>(null);
  const [archiving, setArchiving] = useState<ListedSegment | null>(null);
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-6 px-4 py-6 md:px-8">
      <PageHeader
        title={segmentLabels.title}
        lead={segmentLabels.lead}
        actions={
          mayWrite &&
          !open && (
            <Button
              variant="primary"
              icon="plus"
              onPress={() => setOpen({ segment: newSegment(), mayWrite: true })}
            >
              {segmentLabels.create}
            </Button>
          )
        }
      />
      {open && (
        <SegmentForm
          key={open.segment.id}
          segment={open.segment}
          mayWrite={open.mayWrite}
          mayAsk={mayWrite}
          {...{ choices, today, mayCount }}
          onClose={() => setOpen(null)}
        />
      )}
      <Card className="overflow-hidden">
        <h2 className="border-b border-line px-4 py-2.5 text-sm text-muted sm:px-5">
          {segmentLabels.list} {segmentLabels.count(segments.length)}
        </h2>
        {segments.length === 0 ? (
          <EmptyState icon="users" title={segmentLabels.empty}>
            {segmentLabels.emptyWhy}
          </EmptyState>
        ) : (
          <ul aria-label={segmentLabels.list} className="divide-y divide-line">
            {segments.map((segment) => (
              <SegmentCard
                key={segment.id}
                {...{ segment, choices, now }}
                onOpen={() => setOpen({ segment, mayWrite: segment.mayWrite })}
                onArchive={() => setArchiving(segment)}
              />
            ))}
          </ul>
        )}
      </Card>
      <ArchiveDialog segment={archiving} onClose={() => setArchiving(null)} />
    </div>
  );
}
