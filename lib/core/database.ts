import { type Db, openDatabase } from "@/db";
import { env } from "./env";
import { createWaker, type Waker } from "./wake-up";

type Opened = ReturnType<typeof openDatabase>;

// On globalThis: the bundler may load this module more than once in a process, the pool must stay one.
const shared = globalThis as typeof globalThis & { madoguchiDatabase?: Opened; madoguchiWaker?: Waker };

/**
 * The web process's one pool. An absent database answers as an error within 1.2 s, so that LINE hears a 5xx inside its
 * 2 s. Only gates and the webhook's edge ask for it; everything else gets it in a Ctx.
 */
export function appDb(): Db {
  return appDatabase().db;
}

function appDatabase(): Opened {
  shared.madoguchiDatabase ??= openDatabase(env().DATABASE_URL ?? "", {
    max: 20,
    connectTimeoutMs: 1_200,
    statementTimeoutMs: 15_000,
    name: "madoguchi-web",
    oneProcess: true,
  });
  return shared.madoguchiDatabase;
}

/** The raw pool under it, for the webhook, whose one INSERT is prepared by name. */
export const appPool = (): Opened["pool"] => appDatabase().pool;

/** Opening a connection takes some 20 ms; the first residents after a start should not all wait for it. */
const CONNECTIONS_AT_START = 6;

/** Opens some connections before the first request. A database that is away is no reason not to start. */
export async function openFirstConnections(): Promise<void> {
  const opening = Array.from({ length: CONNECTIONS_AT_START }, () => appPool().connect());
  for (const opened of await Promise.allSettled(opening)) {
    if (opened.status === "fulfilled") opened.value.release();
  }
}

/** Wakes workers and open consoles after a commit of this process. */
export function appWaker(): Waker {
  shared.madoguchiWaker ??= createWaker(appPool());
  return shared.madoguchiWaker;
}
