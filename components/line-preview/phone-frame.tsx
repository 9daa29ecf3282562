"use client";

import { type ReactNode, useId, useState } from "react";
import { htmlLanguage } from "@/components/ui/html-language";
import { Icon } from "@/components/ui/icon";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { Spoken } from "@/db/enums";
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

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** What is not written in a language comes in Japanese: its kana tell. */
const languageOf = (message: unknown, spoken: Spoken): string =>
  KANA.test(JSON.stringify(message)) ? "ja" : htmlLanguage(spoken);

type Props = {
  title: string;
  /** LINE message objects, as they are sent or as a resident sends them. */
  rows: readonly { side: Side; message: unknown }[];
  accountName: string;
  /** The language that the account's messages were asked for in. */
  spoken: Spoken;
  /** New messages are read out. */
  live?: boolean;
  /** What stands there while there is nothing to show. */
  empty?: ReactNode;
  /** Without it buttons are drawn but cannot be pressed. */
  onAction?: (action: TalkAction) => void;
};

/** Messages as a phone draws them, in light, in dark and in large letters. */
export function PhoneFrame({ title, rows, accountName, spoken, live, empty, onAction }: Props) {
  const id = useId();
  const [view, setView] = useState<View>("light");
  const shown = rows.map((row, at) => ({
    ...row,
    key: String(at),
    isFirst: row.side === "account" && rows[at - 1]?.side !== "account",
  }));
  const last = rows.at(-1);
  const quick = last?.side === "account" ? readMessage(last.message).quickReplies : [];
  return (
    <figure aria-labelledby={id} className="flex flex-col gap-3">
      <figcaption className="flex flex-wrap items-center justify-between gap-2">
        <span id={id} className="flex items-center gap-1.5 text-sm font-bold text-muted">
          <Icon name="smartphone" size={16} />
          {title}
        </span>
        <SegmentedControl
          label={t.look}
          segments={VIEWS.map((id) => ({ id, label: t.looks[id] }))}
          selected={view}
          onSelect={(id) => setView(VIEWS.find((one) => one === id) ?? "light")}
        />
      </figcaption>
      <div
        role={live ? "log" : undefined}
        className="mx-auto w-full max-w-88 overflow-hidden rounded-16 border-4 border-control bg-(--talk-room)"
      >
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
              lang={side === "account" ? languageOf(message, spoken) : undefined}
              sender={isFirst ? { name: accountName, mark: <Icon name="building" size={20} /> } : undefined}
            />
          ))}
          <QuickReplies items={quick} lang={languageOf(last?.message ?? "", spoken)} />
        </TalkLook>
      </div>
    </figure>
  );
}
