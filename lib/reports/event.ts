/**
 * What open consoles hear: that a report is new or has changed, never what it says. As a wake-up it is one line:
 * `changed R8-000123 3,5`. `sectionIds` are those it belongs to and, when it was moved, belonged to; none (`-`):
 * only people who see all sections hear of it.
 */
export type ReportEvent = { kind: "created" | "changed"; number: string; sectionIds: number[] };
/** What the browser gets. `resync`: something may have been missed, read everything again. */
export type LiveEvent = { kind: "created" | "changed"; number: string } | { kind: "resync" };

const NUMBER = /^[A-Z0-9]{1,6}-\d{1,9}$/;

export const reportLine = (
  kind: ReportEvent["kind"],
  number: string,
  sectionIds: readonly (number | null)[],
): string => `${kind} ${number} ${[...new Set(sectionIds)].filter((id) => id !== null).join(",") || "-"}`;

/** The case a command changed, and others that look different now. */
export type Announced = {
  number: string;
  sectionIds: readonly (number | null)[];
  others?: readonly { number: string; sectionIds: readonly (number | null)[] }[];
};

/**
 * What open consoles hear of a change, and what the person who made it may be answered: the others can lie outside their
 * scope, so their browser is not told of them.
 */
export function announcement<T extends Announced>(done: T): { lines: string[]; own: Omit<T, "others"> } {
  const { others = [], ...own } = done;
  const lines = [own, ...others].map(({ number, sectionIds }) => reportLine("changed", number, sectionIds));
  return { lines, own };
}

/** Null for a line that is none of ours. */
export function parseReportLine(line: string): ReportEvent | null {
  const [kind, number = "", ids = "", ...rest] = line.split(" ");
  if ((kind !== "created" && kind !== "changed") || !NUMBER.test(number) || rest.length > 0) return null;
  const sectionIds = ids === "-" ? [] : ids.split(",").map(Number);
  return sectionIds.every((id) => Number.isSafeInteger(id) && id > 0) && ids !== ""
    ? { kind, number, sectionIds }
    : null;
}

/** One server-sent event. `id` lets a browser that comes back say what it has seen last: epoch milliseconds. */
export const sseFrame = (event: LiveEvent, id: number): string =>
  `id: ${id}\nevent: report\ndata: ${JSON.stringify(event)}\n\n`;

export function parseLiveEvent(data: string): LiveEvent | null {
  try {
    const value = JSON.parse(data) as Partial<{ kind: string; number: string }> | null;
    if (value?.kind === "resync") return { kind: "resync" };
    if ((value?.kind === "created" || value?.kind === "changed") && NUMBER.test(value.number ?? "")) {
      return { kind: value.kind, number: value.number ?? "" };
    }
    return null;
  } catch {
    return null;
  }
}
