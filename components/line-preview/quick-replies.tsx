"use client";
import { Camera, Images, MapPin } from "lucide-react";
import { ActionButton } from "./action-button";
import type { QuickReply } from "./drawn";
import { keyed } from "./keyed";
import { previewLabels as t } from "./labels";
import { Picture } from "./picture";
import styles from "./talk.module.css";

const ICONS = { camera: Camera, cameraRoll: Images, location: MapPin } as const;

/** The row of short answers above the input. It is gone once an answer is given (keepsQuickReplies says which stay). */
export function QuickReplies({ items, lang }: { items: QuickReply[]; lang?: string }) {
  if (items.length === 0) return null;
  return (
    <ul lang={lang} className={styles.quickReplies} aria-label={t.quickReplies}>
      {keyed(items).map(({ key, item: { action, imageUrl } }) => {
        const Icon = action.type in ICONS ? ICONS[action.type as keyof typeof ICONS] : null;
        return (
          <li key={key}>
            <ActionButton action={action} className={styles.quickReply}>
              {imageUrl ? <Picture url={imageUrl} alt="" /> : Icon && <Icon aria-hidden size={18} />}
              {action.label}
            </ActionButton>
          </li>
        );
      })}
    </ul>
  );
}
