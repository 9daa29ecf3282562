import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { sections } from "@/db/schema";
import { createStaff } from "@/lib/auth/commands";
import { cookieName, SESSION_COOKIE, sealSessionToken } from "@/lib/auth/cookie";
import { openSession } from "@/lib/auth/sign-in";
import { systemContext } from "@/lib/core/context";
import { startSettings } from "@/lib/core/env";
import { testDatabase } from "@/lib/core/testing/database";
import { stubSettings } from "@/lib/core/testing/settings";
import { alone } from "@/lib/garbage/import/store";
import { POST } from "./route";

const request = vi.hoisted(() => ({ headers: new Headers(), cookies: new Map<string, string>() }));
vi.mock("next/headers", () => ({
  headers: async () => request.headers,
  cookies: async () => ({
    get: (name: string) => (request.cookies.has(name) ? { value: request.cookies.get(name) } : undefined),
  }),
}));

const database = testDatabase();
const ORIGIN = "https://console.city.example";
let park = 0;

/** The next request comes from an author of one section, or of all. */
async function comeAsAuthor(sectionId: number | null): Promise<void> {
  request.headers = new Headers({ origin: ORIGIN, "sec-fetch-site": "same-origin" });
  const ctx = systemContext(database.db, "test");
  const email = `author${sectionId}${Math.random()}@city.example`;
  const made = await createStaff(ctx, { email, name: "職員", roles: [{ role: "author", sectionId }] });
  if (!made.ok) throw new Error(made.reason);
  const { token } = await openSession(ctx, made.value.staffId, null);
  request.cookies.set(cookieName(SESSION_COOKIE), await sealSessionToken(token));
}

function send(step: "read" | "draft") {
  const body = new FormData();
  body.append("files", new File(["品目,区分\nなべ,金属\n"], "表.csv"));
  body.set("options", JSON.stringify({ step }));
  const sent = new NextRequest(`${ORIGIN}/api/garbage/import`, { method: "POST", body });
  return { sent, answer: POST(sent, { params: Promise.resolve({}) }) };
}

beforeAll(async () => {
  stubSettings(database.url, ORIGIN);
  startSettings("web");
  const [row] = await database.db
    .insert(sections)
    .values({ key: "park", name: "公園課", position: 0 })
    .returning({ id: sections.id });
  park = row?.id ?? 0;
});

describe("an import", () => {
  it.each(["read", "draft"] as const)(
    "(%s) is not for one section's author: nothing is read",
    async (step) => {
      await comeAsAuthor(park);
      const { sent, answer } = send(step);
      const response = await answer;
      expect([response.status, await response.json()]).toEqual([403, { error: "forbidden" }]);
      expect(sent.bodyUsed).toBe(false);
    },
  );

  it("is for an author of the whole city, one at a time", async () => {
    await comeAsAuthor(null);
    let finish = (): void => {};
    const running = alone(() => new Promise<void>((resolve) => (finish = resolve)));
    const refused = await send("read").answer;
    expect([refused.status, await refused.json()]).toMatchObject([
      503,
      { error: "busy", message: expect.stringContaining("少し待って") },
    ]);
    finish();
    await running;
    expect((await send("read").answer).status).toBe(200);
  });
});
