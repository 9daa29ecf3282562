"use client";
import type { CSSProperties } from "react";
import { ActionButton, actionName } from "./action-button";
import type { FlexBox, FlexBubble, FlexComponent, FlexContainer, FlexText } from "./flex";
import { boxStyle, buttonStyle, childStyle, imageStyle, runStyle, textStyle } from "./flex-style";
import { BUBBLE_WIDTH, color } from "./flex-values";
import { keyed } from "./keyed";
import { previewLabels as t } from "./labels";
import { Picture } from "./picture";
import styles from "./talk.module.css";
import { Strip } from "./template-views";

export function FlexView({ container, altText }: { container: FlexContainer; altText: string }) {
  const { bubbles } = container;
  const [only] = bubbles;
  if (bubbles.length === 1 && only) return <BubbleView bubble={only} name={altText} />;
  return (
    <Strip count={bubbles.length}>
      {bubbles.map((bubble, index) => {
        const name = t.carousel(index + 1, bubbles.length);
        return (
          <li key={name} aria-label={name}>
            <BubbleView bubble={bubble} name={name} />
          </li>
        );
      })}
    </Strip>
  );
}

function BubbleView({ bubble, name }: { bubble: FlexBubble; name: string }) {
  const width = BUBBLE_WIDTH[bubble.size];
  const blocks = bubble.blocks.map(({ place, component, background, separator }, index) => (
    <div
      key={place}
      className={styles.flexBlock}
      data-place={place}
      data-line={(separator && index > 0) || undefined}
      style={{ background: color(background) }}
    >
      <Component component={component} />
    </div>
  ));
  const shared = { className: styles.flexBubble, style: { width }, dir: bubble.rtl ? "rtl" : "ltr" };
  if (!bubble.action) {
    return (
      <article {...shared} aria-label={name || undefined}>
        {blocks}
      </article>
    );
  }
  return (
    <ActionButton action={bubble.action} className={styles.flexBubble} style={{ width }} name={name}>
      {blocks}
    </ActionButton>
  );
}

/** `style` is what the parent says about this child's place. */
function Component({ component, style = {} }: { component: FlexComponent; style?: CSSProperties }) {
  switch (component.type) {
    case "box":
      return <BoxView box={component} style={style} />;
    case "text":
      return <TextView text={component} style={style} />;
    case "image":
    case "icon": {
      const picture = (
        <Picture url={component.url} alt="" style={imageStyle(component.style, component.type)} />
      );
      return tappable(component, style, styles.flexImage, picture);
    }
    case "button":
      return (
        <ActionButton
          action={component.action}
          className={styles.flexButton}
          style={{ ...buttonStyle(component.style), ...style }}
        >
          {component.action.label}
        </ActionButton>
      );
    case "separator":
      return (
        <span className={styles.flexLine} style={{ ...style, background: color(component.style.color) }} />
      );
    case "filler":
      return <span style={style} />;
  }
}

function BoxView({ box, style }: { box: FlexBox; style: CSSProperties }) {
  const inside = keyed(box.contents).map(({ key, item: child, index }) => (
    <Component key={key} component={child} style={childStyle(child, box, index)} />
  ));
  return tappable(box, { ...style, ...boxStyle(box) }, styles.flexBox, inside);
}

function TextView({ text, style }: { text: FlexText; style: CSSProperties }) {
  const words =
    text.spans.length > 0
      ? keyed(text.spans).map(({ key, item: span }) => (
          <span key={key} style={runStyle(span.style)}>
            {span.text}
          </span>
        ))
      : text.text;
  return tappable(text, { ...style, ...textStyle(text) }, styles.flexText, words);
}

function tappable(
  component: FlexComponent,
  style: CSSProperties,
  className: string | undefined,
  inside: React.ReactNode,
) {
  if (!component.action) {
    return (
      <span className={className} style={style}>
        {inside}
      </span>
    );
  }
  return (
    <ActionButton
      action={component.action}
      className={className}
      style={style}
      name={actionName(component.action)}
    >
      {inside}
    </ActionButton>
  );
}
