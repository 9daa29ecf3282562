import type dns from "node:dns";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLinkGateway, isPublicAddress } from "./link-gateway";

describe("addresses", () => {
  it.each(
    `127.0.0.1 127.255.255.254 0.0.0.0 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1
    192.0.2.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1 255.255.255.255 240.0.0.1 ::1 :: fe80::1 fc00::1 fd12::1
    ff02::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::ffff:10.0.0.1 64:ff9b::a00:1 2001:db8::1 2001::1 2002:7f00:1:: fec0::1 ::7f00:1
    localhost not-an-address`.split(/\s+/),
  )("%s is nobody's outside", (address) => expect(isPublicAddress(address)).toBe(false));
  it.each(["8.8.8.8", "172.15.255.255", "172.32.0.1", "100.63.255.255", "223.255.255.255", "2404:6800::1"])(
    "%s is public",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
});

let server: http.Server;
let origin = "";
const seen: string[] = [];

beforeAll(async () => {
  server = http.createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    const url = request.url ?? "";
    const hop = /^\/hop\/(\d+)$/.exec(url)?.[1];
    if (hop !== undefined)
      response.writeHead(302, { location: Number(hop) > 0 ? `/hop/${Number(hop) - 1}` : "/fine" }).end();
    else if (url === "/no-head") response.writeHead(request.method === "HEAD" ? 405 : 200).end("x");
    else if (url === "/gone") response.writeHead(404).end();
    else if (url === "/silent") return;
    else if (url === "/away") response.writeHead(301, { location: "http://inside.test/" }).end();
    else if (url === "/literal") response.writeHead(301, { location: "http://10.0.0.1/" }).end();
    else if (url === "/file") response.writeHead(301, { location: "file:///etc/passwd" }).end();
    else if (url === "/endless" && request.method === "HEAD") response.writeHead(405).end();
    else if (url === "/endless") {
      response.writeHead(200);
      setInterval(() => response.write("x".repeat(65_536)), 1).unref();
    } else response.writeHead(200).end("x");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://outside.test:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Names as a resolver would give them; `outside` is this machine, which these tests take for a public one. */
const names: Record<string, string[]> = {
  "outside.test": ["127.0.0.1"],
  "inside.test": ["192.168.0.7"],
  "mixed.test": ["127.0.0.1", "192.168.0.7"],
};
const lookup = ((host: string, _options: unknown, done: (error: unknown, found: unknown) => void) => {
  const found = names[host];
  if (found)
    done(
      null,
      found.map((address) => ({ address, family: 4 })),
    );
  else done(Object.assign(new Error("no such name"), { code: "ENOTFOUND" }), []);
}) as unknown as typeof dns.lookup;
const open = createLinkGateway({ mayReach: (address) => address === "127.0.0.1", lookup, anyPort: true });

describe("opening a link", () => {
  it("asks with HEAD, and with GET where a server knows no HEAD", async () => {
    expect(await open(`${origin}/fine`)).toEqual({ kind: "answers", status: 200, end: `${origin}/fine` });
    expect(await open(`${origin}/no-head`)).toMatchObject({ kind: "answers", status: 200 });
    expect(await open(`${origin}/gone`)).toMatchObject({ kind: "answers", status: 404 });
    expect(seen).toEqual(["HEAD /fine", "HEAD /no-head", "GET /no-head", "HEAD /gone", "GET /gone"]);
  });
  it("follows five redirects and no more", async () => {
    expect(await open(`${origin}/hop/4`)).toMatchObject({ kind: "answers", end: `${origin}/fine` });
    expect(await open(`${origin}/hop/5`)).toEqual({ kind: "too-many-redirects" });
  });
  it("goes nowhere inside: by name, by address, by a redirect, by one of several addresses, by another scheme", async () => {
    for (const uri of [
      "http://inside.test/",
      "http://mixed.test/",
      "http://10.0.0.1/",
      "http://[::1]/",
      "http://[::ffff:10.0.0.1]/",
      "http://2130706434/",
      "http://0x0a000001/",
      `${origin}/away`,
      `${origin}/literal`,
      `${origin}/file`,
    ])
      expect([uri, await open(uri)]).toEqual([uri, { kind: "inside" }]);
  });
  it("as it is set up outside tests: not this machine, and usual ports only", async () => {
    const { port } = server.address() as AddressInfo;
    const before = seen.length;
    const real = createLinkGateway();
    expect(await real(`http://127.0.0.1:${port}/fine`)).toEqual({ kind: "inside" });
    expect(await real(`http://localhost:${port}/fine`)).toEqual({ kind: "inside" });
    const strict = createLinkGateway({ lookup, mayReach: () => true });
    expect(await strict(`${origin}/fine`)).toEqual({ kind: "inside" });
    expect(seen.length).toBe(before);
  });
  it("no such name: nothing can be said", async () => {
    expect(await open("http://nowhere.test/")).toEqual({ kind: "silent", why: "ENOTFOUND" });
  });
  it("reads nothing of an endless answer, and does not wait for one that never comes", async () => {
    expect(await open(`${origin}/endless`)).toMatchObject({ kind: "answers", status: 200 });
    expect(await open(`${origin}/silent`)).toEqual({ kind: "silent", why: "timeout" });
  }, 20_000);
});
