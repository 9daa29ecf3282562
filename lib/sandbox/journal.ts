import { closeSync, existsSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from "node:fs";
import path from "node:path";
import { log } from "@/lib/core/log";
import type { RecordKind, Records } from "./records";

type Apply<K extends RecordKind> = (data: Records[K]) => void;

export type Journal = {
  /** Names what a record of this kind changes. Called by `commit` and when the log is read again. */
  on<K extends RecordKind>(kind: K, apply: Apply<K>): void;
  /** Changes the state and writes it down. What has to survive a kill waits for `flushed` before it is answered. */
  commit<K extends RecordKind>(kind: K, data: Records[K]): void;
  flushed(): Promise<void>;
  /** Applies the log; answers how many records it held. */
  replay(): number;
  close(): void;
};

/**
 * Append-only log of `[kind, data]` lines. Records of one turn of the event loop go out in one write, handed to the
 * kernel before anybody is answered: a killed process loses nothing it acknowledged. No fsync: a power cut may cost the
 * last moments of a demo.
 */
export function openJournal(folder: string): Journal {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "log.jsonl");
  const appliers = new Map<RecordKind, Apply<never>[]>();
  let descriptor = openSync(file, "a");
  let lines: string[] = [];
  let waiting: (() => void)[] = [];
  let scheduled = false;

  const apply = (kind: RecordKind, data: unknown): void => {
    for (const each of appliers.get(kind) ?? []) each(data as never);
  };
  const flush = (): void => {
    scheduled = false;
    const text = lines.join("");
    const done = waiting;
    lines = [];
    waiting = [];
    if (text && descriptor >= 0) writeAll(descriptor, Buffer.from(text));
    for (const each of done) each();
  };
  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    setImmediate(flush);
  };

  return {
    on(kind, each) {
      appliers.set(kind, [...(appliers.get(kind) ?? []), each as Apply<never>]);
    },
    commit(kind, data) {
      apply(kind, data);
      lines.push(`${JSON.stringify([kind, data])}\n`);
      schedule();
    },
    flushed() {
      if (lines.length === 0) return Promise.resolve();
      return new Promise((resolve) => waiting.push(resolve));
    },
    replay() {
      return existsSync(file) ? replayFile(file, apply) : 0;
    },
    close() {
      flush();
      if (descriptor >= 0) closeSync(descriptor);
      descriptor = -1;
    },
  };
}

function writeAll(descriptor: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}

/** A line cut off by a kill ends the log: it was never acknowledged. It is removed, so that the next one starts clean. */
function replayFile(file: string, apply: (kind: RecordKind, data: unknown) => void): number {
  const bytes = readFileSync(file);
  let count = 0;
  let from = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
    const [kind, data] = JSON.parse(bytes.toString("utf8", from, end)) as [RecordKind, unknown];
    apply(kind, data);
    count += 1;
    from = end + 1;
  }
  if (from < bytes.length) {
    log.warn(
      { event: "sandbox.log.cut", bytes: bytes.length - from },
      "the last line of the sandbox's log was cut off",
    );
    truncateSync(file, from);
  }
  return count;
}
