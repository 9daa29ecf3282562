"use client";
import { AudioLines, FileText, MapPin, Play, Smile } from "lucide-react";
import { ActionButton } from "./action-button";
import type { DrawnBody } from "./drawn";
import { previewLabels as t } from "./labels";
import { Picture } from "./picture";
import styles from "./talk.module.css";

type Media = Extract<DrawnBody, { type: "video" | "audio" | "file" }>;

export function MediaBubble({ body }: { body: Media }) {
  if (body.type === "video") {
    return (
      <span className={styles.video}>
        <Picture className={styles.photo} url={body.previewUrl} alt={t.video} />
        <Play className={styles.playMark} aria-hidden fill="currentColor" />
      </span>
    );
  }
  const audio = body.type === "audio";
  return (
    <p className={[styles.text, styles.withIcon].join(" ")}>
      {audio ? <AudioLines aria-hidden size={20} /> : <FileText aria-hidden size={20} />}
      <span>{audio ? `${t.audio} ${t.seconds(body.durationMs / 1000)}` : body.name || t.file}</span>
    </p>
  );
}

/** Sticker artwork is not ours to show: a plain mark with the sticker's keyword stands for it. */
export function Sticker({ keywords, stickerId }: { keywords: string[]; stickerId: string }) {
  const word = keywords[0] ?? t.sticker;
  return (
    <span className={styles.sticker} role="img" aria-label={`${t.sticker} ${word}`} data-sticker={stickerId}>
      <Smile aria-hidden size={56} strokeWidth={1.4} />
      <span aria-hidden>{word}</span>
    </span>
  );
}

type Place = { title: string; address: string; lat: number; lng: number };

export function LocationCard({ title, address, lat, lng }: Place) {
  const name = title || t.location;
  const uri = `https://maps.gsi.go.jp/#17/${lat.toFixed(6)}/${lng.toFixed(6)}/`;
  return (
    <ActionButton action={{ type: "uri", label: t.openMap(name), uri }} className={styles.place}>
      <span className={styles.placeMap} aria-hidden>
        <MapSketch />
        <MapPin className={styles.placePin} size={34} />
      </span>
      <span className={styles.cardText}>
        <strong className={styles.cardTitle}>{name}</strong>
        {address && <span className={styles.cardWords}>{address}</span>}
      </span>
    </ActionButton>
  );
}

/** A stylised piece of town: the card must look like a map where no map may be loaded. */
function MapSketch() {
  return (
    <svg viewBox="0 0 240 120" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <rect width="240" height="120" fill="var(--talk-map-land)" />
      <path d="M-10 92C50 70 90 108 140 88s70-8 110-22v64H-10Z" fill="var(--talk-map-water)" />
      <rect x="150" y="10" width="46" height="30" rx="4" fill="var(--talk-map-green)" />
      <g stroke="var(--talk-map-road)" strokeLinecap="round" fill="none">
        <path strokeWidth="9" d="M-5 44 245 58M70-5 86 125" />
        <path strokeWidth="4" d="M20-5 30 70M125-5 132 80M200 0 190 70M-5 16 150 22M-5 74 110 80" />
      </g>
    </svg>
  );
}
