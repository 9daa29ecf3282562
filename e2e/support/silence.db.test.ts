import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "@/db";
import { testDatabase } from "@/lib/core/testing/database";
import { createWaker, listen } from "@/lib/core/wake-up";
import { openTcpProxy, type TcpProxy } from "./tcp-proxy";

/** A database host that lost its power: connections stand, and nothing is heard on them any more. */
const database = testDatabase();
let proxy: TcpProxy;
let url: string;
beforeEach(async () => {
  const target = new URL(database.url);
  proxy = await openTcpProxy({ host: target.hostname, port: Number(target.port) });
  target.port = String(proxy.port);
  url = target.href;
});
afterEach(() => proxy.close());

describe("a database of which nothing is heard", () => {
  it("fails what was asked, in and out of a transaction, and takes no connection from the pool for good", async () => {
    const { db, pool, close } = openDatabase(url, { max: 2, statementTimeoutMs: 200 });
    await Promise.all([db.execute(sql`select 1`), db.execute(sql`select 1`)]);
    proxy.hold("answers");
    const asked = [
      db.execute(sql`select 1`),
      db.transaction(async (tx) => {
        await tx.execute(sql`select 2`);
      }),
    ];
    for (const result of await Promise.allSettled(asked)) expect(result.status).toBe("rejected");

    proxy.hold("nothing");
    const again = Array.from({ length: 4 }, () => db.execute<{ n: number }>(sql`select 3 as n`));
    for (const { rows } of await Promise.all(again)) expect(rows).toEqual([{ n: 3 }]);
    expect(pool.totalCount).toBeLessThanOrEqual(2);
    await close();
  });

  it("is listened to anew", async () => {
    const heard: string[][] = [];
    const waits = { askEveryMs: 400, answerWithinMs: 300 };
    const listener = listen(url, ["outbox"], (_, lines) => heard.push(lines), waits);
    const waker = createWaker(database.pool);
    await expect
      .poll(() => {
        waker.wake("outbox", "one");
        return heard.length;
      })
      .toBeGreaterThan(0);
    expect(heard.at(-1)).toEqual(["one"]);
    proxy.hold("answers");
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    proxy.hold("nothing");
    // It says that wake-ups may have been missed.
    await expect.poll(() => heard.at(-1), { timeout: 10_000 }).toEqual(["*"]);
    waker.wake("outbox", "two");
    await expect.poll(() => heard.at(-1)).toEqual(["two"]);
    await listener.stop();
  });
});
