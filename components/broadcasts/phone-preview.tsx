"use client";

import { useMemo, useState } from "react";
import { TalkLook } from "@/components/line-preview/look";
import { TalkRow } from "@/components/line-preview/talk-row";
import { Icon } from "@/components/ui/icon";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { BroadcastKind, Spoken } from "@/db/enums";
import { type Content, renderMessages } from "@/lib/broadcasts/content";
import type { MediaPlaces } from "@/lib/media/place";
import { keyed } from "./keyed";
import { composerLabels as t } from "./labels";

type View = keyof typeof t.previewLook;

/** Our own pictures lie at an address of the console too. */
const ownPictures = (url: string): string | null =>
  url.startsWith("/media/") || url.startsWith("https://") ? url : null;

type Props = {
  kind: BroadcastKind;
  content: Content;
  spoken: Spoken;
  places: MediaPlaces;
  accountName: string;
};

/** The very messages that are sent, drawn as a phone draws them. */
export function PhonePreview({ kind, content, spoken, places, accountName }: Props) {
  const [view, setView] = useState<View>("light");
  const messages = useMemo(
    () => renderMessages({ kind, content }, spoken, places),
    [kind, content, spoken, places],
  );
  return (
    <figure className="flex flex-col gap-3">
      <figcaption className="flex flex-wrap items-center justify-between gap-2">
        <span className="flex items-center gap-1.5 text-sm font-bold text-muted">
          <Icon name="smartphone" size={16} />
          {t.preview}
        </span>
        <SegmentedControl
          label={t.preview}
          segments={(["light", "dark", "large"] as const).map((id) => ({ id, label: t.previewLook[id] }))}
          selected={view}
          onSelect={(id) => setView(id as View)}
        />
      </figcaption>
      <div className="mx-auto w-full max-w-88 overflow-hidden rounded-16 border-4 border-control bg-(--talk-room)">
        <TalkLook
          theme={view === "dark" ? "dark" : "light"}
          textSize={view === "large" ? "large" : "normal"}
          imageSource={ownPictures}
          className="max-h-[62dvh] min-h-80 overflow-y-auto bg-(--talk-room) px-3 py-4"
        >
          {keyed(messages).map(({ key, item, at }) => (
            <TalkRow
              key={key}
              message={item}
              side="account"
              sender={at === 0 ? { name: accountName, mark: <Icon name="building" size={20} /> } : undefined}
            />
          ))}
        </TalkLook>
      </div>
    </figure>
  );
}
