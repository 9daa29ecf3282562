import path from "node:path";
import pg from "pg";
import { startEmbedded } from "../../db/embedded";
import type { Stack } from "./stacks";

/** What no person can bring about in a journey: time that has passed, a thing that broke. */
export async function inDatabase(stack: Stack, text: string, values: unknown[] = []): Promise<void> {
  await rowsIn(stack, text, values);
}

/** What no screen shows yet: rows as they are stored. */
export async function rowsIn<T extends pg.QueryResultRow>(
  stack: Stack,
  text: string,
  values: unknown[] = [],
): Promise<T[]> {
  const { url } = await startEmbedded(path.join(stack.folder, "data", "pg")); // it runs: this only attaches
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}
