"use client";
import type { TalkAction } from "./action";
import { ActionButton, actionName } from "./action-button";
import type { Column } from "./drawn";
import { keyed } from "./keyed";
import { previewLabels as t } from "./labels";
import { Picture } from "./picture";
import styles from "./talk.module.css";

function ActionList({ actions, across = false }: { actions: TalkAction[]; across?: boolean }) {
  return (
    <div className={styles.actions} data-across={across || undefined}>
      {keyed(actions).map(({ key, item: action }) => (
        <ActionButton key={key} action={action} className={styles.cardAction}>
          {action.label}
        </ActionButton>
      ))}
    </div>
  );
}

export function ButtonsCard({ column }: { column: Column }) {
  const body = (
    <>
      {column.imageUrl && (
        <Picture
          className={styles.cardImage}
          style={{ aspectRatio: column.imageShape === "square" ? "1" : "1.51", objectFit: column.imageFit }}
          url={column.imageUrl}
          alt=""
        />
      )}
      <span className={styles.cardText}>
        {column.title && <strong className={styles.cardTitle}>{column.title}</strong>}
        <span className={styles.cardWords}>{column.text}</span>
      </span>
    </>
  );
  return (
    <div className={styles.card}>
      {column.defaultAction ? (
        <ActionButton action={column.defaultAction} className={styles.cardBody}>
          {body}
        </ActionButton>
      ) : (
        <div className={styles.cardBody}>{body}</div>
      )}
      <ActionList actions={column.actions} />
    </div>
  );
}

export function ConfirmCard({ text, actions }: { text: string; actions: TalkAction[] }) {
  return (
    <div className={styles.card}>
      <div className={styles.cardBody}>
        <span className={styles.cardText}>
          <span className={styles.cardWords}>{text}</span>
        </span>
      </div>
      <ActionList actions={actions} across />
    </div>
  );
}

export function CarouselView({ columns }: { columns: Column[] }) {
  return (
    <Strip count={columns.length}>
      {keyed(columns).map(({ key, item: column, index }) => (
        <li key={key} aria-label={t.carousel(index + 1, columns.length)}>
          <ButtonsCard column={column} />
        </li>
      ))}
    </Strip>
  );
}

export function ImageCarouselView({ columns }: { columns: { imageUrl: string; action: TalkAction }[] }) {
  return (
    <Strip count={columns.length}>
      {keyed(columns).map(({ key, item: { imageUrl, action }, index }) => (
        <li key={key} aria-label={t.carousel(index + 1, columns.length)}>
          <ActionButton action={action} className={styles.imageColumn} name={actionName(action)}>
            <Picture url={imageUrl} alt="" />
            {action.label && <span className={styles.imageLabel}>{action.label}</span>}
          </ActionButton>
        </li>
      ))}
    </Strip>
  );
}

/** A sideways row. It scrolls by itself when something inside gets the focus, and by the arrow keys when it has it. */
export function Strip({ count, children }: { count: number; children: React.ReactNode }) {
  return (
    // A scrollable region must be reachable by keyboard, so it takes the focus itself.
    <section className={styles.strip} aria-label={t.carouselName(count)} tabIndex={count > 1 ? 0 : undefined}>
      <ul className={styles.stripList}>{children}</ul>
    </section>
  );
}
