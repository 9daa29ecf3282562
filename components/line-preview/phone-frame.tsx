"use client";

import { type ReactNode, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { TalkAction } from "./action";
import type { Side } from "./bubble";
import { previewLabels as t } from "./labels";
import { TalkLook } from "./look";
import { readMessage } from "./message";
import { QuickReplies } from "./quick-replies";
import { TalkRow } from "./talk-row";

type View = keyof typeof t.looks;
const VIEWS = ["light", "dark", "large"] as const;

/** Our own pictures lie at an address of the console too. */
const ownPictures = (url: string): string | null =>
  url.startsWith("/media/") || url.startsWith("https://") ? url : null;

type Props = {
  title: string;
  /** LINE message objects, as they are sent or as a resident sends them. */
  rows: readonly { side: Side; message: unknown }[];
  accountName: string;
  /** What stands there while there is nothing to show. */
  empty?: ReactNode;
  /** Without it buttons are drawn but cannot be pressed. */
  onAction?: (action: TalkAction) => void;
};

/** Messages as a phone draws them, in light, in dark and in large letters. */
export function PhoneFrame({ title, rows, accountName, empty, onAction }: Props) {
  const [view, setView] = useState<View>("light");
  const shown = rows.map((row, at) => ({
    ...row,
    key: String(at),
    isFirst: row.side === "account" && rows[at - 1]?.side !== "account",
  }));
  const last = rows.at(-1);
  const quick = last?.side === "account" ? readMessage(last.message).quickReplies : [];
  return (
    <figure className="flex flex-col gap-3">
      <figcaption className="flex flex-wrap items-center justify-between gap-2">
        <span className="flex items-center gap-1.5 text-sm font-bold text-muted">
          <Icon name="smartphone" size={16} />
          {title}
        </span>
        <SegmentedControl
          label={title}
          segments={VIEWS.map((id) => ({ id, label: t.looks[id] }))}
          selected={view}
          onSelect={(id) => setView(VIEWS.find((one) => one === id) ?? "light")}
        />
      </figcaption>
      <div className="mx-auto w-full max-w-88 overflow-hidden rounded-16 border-4 border-control bg-(--talk-room)">
        <TalkLook
          theme={view === "dark" ? "dark" : "light"}
          textSize={view === "large" ? "large" : "normal"}
          imageSource={ownPictures}
          {...(onAction ? { onAction } : {})}
          className="min-h-80 bg-(--talk-room) px-3 py-4"
        >
          {shown.length === 0 && empty}
          {shown.map(({ key, side, message, isFirst }) => (
            <TalkRow
              key={key}
              message={message}
              side={side}
              sender={isFirst ? { name: accountName, mark: <Icon name="building" size={20} /> } : undefined}
            />
          ))}
          <QuickReplies items={quick} />
        </TalkLook>
      </div>
    </figure>
  );
}
