import type { WebhookDelivery, WebhookErrorsAnswer } from "../protocol";

const KEPT = 5000;
const GROUP_MS = 60_000;

/** A ring of the newest entries, numbered from 1. */
export type History<T extends { n: number }> = {
  add(entry: Omit<T, "n">): void;
  after(n: number, limit: number): { entries: T[]; next: number | null };
};

export function createHistory<T extends { n: number }>(kept = KEPT): History<T> {
  let entries: T[] = [];
  let last = 0;
  return {
    add(entry) {
      last += 1;
      entries.push({ ...entry, n: last } as T);
      if (entries.length >= 2 * kept) entries = entries.slice(-kept);
    },
    after(n, limit) {
      const from = entries.findIndex((entry) => entry.n > n);
      const page = from < 0 ? [] : entries.slice(from, from + limit);
      return { entries: page, next: page.length === limit ? (page.at(-1)?.n ?? null) : null };
    },
  };
}

type Errors = WebhookErrorsAnswer["errors"];

/** Failed attempts, equal ones within a minute together. */
export function createErrorStatistics(): {
  add(delivery: Pick<WebhookDelivery, "at" | "reason">, detail: string): void;
  list(): Errors;
} {
  const errors: Errors = [];
  return {
    add({ at, reason }, detail) {
      const known = errors.find(
        (e) => e.reason === reason && e.detail === detail && at - e.from < GROUP_MS && at >= e.from,
      );
      if (known) {
        known.count += 1;
        known.to = at;
      } else {
        errors.push({ from: at, to: at, reason, detail, count: 1 });
        if (errors.length > KEPT) errors.shift();
      }
    },
    list: () => errors,
  };
}
