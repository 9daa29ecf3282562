import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "@/db/embedded";
import { migrateDatabase } from "@/db/migrate";
import { createTemplate } from "@/db/testing";

declare module "vitest" {
  export interface ProvidedContext {
    databaseServer: string;
  }
}

/** One scratch PostgreSQL for a test run, in a temporary folder, with the migrated template that files clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "madoguchi-test-"));
  const server = await startEmbedded(folder, { scratch: true });
  await createTemplate(server.url, migrateDatabase);
  project.provide("databaseServer", server.url);
  return async () => {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
}
