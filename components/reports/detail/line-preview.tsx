"use client";

import { TalkLook } from "@/components/line-preview/look";
import { TalkRow } from "@/components/line-preview/talk-row";
import { Icon } from "@/components/ui/icon";
import { residentMessages } from "@/lib/reports/messages";
import { statusFormLabels as t } from "./labels";

/** The very messages that a text becomes, drawn as the resident sees them. */
export function LinePreview({ text, accountName }: { text: string; accountName: string }) {
  return (
    <figure className="flex flex-col gap-1.5">
      <figcaption className="flex items-center gap-1.5 text-sm font-bold leading-6 text-muted">
        <Icon name="smartphone" size={16} />
        {t.preview}
      </figcaption>
      <TalkLook className="max-h-96 overflow-y-auto rounded-12 border border-line bg-(--talk-room) px-3 py-3">
        {residentMessages(text).map((message) => (
          <TalkRow
            key="message"
            message={message}
            side="account"
            sender={{ name: accountName, mark: <Icon name="building" size={20} /> }}
          />
        ))}
      </TalkLook>
    </figure>
  );
}
