"use client";

import { moment } from "@/components/staff/date-words";
import { Button } from "@/components/ui/button";
import type { RuleChoices } from "@/lib/segments/choices";
import type { LoadedSegments } from "@/lib/segments/loaders";
import { ruleSentence } from "@/lib/segments/sentence";
import { segmentLabels } from "./labels";

export type ListedSegment = LoadedSegments["segments"][number];
type Props = {
  segment: ListedSegment;
  choices: RuleChoices;
  now: Date;
  onOpen: () => void;
  onArchive: () => void;
};

export function SegmentCard({ segment, choices, now, onOpen, onArchive }: Props) {
  const { name, rule, section, by, updatedAt, mayWrite } = segment;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 py-3 sm:px-5">
      <div className="min-w-0 flex-1 basis-64">
        <h3 className="font-bold leading-6 break-words">{name}</h3>
        <p className="leading-6 break-words">{ruleSentence(rule, choices)}</p>
        <p className="mt-0.5 text-sm leading-5 text-muted">
          {section ?? segmentLabels.everySection} ・{" "}
          {segmentLabels.savedBy(by ?? segmentLabels.unknownPerson, moment(updatedAt, now))}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          onPress={onOpen}
          aria-label={mayWrite ? segmentLabels.editOf(name) : segmentLabels.lookOf(name)}
        >
          {mayWrite ? segmentLabels.edit : segmentLabels.look}
        </Button>
        {mayWrite && (
          <Button size="sm" variant="quiet" onPress={onArchive} aria-label={segmentLabels.archiveOf(name)}>
            {segmentLabels.archive}
          </Button>
        )}
      </div>
    </li>
  );
}
