"use client";
import { Fragment } from "react";
import { keyed } from "./keyed";
import { previewLabels as t } from "./labels";
import { linkify, type Segment } from "./links";
import { useLook } from "./look";
import styles from "./talk.module.css";

export function TextBubble({ text }: { text: string }) {
  return (
    <p className={styles.text} dir="auto">
      <LinkedText text={text} />
    </p>
  );
}

function LinkedText({ text }: { text: string }) {
  return keyed(linkify(text)).map(({ key, item }) => <Fragment key={key}>{draw(item)}</Fragment>);
}

function draw(part: Segment) {
  if (part.kind === "text") return part.text;
  if (part.target.kind === "web") return <WebLink text={part.text} href={part.target.href} />;
  return part.target.kind === "phone" ? (
    <PhoneLink text={part.text} number={part.target.number} />
  ) : (
    part.text
  );
}

function WebLink({ text, href }: { text: string; href: string }) {
  const { onOpen, webAddress } = useLook();
  return (
    <a
      className={styles.link}
      href={webAddress(href)}
      target="_blank"
      rel="noopener noreferrer nofollow"
      onClick={() => onOpen?.(text)}
    >
      {text}
    </a>
  );
}

/** A number is offered, never dialled by itself: the phone page shows it large, a preview only underlines it. */
function PhoneLink({ text, number }: { text: string; number: string }) {
  const { onAction } = useLook();
  if (!onAction) return <span className={styles.link}>{text}</span>;
  return (
    <button
      type="button"
      className={styles.link}
      aria-label={t.call(text)}
      onClick={() => onAction({ type: "uri", label: text, uri: `tel:${number}` })}
    >
      {text}
    </button>
  );
}
