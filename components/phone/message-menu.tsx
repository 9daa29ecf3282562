"use client";
import { Ellipsis } from "lucide-react";
import { Button as RacButton } from "react-aria-components";
import { Menu, MenuItem } from "@/components/ui/menu";
import { phoneLabels as t } from "./labels";
import styles from "./phone.module.css";

type Props = { text: string | null; onUnsend: () => void; onCopy: (text: string) => void };

/** What one can do with one's own message. Reached by the button, by its keyboard focus, or by a long press. */
export function MessageMenu({ text, onUnsend, onCopy }: Props) {
  return (
    <Menu
      label={t.messageMenu}
      trigger={
        <RacButton className={styles.messageMenu} aria-label={t.messageMenu} data-message-menu>
          <Ellipsis aria-hidden size={16} />
        </RacButton>
      }
    >
      <MenuItem icon="undo" onAction={onUnsend}>
        {t.unsend}
      </MenuItem>
      {text !== null && (
        <MenuItem icon="copy" onAction={() => onCopy(text)}>
          {t.copy}
        </MenuItem>
      )}
    </Menu>
  );
}
