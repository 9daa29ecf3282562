"use client";
import type { CSSProperties, ReactNode } from "react";
import { spokenText, type TalkAction } from "./action";
import { previewLabels as t } from "./labels";
import { checkUri } from "./links";
import { useLook } from "./look";
import styles from "./talk.module.css";

type Props = {
  action: TalkAction;
  children: ReactNode;
  className?: string;
  style?: CSSProperties;
  /** For parts without letters of their own: areas of an image, tappable boxes. */
  name?: string;
};

/**
 * Something tappable. Web addresses are real links, so that the browser itself guards them; the rest goes to
 * `onAction`; in a preview, and for addresses we do not open, it is drawn and cannot be pressed.
 */
export function ActionButton({ action, children, className, style, name }: Props) {
  const { onAction, onOpen, webAddress } = useLook();
  const target = action.type === "uri" ? checkUri(action.uri) : null;
  const shared = { className: [styles.tap, className].join(" "), style };
  const label = name ?? undefined;
  if (!onAction) {
    return (
      <span {...shared} data-still="true" {...(label ? { role: "img", "aria-label": label } : {})}>
        {children}
      </span>
    );
  }
  if (target?.kind === "web") {
    return (
      <a
        {...shared}
        href={webAddress(target.href)}
        target="_blank"
        rel="noopener noreferrer nofollow"
        aria-label={label}
        onClick={() => action.type === "uri" && onOpen?.(action.uri)}
      >
        {children}
        <span className={styles.srOnly}>{t.newTab}</span>
      </a>
    );
  }
  const shut = target?.kind === "app" ? t.opensApp : target?.kind === "refused" ? t.refusedLink : undefined;
  return (
    <button
      {...shared}
      type="button"
      aria-label={label}
      aria-disabled={shut || action.type === "none" ? true : undefined}
      title={shut}
      onClick={() => !shut && action.type !== "none" && onAction(action)}
    >
      {children}
    </button>
  );
}

/** What an unlabelled area is called: its label, what it says, or what it opens. */
export function actionName(action: TalkAction): string {
  if (action.label) return action.label;
  if (action.type === "uri") return action.uri;
  return spokenText(action) ?? ("data" in action ? action.data : action.type);
}
