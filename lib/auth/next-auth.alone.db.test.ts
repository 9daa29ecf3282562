import { createRequire } from "node:module";
import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { startSettings } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import { testDatabase } from "@/lib/core/testing/database";
import { stubSettings } from "@/lib/core/testing/settings";
import { nextAuth } from "./next-auth";

// next-auth asks Next itself, past the mocks of modules.
const asked = createRequire(import.meta.url)("next/headers");
asked.headers = async () => new Headers({ host: "console.city.example" });
asked.cookies = async () => ({ get: () => undefined, getAll: () => [] });

const database = testDatabase();
const ORIGIN = "https://console.city.example";

const call = (
  action: string[],
  init: { method: string; headers?: Record<string, string>; body?: BodyInit },
) =>
  nextAuth(new NextRequest(`${ORIGIN}/api/auth/${action.join("/")}`, { ...init, duplex: "half" } as never), {
    params: Promise.resolve({ nextauth: action }),
  });
const json = { "content-type": "application/json" };

beforeAll(() => {
  stubSettings(database.url, ORIGIN);
  startSettings("web");
});

describe("next-auth's own endpoints", () => {
  it("let nobody write into our log", async () => {
    const written = vi.spyOn(log, "warn");
    const body = JSON.stringify({ level: "error", code: "yamada@city.example did it" });
    const answer = await call(["_log"], { method: "POST", headers: json, body });
    expect(answer.status).toBe(404);
    expect(JSON.stringify(written.mock.calls)).not.toContain("yamada");
  });
  it("read no more of a stranger's request than a form can be long", async () => {
    let read = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        read += 65_536;
        if (read > 50_000_000) controller.close();
        else controller.enqueue(new Uint8Array(65_536).fill(97));
      },
    });
    const answer = await call(["callback", "credentials"], { method: "POST", headers: json, body: endless });
    expect(answer.status).toBe(413);
    expect(read).toBeLessThan(1_000_000);
  });
  it("still answer what they are for", async () => {
    const answer = await call(["csrf"], { method: "GET" });
    expect(await answer.json()).toMatchObject({ csrfToken: expect.any(String) });
    const refused = await call(["callback", "credentials"], {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ email: "a@city.example", password: "x", csrfToken: "none", json: "true" }),
    });
    expect(refused.status).toBeLessThan(400);
    expect((await refused.json()).url).toContain("csrf=true");
  });
});
