"use client";
import { Image as ImageGlyph, MapPin, SendHorizontal, Smile } from "lucide-react";
import { type Ref, useImperativeHandle, useRef, useState } from "react";
import { isComposing } from "@/components/ui/ime";
import { phoneLabels as t } from "./labels";
import styles from "./phone.module.css";

/** LINE's limit for a text, in UTF-16 units. */
const MAX_TEXT = 5000;

export type ComposerHandle = { focus: () => void; fill: (text: string) => void };
type Props = {
  onText: (text: string) => Promise<boolean>;
  onPhoto: () => void;
  onPlace: () => void;
  onSticker: () => void;
  onFocus: () => void;
  ref: Ref<ComposerHandle>;
};

export function Composer({ onText, onPhoto, onPlace, onSticker, onFocus, ref }: Props) {
  const [text, setText] = useState("");
  const box = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => ({
    focus: () => box.current?.focus(),
    fill: (given) => setText(given.slice(0, MAX_TEXT)),
  }));
  const send = async () => {
    const words = text;
    if (!words.trim()) return;
    setText("");
    box.current?.focus();
    // What could not be sent comes back, unless something else was typed meanwhile.
    if (!(await onText(words))) setText((now) => now || words);
  };
  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <button type="button" className={styles.iconButton} aria-label={t.photo} onClick={onPhoto}>
        <ImageGlyph aria-hidden size={23} />
      </button>
      <button type="button" className={styles.iconButton} aria-label={t.place} onClick={onPlace}>
        <MapPin aria-hidden size={23} />
      </button>
      <span className={styles.inputBox}>
        <textarea
          ref={box}
          rows={1}
          value={text}
          aria-label={t.input}
          placeholder="Aa"
          maxLength={MAX_TEXT}
          enterKeyHint="send"
          autoComplete="off"
          onFocus={onFocus}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || isComposing(event)) return;
            event.preventDefault();
            send();
          }}
        />
        <button type="button" className={styles.inInput} aria-label={t.sticker} onClick={onSticker}>
          <Smile aria-hidden size={21} />
        </button>
      </span>
      <button type="submit" className={styles.sendButton} aria-label={t.send} disabled={!text.trim()}>
        <SendHorizontal aria-hidden size={20} />
      </button>
    </form>
  );
}
