import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import * as relations from "./relations";
import * as schema from "./schema/index";

const everything = { ...schema, ...relations };

export type Db = NodePgDatabase<typeof everything>;
/** A Db or a transaction of one. */
export type DbOrTx = Db | Parameters<Parameters<Db["transaction"]>[0]>[0];

/** A statement that takes too long is ended by the server; one of which nothing is heard for this much longer, by us. */
const SILENCE_MS = 5_000;

/**
 * Closes its connection when an answer does not come at all (the server lost its power, a firewall forgot the connection):
 * what else is asked on it, the rollback first, would wait behind that for ever.
 *
 * Gives its connection back to the pool when `begin` fails. Drizzle (0.45) sends it before it minds giving the connection
 * back: each database restart, each cut network would take some connections from the pool for good, until none is left.
 */
class Connection extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg's overloads
  override query(...args: any[]): any {
    // biome-ignore lint/suspicious/noExplicitAny: pg's overloads
    const answer = (super.query as (...args: any[]) => unknown)(...args);
    if (!(answer instanceof Promise)) return answer;
    answer.catch((error: Error) => {
      if (error.message === "Query read timeout") this.connection.stream.destroy();
      if (isBegin(args[0])) (this as unknown as pg.PoolClient).release(error);
    });
    return answer;
  }
}
const isBegin = (query: unknown): boolean =>
  typeof query === "object" && query !== null && "text" in query && /^begin\b/.test(String(query.text));

/**
 * A pool and Drizzle over it. `statementTimeoutMs` bounds every statement, 0 none, and with it the wait for an answer
 * (SILENCE_MS more); `connectTimeoutMs` bounds waiting for a
 * connection, so that an absent database answers as an error and not as silence. `oneProcess`: PostgreSQL takes one process
 * a statement. For who asks many short things at once: those that help are started anew for each, for more than they save.
 */
export function openDatabase(
  url: string,
  options: {
    max?: number;
    connectTimeoutMs?: number;
    statementTimeoutMs?: number;
    name?: string;
    oneProcess?: boolean;
  } = {},
): { db: Db; pool: pg.Pool; close: () => Promise<void> } {
  const statementTimeoutMs = options.statementTimeoutMs ?? 30_000;
  const pool = new pg.Pool({
    Client: Connection,
    connectionString: url,
    max: options.max ?? 10,
    connectionTimeoutMillis: options.connectTimeoutMs ?? 5_000,
    statement_timeout: statementTimeoutMs,
    ...(statementTimeoutMs > 0 ? { query_timeout: statementTimeoutMs + SILENCE_MS } : {}),
    idle_in_transaction_session_timeout: 60_000,
    application_name: options.name ?? "madoguchi",
    ...(options.oneProcess ? { options: "-c max_parallel_workers_per_gather=0" } : {}),
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000, // 0 is the system's own, often two hours
    // Opening a connection costs more than keeping one: under load it can take longer than LINE waits.
    idleTimeoutMillis: 300_000,
  });
  // A connection that the server drops is an event, not a crash: idle in the pool, or lent out between two statements of
  // a transaction, where the next statement fails and says so.
  pool.on("error", () => {});
  pool.on("connect", (client) => {
    client.on("error", () => {});
  });
  return { db: drizzle(pool, { schema: everything }), pool, close: () => pool.end() };
}
