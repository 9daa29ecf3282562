"use client";
import { IconButton } from "@/components/ui/button";
import { Tabs } from "@/components/ui/tabs";
import type { Seen } from "@/lib/sandbox-client/schema";
import { phoneLabels as t } from "./labels";
import styles from "./phone.module.css";
import { SeenRow } from "./seen-row";
import { useSeen } from "./use-seen";

/** What the platform saw: for those who want to look behind the talk. */
export function SeenPanel({ onClose }: { onClose: () => void }) {
  const { seen, failed } = useSeen();
  const tab = (id: keyof typeof t.seen.tabs, rows: React.ReactNode[]) => ({
    id,
    label: t.seen.tabs[id],
    content:
      rows.length > 0 ? (
        <ol className={styles.seenList}>{rows}</ol>
      ) : (
        <p className={styles.note}>{t.seen.none}</p>
      ),
  });
  return (
    <aside className={styles.seen} aria-label={t.seen.title}>
      <header>
        <h2>{t.seen.title}</h2>
        <IconButton icon="x" label={t.seeClose} onPress={onClose} />
      </header>
      <p className={styles.note}>{t.seen.lead}</p>
      {failed && (
        <p role="alert" className={styles.problem}>
          {t.seen.failed}
        </p>
      )}
      {seen && (
        <Tabs
          label={t.seen.title}
          items={[
            tab("webhooks", seen.deliveries.map(deliveryRow)),
            tab("requests", seen.requests.map(requestRow)),
            tab("ledger", seen.ledger.map(ledgerRow)),
          ]}
        />
      )}
    </aside>
  );
}

const ok = (status: number) => status >= 200 && status < 300;
const result = (status: number) => (status === 0 ? t.seen.noAnswer : String(status));

function deliveryRow(one: Seen["deliveries"][number]) {
  const marks = [
    one.redelivery && t.seen.redelivery,
    one.duplicate && t.seen.duplicate,
    one.attempt > 1 && t.seen.attempt(one.attempt),
    !ok(one.status) && one.reason,
  ].flatMap((mark) => mark || []);
  return (
    <SeenRow
      key={one.n}
      at={one.at}
      what={one.events.map((event) => event.type).join(", ")}
      marks={marks}
      good={ok(one.status)}
      result={result(one.status)}
      ms={one.ms}
    />
  );
}

function requestRow(one: Seen["requests"][number]) {
  const marks = [one.fault && t.seen.fault(one.fault), one.message].flatMap((mark) => mark || []);
  return (
    <SeenRow
      key={one.n}
      at={one.at}
      what={`${one.method} ${one.path}`}
      marks={marks}
      good={ok(one.status)}
      result={result(one.status)}
      ms={one.ms}
    />
  );
}

function ledgerRow(one: Seen["ledger"][number]) {
  const lost = one.undelivered.length;
  const marks = [t.seen.people(one.to.length), lost > 0 && t.seen.undelivered(lost)].flatMap(
    (mark) => mark || [],
  );
  return (
    <SeenRow
      key={one.seq}
      at={one.at}
      what={one.endpoint}
      marks={marks}
      good={lost === 0}
      result={`${one.messages.length}`}
      json={one.messages}
    />
  );
}
