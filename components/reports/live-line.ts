import { type LiveEvent, parseLiveEvent } from "@/lib/reports/event";

const RETRY_MS = 10_000;
const NAME = "madoguchi-live";

/** What the page that holds the line tells the other pages of the same browser. */
type Shared = { event: LiveEvent } | { open: boolean } | { ask: true };

export type Line = { onEvent: (event: LiveEvent) => void; onOpen: (open: boolean) => void };

/** A line of this page's own. Says `resync` itself after a gap. Answers how to close it. */
function openOwn(line: Line, startsBroken: boolean): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let broken = startsBroken;
  const connect = () => {
    source = new EventSource("/api/live");
    source.onopen = () => {
      if (broken) line.onEvent({ kind: "resync" });
      broken = false;
      line.onOpen(true);
    };
    source.addEventListener("report", (message) => {
      const event = parseLiveEvent(String((message as MessageEvent).data));
      if (event) line.onEvent(event);
    });
    source.onerror = () => {
      broken = true;
      line.onOpen(false);
      // The browser reconnects by itself after a lost line, but never after an answer that was not 200.
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(connect, RETRY_MS);
    };
  };
  connect();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

/**
 * Hears the feed until the answer is called. A browser opens six connections to a host and a clerk opens more cases than
 * that: one page holds the line and passes on what it hears, and when it goes the next one takes over. Web Locks exist on
 * https and on this machine only; elsewhere each page has a line of its own.
 */
export function openLine(line: Line): () => void {
  if (!("locks" in navigator) || !("BroadcastChannel" in globalThis)) return openOwn(line, false);
  const channel = new BroadcastChannel(NAME);
  const end = new AbortController();
  const tell = (shared: Shared) => channel.postMessage(shared);
  let isOpen: boolean | null = null;
  let isHolder = false;

  channel.onmessage = ({ data }: MessageEvent<Shared>) => {
    if ("event" in data) line.onEvent(data.event);
    else if ("open" in data) line.onOpen(data.open);
    else if (isHolder && isOpen !== null) tell({ open: isOpen });
  };
  tell({ ask: true });

  const hold = async () => {
    // The turn may come in the very moment in which the page goes: nobody would end this line then.
    if (end.signal.aborted) return;
    isHolder = true;
    const hasWaited = performance.now() - started > 1_000;
    const close = openOwn(
      {
        onEvent: (event) => {
          line.onEvent(event);
          tell({ event });
        },
        onOpen: (open) => {
          isOpen = open;
          line.onOpen(open);
          tell({ open });
        },
      },
      // Between the former holder's end and now something may have been missed.
      hasWaited,
    );
    await new Promise<void>((resolve) => end.signal.addEventListener("abort", () => resolve()));
    close();
  };
  const started = performance.now();
  navigator.locks.request(NAME, { signal: end.signal }, hold).catch(() => {
    // Only an end before our turn rejects.
  });
  return () => {
    end.abort();
    channel.close();
  };
}
