import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** A view into the database past every proxy, which lives on through its crashes. */
export type Admin = { client: () => Promise<pg.Client>; close: () => Promise<void> };

export function openAdmin(url: string): Admin {
  let open: pg.Client | null = null;
  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on("error", () => {});
    await client.connect();
    return client;
  };
  return {
    async client() {
      for (;;) {
        try {
          open ??= await connect();
          await open.query("select 1");
          return open;
        } catch {
          open = null;
          await sleep(100);
        }
      }
    },
    close: async () => void (await open?.end().catch(() => {})),
  };
}

/** Is a worker in the middle of something that is not committed? */
export async function isInTransaction(admin: Admin["client"]): Promise<boolean> {
  const { rowCount } = await (await admin()).query(
    "select 1 from pg_stat_activity where application_name = 'madoguchi-worker' and state <> 'idle' and xact_start is not null limit 1",
  );
  return rowCount !== 0;
}
