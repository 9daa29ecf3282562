"use client";
import { ChevronLeft } from "lucide-react";
import { IconButton } from "@/components/ui/button";
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
      <Menu label={t.menu} trigger={<IconButton icon="menu" label={t.menu} />}>
        <MenuItem icon={blocked ? "undo" : "ban"} onAction={onBlock}>
          {blocked ? t.unblock : t.block}
        </MenuItem>
        <MenuItem icon="users" onAction={onLeave}>
          {t.back}
        </MenuItem>
      </Menu>
      {link === "lost" && (
        <p role="alert" className={styles.lost}>
          {t.lostLong}
        </p>
      )}
    </header>
  );
}
