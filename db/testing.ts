import { randomBytes } from "node:crypto";
import pg from "pg";
import { type Db, openDatabase } from "./index";

/** Name of the migrated database that test files clone. */
export const TEMPLATE = "madoguchi_template";

const withDatabase = (url: string, name: string): string => {
  const parsed = new URL(url);
  parsed.pathname = `/${name}`;
  return parsed.href;
};

async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(url, "postgres") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/**
 * A database of its own for one test file, cloned from the migrated template (about 0.1 s). The
 * server is the test runner's (lib/core/testing/database-server.ts), who removes it whole: dropping each database on the
 * way took a tenth of the run, since the file system makes new files slowly where many were just deleted.
 */
export async function cloneDatabase(
  serverUrl: string,
): Promise<{ url: string; db: Db; pool: pg.Pool; close: () => Promise<void> }> {
  const name = `t_${randomBytes(6).toString("hex")}`;
  await asAdmin(serverUrl, `create database ${name} template ${TEMPLATE}`);
  const url = withDatabase(serverUrl, name);
  return { url, ...openDatabase(url, { max: 10, name: "madoguchi-test" }) };
}

export const createTemplate = async (
  serverUrl: string,
  migrate: (url: string) => Promise<void>,
): Promise<void> => {
  await asAdmin(serverUrl, `drop database if exists ${TEMPLATE} with (force)`);
  await asAdmin(serverUrl, `create database ${TEMPLATE}`);
  await migrate(withDatabase(serverUrl, TEMPLATE));
};
