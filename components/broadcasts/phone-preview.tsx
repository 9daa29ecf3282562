"use client";

import { useMemo } from "react";
import { PhoneFrame } from "@/components/line-preview/phone-frame";
import type { BroadcastKind, Spoken } from "@/db/enums";
import { type Content, renderMessages } from "@/lib/broadcasts/content";
import type { MediaPlaces } from "@/lib/media/place";
import { composerLabels as t } from "./labels";

type Props = {
  kind: BroadcastKind;
  content: Content;
  spoken: Spoken;
  places: MediaPlaces;
  accountName: string;
};

/** The very messages that are sent, drawn as a phone draws them. */
export function PhonePreview({ kind, content, spoken, places, accountName }: Props) {
  const rows = useMemo(
    () =>
      renderMessages({ kind, content }, spoken, places).map((message) => ({
        side: "account" as const,
        message,
      })),
    [kind, content, spoken, places],
  );
  return <PhoneFrame title={t.preview} rows={rows} accountName={accountName} spoken={spoken} />;
}
