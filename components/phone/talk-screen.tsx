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
import { TalkLog } from "./talk-log";
import { openQuickReplies } from "./talk-state";
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
  const { sheet, open: openSheet, close: closeSheet } = useSheet(() => composer.current?.focus());
  const { run, notice, copy } = useActs(residentId);
  const typing = useTyping(talk.loadingUntil);
  const replies = openQuickReplies(talk);
  const menu = talk.richMenu;
  const state = talk.resident?.state ?? "friend";

  const onAction = useCallback(
    (action: TalkAction) => {
      if (action.type === "postback") {
        if (action.inputOption === "openRichMenu") setMenuOpen(true);
        if (action.inputOption === "closeRichMenu" || action.inputOption === "openKeyboard")
          setMenuOpen(false);
        if (action.fillInText) composer.current?.fill(action.fillInText);
        if (action.inputOption === "openKeyboard") composer.current?.focus();
        run({ kind: "postback", data: action.data, displayText: action.displayText || undefined });
      } else if (action.type === "message") run({ kind: "text", text: action.text });
      else if (action.type === "richmenuswitch") {
        run({ kind: "switch", richMenuAliasId: action.richMenuAliasId, data: action.data });
      } else if (action.type === "clipboard") copy(action.clipboardText);
      else if (action.type === "datetimepicker") openSheet({ kind: "date", action });
      else if (action.type === "location") openSheet({ kind: "place" });
      else if (action.type === "camera" || action.type === "cameraRoll") openSheet({ kind: "photo" });
      else if (action.type === "uri") openSheet({ kind: "call", uri: action.uri });
    },
    [run, copy, openSheet],
  );
  const onQuickReply = (action: TalkAction) => {
    if (!keepsQuickReplies(action)) dispatch({ type: "answered" });
    onAction(action);
  };
  const onUnsend = useCallback((messageId: string) => void run({ kind: "unsend", messageId }), [run]);

  return (
    <TalkLook onAction={onAction} className={styles.screen}>
      <div className={styles.screenBody} inert={sheet !== null}>
        <TalkHeader
          talk={talk}
          accountName={town.accountName}
          onLeave={onLeave}
          onBlock={() => run({ kind: state === "blocked" ? "unblock" : "block" })}
        />
        <TalkLog
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
            <TalkLook onAction={onQuickReply} className={styles.replies}>
              <QuickReplies items={replies} />
            </TalkLook>
            {state === "none" && (
              <JoinBar text={t.strangerBar} action={t.addFriend} onPress={() => run({ kind: "follow" })} />
            )}
            <Composer
              ref={composer}
              onText={(text) => run({ kind: "text", text })}
              onPhoto={() => openSheet({ kind: "photo" })}
              onPlace={() => openSheet({ kind: "place" })}
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
      {sheet && (
        <SheetSlot
          sheet={sheet}
          residentId={residentId}
          town={town}
          run={run}
          copy={copy}
          onClose={closeSheet}
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
