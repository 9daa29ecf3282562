import path from "node:path";
import { fileURLToPath } from "node:url";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { openDatabase } from "./index";

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), "migrations");

/** Brings a database to the newest migration. Safe to repeat and to run from several processes at once. */
export async function migrateDatabase(url: string): Promise<void> {
  const { db, pool, close } = openDatabase(url, { max: 2, statementTimeoutMs: 600_000, name: "madoguchi-migrate" });
  const lock = await pool.connect();
  try {
    await lock.query("select pg_advisory_lock(726_001)");
    await migrate(db, { migrationsFolder: folder });
  } finally {
    lock.release(true);
    await close();
  }
}
