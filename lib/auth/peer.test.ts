import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { startSettings } from "@/lib/core/env";
import { clientAddress, stampPeers } from "./peer";

let server: http.Server;
let seen: http.IncomingHttpHeaders = {};

beforeAll(async () => {
  vi.stubEnv("DATABASE_URL", "postgresql://x@127.0.0.1/x");
  startSettings("command");
  stampPeers();
  server = http.createServer((request, response) => {
    seen = request.headers;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

it("knows the socket's address whatever the headers claim", async () => {
  const { port } = server.address() as AddressInfo;
  await fetch(`http://127.0.0.1:${port}/`, {
    headers: {
      "x-forwarded-for": "203.0.113.9",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      "x-real-ip": "203.0.113.9",
      "x-middleware-subrequest": "proxy",
      "x-path": "/somewhere",
      "x-nonce": "mine",
    },
  });
  const headers = new Headers(
    Object.entries(seen).map(([name, value]): [string, string] => [name, String(value)]),
  );
  expect(clientAddress(headers)).toBe("127.0.0.1");
  expect(
    Object.keys(seen).filter((name) =>
      /forwarded-(host|proto)|real-ip|middleware|^x-path|^x-nonce/.test(name),
    ),
  ).toEqual([]);
});

it("is unknown for a request that no server of ours received", () => {
  expect(
    clientAddress(new Headers({ "x-peer": "203.0.113.9", "x-forwarded-for": "203.0.113.9" })),
  ).toBeNull();
});
