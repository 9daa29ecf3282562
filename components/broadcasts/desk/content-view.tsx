"use client";

import { useState } from "react";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { Spoken } from "@/db/enums";
import { writtenIn } from "@/lib/broadcasts/content";
import type { LoadedBroadcast } from "@/lib/broadcasts/loaders";
import { composerLabels, WORDING_SHORT } from "../labels";
import { PhonePreview } from "../phone-preview";

/** The frozen words on a phone, in every language they were written in. */
export function ContentView({ loaded }: { loaded: LoadedBroadcast }) {
  const { row, version, places, accountName } = loaded;
  const { content } = version ?? row;
  const written = writtenIn(content);
  const [spoken, setSpoken] = useState<Spoken>("ja");
  return (
    <div className="flex flex-col gap-3">
      {written.length > 1 && (
        <SegmentedControl
          label={composerLabels.languages}
          segments={written.map((id) => ({ id, label: WORDING_SHORT[id] }))}
          selected={spoken}
          onSelect={(id) => setSpoken(id as Spoken)}
          className="flex-wrap"
        />
      )}
      <PhonePreview
        kind={row.kind}
        content={content}
        spoken={spoken}
        places={places}
        accountName={accountName}
      />
    </div>
  );
}
