import path from "node:path";
import pg from "pg";
import { startEmbedded } from "../../db/embedded";
import type { Stack } from "./stacks";

/** What no person can bring about in a journey: time that has passed, a thing that broke. */
export async function inDatabase(stack: Stack, text: string, values: unknown[] = []): Promise<void> {
  const { url } = await startEmbedded(path.join(stack.folder, "data", "pg")); // it runs: this only attaches
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text, values);
  } finally {
    await client.end();
  }
}
