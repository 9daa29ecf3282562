"use client";
import { useCallback, useRef, useState } from "react";
import { keepsQuickReplies, type TalkAction } from "@/components/line-preview/action";
import { TalkLook } from "@/components/line-preview/look";
import { QuickReplies } from "@/components/line-preview/quick-replies";
import { Composer, type ComposerHandle } from "./composer";
import { phoneLabels as t } from "./labels";
import styles from "./phone.module.css";
import { RichMenuPanel } from "./rich-menu";
import { SheetSlot } from "./sheet-slot";
import { TalkHeader } from "./talk-header";
import { TalkLog, type TalkLogHandle } from "./talk-log";
import { openQuickReplies } from "./talk-state";
import { panelAfter, tapOf } from "./tap";
import type { Town } from "./town";
import { useActs } from "./use-acts";
import { useSheet } from "./use-sheet";
import { useTalk } from "./use-talk";
import { useTyping } from "./use-typing";

type Props = { residentId: string; town: Town; onLeave: () => void };

/** One resident's phone: the talk and everything one can do in it. */
export function TalkScreen({ residentId, town, onLeave }: Props) {
  const [talk, dispatch] = useTalk(residentId);
  const [menuOpen, setMenuOpen] = useState<boolean | null>(null);
  const composer = useRef<ComposerHandle>(null);
  const log = useRef<TalkLogHandle>(null);
  const sheet = useSheet(() => log.current?.focus());
  const { run, notice, copy } = useActs(residentId);
  const typing = useTyping(talk.loadingUntil);
  const replies = openQuickReplies(talk);
  const menu = talk.richMenu;
  const state = talk.resident?.state ?? "friend";

  const onAction = useCallback(
    async (action: TalkAction): Promise<boolean> => {
      const { menuOpen: shown, focusInput, fill } = panelAfter(action);
      if (shown !== undefined) setMenuOpen(shown);
      if (fill) composer.current?.fill(fill);
      if (focusInput) composer.current?.focus();
      const tap = tapOf(action);
      if (tap.kind === "send") return run(tap.act);
      if (tap.kind === "open") sheet.open(tap.sheet);
      if (tap.kind === "copy") copy(tap.text);
      return true;
    },
    [run, copy, sheet.open],
  );
  const onQuickReply = async (action: TalkAction) => {
    if (keepsQuickReplies(action)) return onAction(action);
    // The row goes at once, and the focus that stood in it must not fall out of the phone.
    dispatch({ type: "answered" });
    log.current?.focus();
    if (!(await onAction(action))) dispatch({ type: "unanswered" });
  };
  const onUnsend = useCallback((messageId: string) => void run({ kind: "unsend", messageId }), [run]);

  return (
    <TalkLook
      onAction={(action) => void onAction(action)}
      onOpen={(uri) => void run({ kind: "click", uri })}
      className={styles.screen}
    >
      <div className={styles.screenBody} inert={sheet.sheet !== null}>
        <TalkHeader
          talk={talk}
          accountName={town.accountName}
          onLeave={onLeave}
          onBlock={() => run({ kind: state === "blocked" ? "unblock" : "block" })}
        />
        <TalkLog
          ref={log}
          items={talk.items}
          accountName={town.accountName}
          typing={typing}
          loading={talk.link === "loading"}
          onUnsend={onUnsend}
          onCopy={copy}
        />
        <p className={styles.toast} role="status">
          {notice && <span>{notice}</span>}
        </p>
        {talk.link === "gone" ? (
          <JoinBar text={t.live.gone} action={t.back} onPress={onLeave} />
        ) : state === "friend" || state === "none" ? (
          <>
            <TalkLook onAction={(action) => void onQuickReply(action)} className={styles.replies}>
              <QuickReplies items={replies} />
            </TalkLook>
            {state === "none" && (
              <JoinBar text={t.strangerBar} action={t.addFriend} onPress={() => run({ kind: "follow" })} />
            )}
            <Composer
              ref={composer}
              onText={(text) => run({ kind: "text", text })}
              onPhoto={() => sheet.open({ kind: "photo" })}
              onPlace={() => sheet.open({ kind: "place" })}
              onSticker={() => run({ kind: "sticker" })}
              onFocus={() => window.matchMedia("(pointer: coarse)").matches && setMenuOpen(false)}
            />
            {menu && (
              <RichMenuPanel
                menu={menu}
                open={menuOpen ?? menu.selected}
                onToggle={() => setMenuOpen(!(menuOpen ?? menu.selected))}
              />
            )}
          </>
        ) : (
          <JoinBar text={t.blockedBar} action={t.unblock} onPress={() => run({ kind: "unblock" })} />
        )}
      </div>
      {sheet.sheet && (
        <SheetSlot
          sheet={sheet.sheet}
          residentId={residentId}
          town={town}
          run={run}
          copy={copy}
          onClose={sheet.cancel}
          onSent={sheet.sent}
        />
      )}
    </TalkLook>
  );
}

function JoinBar({ text, action, onPress }: { text: string; action: string; onPress: () => void }) {
  return (
    <div className={styles.joinBar}>
      <span>{text}</span>
      <button type="button" onClick={onPress}>
        {action}
      </button>
    </div>
  );
}
