import net from "node:net";

/**
 * A TCP proxy whose flow a fault run can stop in one direction: what the client sent is then done (committed, say) and
 * the client does not know.
 */
export type TcpProxy = {
  port: number;
  /** Keep back what the server answers; or what the client asks; or nothing. */
  hold: (what: "answers" | "requests" | "nothing") => void;
  /** Bytes kept back now, by direction. */
  held: () => { answers: number; requests: number };
  /** Tells of the next thing a client asks, once; an earlier listener is forgotten. */
  onAsked: (listen: () => void) => void;
  /** Cuts every connection. */
  cut: () => void;
  close: () => Promise<void>;
};

export function openTcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  let holding: "answers" | "requests" | "nothing" = "nothing";
  const waiting = { answers: [] as [net.Socket, Buffer][], requests: [] as [net.Socket, Buffer][] };
  const sockets = new Set<net.Socket>();
  let asked: (() => void) | null = null;

  const server = net.createServer((client) => {
    const upstream = net.connect(target);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    const pass = (from: net.Socket, to: net.Socket, direction: "answers" | "requests") =>
      from.on("data", (data) => {
        if (holding === direction) waiting[direction].push([to, data]);
        else to.write(data);
      });
    client.on("data", () => {
      asked?.();
      asked = null;
    });
    pass(client, upstream, "requests");
    pass(upstream, client, "answers");
  });

  const release = (direction: "answers" | "requests") => {
    for (const [to, data] of waiting[direction].splice(0)) if (!to.destroyed) to.write(data);
  };
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve({
        port: typeof address === "object" && address ? address.port : 0,
        hold(what) {
          holding = what;
          if (what !== "answers") release("answers");
          if (what !== "requests") release("requests");
        },
        held: () => ({
          answers: waiting.answers.reduce((sum, [, d]) => sum + d.length, 0),
          requests: waiting.requests.reduce((sum, [, d]) => sum + d.length, 0),
        }),
        onAsked: (listen) => {
          asked = listen;
        },
        cut: () => {
          for (const socket of sockets) socket.destroy();
        },
        close: () => {
          for (const socket of sockets) socket.destroy();
          return new Promise((done) => server.close(() => done()));
        },
      });
    });
  });
}
