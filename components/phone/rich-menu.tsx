"use client";
import { ChevronDown, ChevronUp } from "lucide-react";
import { useId } from "react";
import { readAction } from "@/components/line-preview/action";
import { ActionButton, actionName } from "@/components/line-preview/action-button";
import { areaPercent } from "@/components/line-preview/area";
import { keyed } from "@/components/line-preview/keyed";
import { pictureAddress } from "@/lib/sandbox-client/picture";
import type { RichMenu } from "@/lib/sandbox-client/schema";
import { phoneLabels as t } from "./labels";
import styles from "./phone.module.css";

type Props = { menu: RichMenu; open: boolean; onToggle: () => void };

/** The city's menu under the talk: one picture with areas, each a button of its own for keyboard and screen readers. */
export function RichMenuPanel({ menu, open, onToggle }: Props) {
  const panelId = useId();
  const { width, height } = menu.size;
  const Arrow = open ? ChevronDown : ChevronUp;
  return (
    <section className={styles.richMenu} aria-label={t.richMenu}>
      <button
        type="button"
        className={styles.chatBar}
        aria-expanded={open}
        aria-controls={panelId}
        onClick={onToggle}
      >
        {menu.chatBarText}
        <Arrow aria-hidden size={18} />
      </button>
      <div
        id={panelId}
        hidden={!open}
        className={styles.richMenuImage}
        style={{ aspectRatio: `${width} / ${height}` }}
      >
        <img
          src={pictureAddress({ kind: "rich-menu", richMenuId: menu.richMenuId })}
          alt=""
          draggable={false}
        />
        {keyed(menu.areas).map(({ key, item: area }) => {
          const action = readAction(area.action);
          return (
            <ActionButton
              key={key}
              action={action}
              className={styles.richMenuArea}
              style={areaPercent(area.bounds, menu.size)}
              name={actionName(action)}
            >
              {null}
            </ActionButton>
          );
        })}
      </div>
    </section>
  );
}
