import type { House, Program } from "../../support/house";
import { openTcpProxy, type TcpProxy } from "../../support/tcp-proxy";

/** A place where one process after another sits, with a proxy between it and the database. */
export type Seat = {
  program: Program;
  proxy: TcpProxy;
  start: () => Promise<Program>;
  /** How long each process took from its start to its first word to the database, in ms: what this machine can do. */
  bootsMs: number[];
};

export function openSeats(house: House) {
  const proxies: TcpProxy[] = [];
  return {
    /** `begin` starts a process on the database address it is given. */
    async take(begin: (databaseUrl: string) => Promise<Program>): Promise<Seat> {
      const url = new URL(house.databaseUrl);
      const proxy = await openTcpProxy({ host: url.hostname, port: Number(url.port) });
      proxies.push(proxy);
      url.port = String(proxy.port);
      const bootsMs: number[] = [];
      const start = () => {
        const startedAt = Date.now();
        proxy.onAsked(() => bootsMs.push(Date.now() - startedAt));
        return begin(url.href);
      };
      return { proxy, start, bootsMs, program: await start() };
    },
    close: async (): Promise<void> => void (await Promise.all(proxies.map((proxy) => proxy.close()))),
  };
}

/** What sits there dies; whatever was on its way to the database or back is lost. */
export async function endSeat(seat: Seat): Promise<void> {
  seat.program.process.kill("SIGKILL");
  await seat.program.exited;
  seat.proxy.cut();
  seat.proxy.hold("nothing");
}
