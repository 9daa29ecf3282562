import { sql } from "drizzle-orm";
import type pg from "pg";
import { describe, expect, it } from "vitest";
import { openDatabase } from "@/db";
import { testDatabase } from "./testing/database";

const database = testDatabase();

describe("a pool that outlives its connections", () => {
  it("gets back a connection that is lost as a transaction begins", async () => {
    const { db, pool, close } = openDatabase(database.url, { max: 1, connectTimeoutMs: 2_000 });
    const cutting = (client: pg.PoolClient) =>
      (client as unknown as { connection: { stream: { destroy: () => void } } }).connection.stream.destroy();
    pool.on("acquire", cutting);
    await expect(db.transaction((tx) => tx.execute(sql`select 1`))).rejects.toThrow();
    pool.off("acquire", cutting);

    const { rows } = await db.transaction((tx) => tx.execute(sql`select 1 as one`));
    expect(rows).toEqual([{ one: 1 }]);
    await close();
  });

  it("gets back a connection that is lost inside one", async () => {
    const { db, close } = openDatabase(database.url, { max: 1, connectTimeoutMs: 2_000 });
    const lost = db.transaction(async (tx) => {
      const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      await database.db.execute(sql`select pg_terminate_backend(${rows[0]?.pid})`);
      await tx.execute(sql`select 1`);
    });
    await expect(lost).rejects.toThrow();
    const { rows } = await db.transaction((tx) => tx.execute(sql`select 1 as one`));
    expect(rows).toEqual([{ one: 1 }]);
    await close();
  });
});
