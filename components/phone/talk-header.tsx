"use client";
import { ChevronLeft, Menu as MenuGlyph } from "lucide-react";
import { Button as RacButton } from "react-aria-components";
import { Menu, MenuItem } from "@/components/ui/menu";
import { phoneLabels as t } from "./labels";
import styles from "./phone.module.css";
import type { Talk } from "./talk-state";

type Props = { talk: Talk; accountName: string; onLeave: () => void; onBlock: () => void };

export function TalkHeader({ talk, accountName, onLeave, onBlock }: Props) {
  const { resident, link } = talk;
  const blocked = resident?.state === "blocked";
  return (
    <header className={styles.talkHeader}>
      <button type="button" className={styles.iconButton} aria-label={t.back} onClick={onLeave}>
        <ChevronLeft aria-hidden size={26} />
      </button>
      <div className={styles.talkTitle}>
        <h2>{accountName}</h2>
        <p>
          <span className={styles.linkDot} data-link={link} aria-hidden />
          <span className={styles.srOnly}>{t.live[link]}</span>
          {resident?.name}
        </p>
      </div>
      <Menu
        label={t.menu}
        trigger={
          <RacButton className={styles.iconButton} aria-label={t.menu}>
            <MenuGlyph aria-hidden size={24} />
          </RacButton>
        }
      >
        <MenuItem icon={blocked ? "undo" : "ban"} onAction={onBlock}>
          {blocked ? t.unblock : t.block}
        </MenuItem>
        <MenuItem icon="users" onAction={onLeave}>
          {t.back}
        </MenuItem>
      </Menu>
      {(link === "lost" || link === "gone") && (
        <p role="alert" className={styles.lost}>
          {link === "lost" ? t.lostLong : t.gone}
        </p>
      )}
    </header>
  );
}
