import { subscribe } from "node:diagnostics_channel";
import type { Server } from "node:http";
import { getHub } from "./store";

/** Whoever has not taken an answer for so long after the signal is cut off. */
const PATIENCE_MS = 8_000;

const shared = globalThis as typeof globalThis & { madoguchiEndsFeeds?: boolean };

/**
 * Next ends a process once everybody has been answered, and would wait for ever for open consoles and for who takes
 * nothing. Call once a web process, from instrumentation.ts; the signals' other listeners stay as they are.
 */
export function endFeedsWithProcess(): void {
  if (shared.madoguchiEndsFeeds) return;
  shared.madoguchiEndsFeeds = true;
  const servers = new Set<Server>();
  subscribe("http.server.request.start", (message) => servers.add((message as { server: Server }).server));
  const end = () => {
    getHub().end();
    setTimeout(() => {
      for (const server of servers) server.closeAllConnections();
    }, PATIENCE_MS).unref();
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, end);
}
