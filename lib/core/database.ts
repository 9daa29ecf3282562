import { type Db, openDatabase } from "@/db";
import { env } from "./env";
import { createWaker, type Waker } from "./wake-up";

type Opened = ReturnType<typeof openDatabase>;

// On globalThis: the bundler may load this module more than once in a process, the pools must stay the same.
const shared = globalThis as typeof globalThis & {
  madoguchiDatabase?: Opened;
  madoguchiEdge?: Opened;
  madoguchiWaker?: Waker;
};

/**
 * For people, who would rather wait than read an error: while others' pages have all connections, too. Only gates ask for
 * it; everything else gets it in a Ctx.
 */
export function appDb(): Db {
  shared.madoguchiDatabase ??= openDatabase(env().DATABASE_URL ?? "", {
    max: 20,
    connectTimeoutMs: 8_000,
    statementTimeoutMs: 15_000,
    name: "madoguchi-web",
    oneProcess: true,
  });
  return shared.madoguchiDatabase.db;
}

/**
 * For the webhook and for waking workers, whose short statements no busy console may hold up: a pool of their own. An
 * absent database answers as an error within 1.2 s, so that LINE hears a 5xx inside its 2 s. Raw, since the webhook's one
 * INSERT is prepared by name.
 */
export function edgePool(): Opened["pool"] {
  shared.madoguchiEdge ??= openDatabase(env().DATABASE_URL ?? "", {
    max: 10,
    connectTimeoutMs: 1_200,
    statementTimeoutMs: 15_000,
    name: "madoguchi-web-edge",
    oneProcess: true,
  });
  return shared.madoguchiEdge.pool;
}

/** Opening a connection takes some 20 ms; the first residents after a start should not all wait for it. */
const CONNECTIONS_AT_START = 6;

/** Opens some connections before the first request. A database that is away is no reason not to start. */
export async function openFirstConnections(): Promise<void> {
  const opening = Array.from({ length: CONNECTIONS_AT_START }, () => edgePool().connect());
  for (const opened of await Promise.allSettled(opening)) {
    if (opened.status === "fulfilled") opened.value.release();
  }
}

/** Wakes workers and open consoles after a commit of this process. */
export function appWaker(): Waker {
  shared.madoguchiWaker ??= createWaker(edgePool());
  return shared.madoguchiWaker;
}
