"use client";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { phoneLabels as t } from "./labels";
import { Phone } from "./phone";
import styles from "./phone.module.css";
import { SeenPanel } from "./seen-panel";
import type { Slots } from "./slots";
import type { Town } from "./town";
import { useSlots } from "./use-slots";

const segments = <K extends string>(labels: Record<K, string>) =>
  Object.entries<string>(labels).map(([id, label]) => ({ id, label }));

/** The page: one or two phones, and beside them what the platform saw. */
export function SandboxScreen({ town }: { town: Town }) {
  const [slots, change] = useSlots();
  const two = slots.b !== undefined;
  const shared = { town, theme: slots.theme, textSize: slots.text };
  return (
    <div className={styles.page} data-busy={slots.a !== null || undefined} data-two={two || undefined}>
      <header className={styles.pageHeader}>
        <div className={styles.pageTitle}>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
          {town.disclaimer && <p className={styles.disclaimer}>{town.disclaimer}</p>}
        </div>
        <Tools slots={slots} change={change} />
      </header>
      <main className={styles.stage}>
        <Phone slot="A" residentId={slots.a} onChoose={(a) => change({ a })} {...shared} />
        {two && <Phone slot="B" residentId={slots.b ?? null} onChoose={(b) => change({ b })} {...shared} />}
        {slots.see && <SeenPanel onClose={() => change({ see: false })} />}
      </main>
    </div>
  );
}

function Tools({ slots, change }: { slots: Slots; change: (part: Partial<Slots>) => void }) {
  const two = slots.b !== undefined;
  return (
    <div className={styles.tools}>
      <SegmentedControl
        label={t.theme}
        segments={segments(t.themes)}
        selected={slots.theme}
        onSelect={(id) => change({ theme: id === "dark" ? "dark" : "light" })}
      />
      <SegmentedControl
        label={t.textSize}
        segments={segments(t.texts)}
        selected={slots.text}
        onSelect={(id) => change({ text: id === "large" || id === "extra" ? id : "normal" })}
      />
      <Button
        size="sm"
        icon={two ? "minus" : "smartphone"}
        onPress={() => change({ b: two ? undefined : null })}
      >
        {two ? t.removePhone : t.addPhone}
      </Button>
      <Button size="sm" icon={slots.see ? "eye-off" : "eye"} onPress={() => change({ see: !slots.see })}>
        {slots.see ? t.seeClose : t.seeOpen}
      </Button>
      <LinkButton size="sm" href="/" icon="arrow-right">
        {t.console}
      </LinkButton>
    </div>
  );
}
