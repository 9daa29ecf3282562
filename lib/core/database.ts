import { type Db, openDatabase } from "@/db";
import { env } from "./env";

type Opened = ReturnType<typeof openDatabase>;

// On globalThis: the bundler may load this module more than once in a process, the pool must stay one.
const shared = globalThis as typeof globalThis & { madoguchiDatabase?: Opened };

/**
 * The web process's one pool. An absent database answers as an error within 1.2 s, so that LINE hears a 5xx inside its
 * 2 s. Only gates and the webhook's edge ask for it; everything else gets it in a Ctx.
 */
export function appDb(): Db {
  shared.madoguchiDatabase ??= openDatabase(env().DATABASE_URL ?? "", {
    max: 20,
    connectTimeoutMs: 1_200,
    statementTimeoutMs: 15_000,
    name: "madoguchi-web",
  });
  return shared.madoguchiDatabase.db;
}
