"use client";
import { ImageOff } from "lucide-react";
import { type CSSProperties, useState } from "react";
import { previewLabels as t } from "./labels";
import { useLook } from "./look";
import styles from "./talk.module.css";

type Props = { url: string; alt: string; className?: string; style?: CSSProperties };

/** A picture that a message names: https only, no referrer, and a plain word when it does not come. */
export function Picture({ url, alt, className, style }: Props) {
  const { imageSource } = useLook();
  const [failed, setFailed] = useState<string | null>(null);
  const source = imageSource(url);
  if (!source || failed === source) {
    return (
      <span
        className={[styles.noPicture, className].join(" ")}
        style={style}
        role="img"
        aria-label={alt || t.image}
      >
        <ImageOff aria-hidden size={20} />
        <span aria-hidden>{source ? t.imageFailed : t.imageRefused}</span>
      </span>
    );
  }
  return (
    // A plain element: next/image's optimiser is off (next.config.ts) and the size is not known beforehand.
    <img
      className={className}
      style={style}
      src={source}
      alt={alt}
      draggable={false}
      decoding="async"
      referrerPolicy="no-referrer"
      onError={() => setFailed(source)}
    />
  );
}
