import type pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import type { Db } from "@/db";
import { cloneDatabase } from "@/db/testing";

/** A migrated, empty database for the calling test file. Use inside tests only: it opens before the first one. */
export function testDatabase(): { readonly db: Db; readonly pool: pg.Pool; readonly url: string } {
  let clone: Awaited<ReturnType<typeof cloneDatabase>> | undefined;
  const opened = () => {
    if (!clone) throw new Error("testDatabase() is ready inside tests only");
    return clone;
  };
  beforeAll(async () => {
    clone = await cloneDatabase(inject("databaseServer"));
  });
  afterAll(() => clone?.close());
  return {
    get db() {
      return opened().db;
    },
    get pool() {
      return opened().pool;
    },
    get url() {
      return opened().url;
    },
  };
}
