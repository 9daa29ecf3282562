"use client";
import { useMemo } from "react";
import type { DrawnBody } from "./drawn";
import { FlexView } from "./flex-view";
import { ImagemapView } from "./imagemap-view";
import { previewLabels as t } from "./labels";
import { type Look, TalkLook } from "./look";
import { LocationCard, MediaBubble, Sticker } from "./media-bubbles";
import { readMessage } from "./message";
import { Picture } from "./picture";
import styles from "./talk.module.css";
import { ButtonsCard, CarouselView, ConfirmCard, ImageCarouselView } from "./template-views";
import { TextBubble } from "./text-bubble";

export type Side = "account" | "resident";

export type LineBubbleProps = Partial<Look> & {
  /** A LINE message object as it would be sent, or as it came; anything else is shown as not drawable. */
  message: unknown;
  /** Who speaks: the city's account (left) or the resident (right). */
  side?: Side;
};

/**
 * One message as a talk app draws it, without row, time and quick replies (see talk-row.tsx and quick-replies.tsx).
 * Whatever the text, it is only ever text: React escapes it and addresses pass `checkUri`.
 */
export function LineBubble({ message, side = "account", ...look }: LineBubbleProps) {
  const drawn = useMemo(() => readMessage(message), [message]);
  return (
    <TalkLook {...look} className={styles.bubbleHolder}>
      <div className={styles.message} data-side={side} data-kind={drawn.type}>
        <Body body={drawn} />
      </div>
    </TalkLook>
  );
}

function Body({ body }: { body: DrawnBody }) {
  switch (body.type) {
    case "text":
      return <TextBubble text={body.text} />;
    case "image":
      return <Picture className={styles.photo} url={body.previewUrl} alt={t.image} />;
    case "video":
    case "audio":
    case "file":
      return <MediaBubble body={body} />;
    case "sticker":
      return <Sticker keywords={body.keywords} stickerId={body.stickerId} />;
    case "location":
      return <LocationCard {...body} />;
    case "imagemap":
      return <ImagemapView {...body} />;
    case "buttons":
      return <ButtonsCard column={body.column} />;
    case "confirm":
      return <ConfirmCard text={body.text} actions={body.actions} />;
    case "carousel":
      return <CarouselView columns={body.columns} />;
    case "imageCarousel":
      return <ImageCarouselView columns={body.columns} />;
    case "flex":
      return <FlexView container={body.contents} altText={body.altText} />;
    case "unknown":
      return <TextBubble text={body.altText || t.unknown(body.name)} />;
  }
}
