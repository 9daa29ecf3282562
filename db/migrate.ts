import path from "node:path";
import { fileURLToPath } from "node:url";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { openDatabase } from "./index";

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), "migrations");

/**
 * Brings a database to the newest migration. Safe to repeat and to run from several processes at once. `url` is the
 * owner's; `applicationUrl`, when its user is another one, gets that user's rights: everything but changing the audit
 * trail.
 */
export async function migrateDatabase(url: string, applicationUrl: string = url): Promise<void> {
  const { db, pool, close } = openDatabase(url, {
    max: 2,
    statementTimeoutMs: 600_000,
    name: "madoguchi-migrate",
  });
  const lock = await pool.connect();
  try {
    await lock.query("select pg_advisory_lock(726_001)");
    await migrate(db, { migrationsFolder: folder });
    const role = decodeURIComponent(new URL(applicationUrl).username);
    if (role && role !== decodeURIComponent(new URL(url).username)) {
      await pool.query("select grant_application_role($1)", [role]);
    }
  } finally {
    lock.release(true);
    await close();
  }
}
