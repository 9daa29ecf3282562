import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { appDb, edgePool } from "./database";
import { testDatabase } from "./testing/database";
import { stubSettings } from "./testing/settings";

const database = testDatabase();
beforeAll(() => stubSettings(database.url));

it("the webhook does not wait for pages, which wait for each other instead of failing", async () => {
  let letGo = () => {};
  const busy = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let holding = 0;
  const pages = Array.from({ length: 20 }, () =>
    appDb().transaction(async (tx) => {
      await tx.execute(sql`select 1`);
      holding += 1;
      await busy;
    }),
  );
  await expect.poll(() => holding).toBe(20);
  const late = appDb().execute(sql`select 2 as n`);
  const { rows } = await edgePool().query("select 3 as n");
  expect(rows).toEqual([{ n: 3 }]);
  await sleep(1_500); // longer than LINE may wait
  letGo();
  expect((await late).rows).toEqual([{ n: 2 }]);
  await Promise.all(pages);
});
