import { eq } from "drizzle-orm";
import type { NextRequest } from "next/server";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { auditEntries, staff, staffRoles, staffSessions } from "@/db/schema/index";
import { systemContext } from "@/lib/core/context";
import { startSettings } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { ok, refused } from "@/lib/core/result";
import { testDatabase } from "@/lib/core/testing/database";
import { stubSettings } from "@/lib/core/testing/settings";
import { publicAction, staffAction } from "./action";
import { createStaff } from "./commands";
import { sealSessionToken } from "./cookie";
import { orNotFound, publicGate, requireStaff, routeStaff } from "./gate";
import { openSession } from "./sign-in";
import { UNASKED_COOKIE } from "./unasked";

const request = vi.hoisted(() => ({ headers: new Headers(), cookies: new Map<string, string>() }));
const revalidatePath = vi.hoisted(() => vi.fn());
vi.mock("next/headers", () => ({
  headers: async () => request.headers,
  cookies: async () => ({
    get: (name: string) => (request.cookies.has(name) ? { value: request.cookies.get(name) } : undefined),
  }),
}));
vi.mock("next/cache", () => ({ revalidatePath }));

const database = testDatabase();
const ORIGIN = "https://console.city.example";
const COOKIE = "__Host-madoguchi.session";

/** Who the next request comes from: a person with one role in all sections, or nobody. */
async function comeAs(
  role: "administrator" | "viewer" | null,
  over: Record<string, string> = {},
): Promise<number> {
  request.headers = new Headers({ origin: ORIGIN, "sec-fetch-site": "same-origin", ...over });
  request.cookies.clear();
  if (role === null) return 0;
  const ctx = systemContext(database.db, "test");
  const made = await createStaff(ctx, {
    email: `${role}${Math.random()}@city.example`,
    name: "職員",
    roles: [{ role, sectionId: null }],
  });
  if (!made.ok) throw new Error(made.reason);
  const { token } = await openSession(ctx, made.value.staffId, null);
  request.cookies.set(COOKIE, await sealSessionToken(token));
  return made.value.staffId;
}

const command = vi.fn(async (_: unknown, input: { n: number }) =>
  input.n < 0 ? refused("negative", "正の数にしてください。") : ok(input.n * 2),
);
const action = staffAction(
  "audit.view",
  z.object({ n: z.coerce.number({ error: "数字を入力してください。" }) }),
  command,
  {
    revalidate: ["/x"],
  },
);

beforeAll(() => {
  stubSettings(database.url, ORIGIN);
  startSettings("web");
});
beforeEach(() => {
  command.mockClear();
  revalidatePath.mockClear();
});

describe("staffAction", () => {
  it("runs for a permitted person, as a function and as a form", async () => {
    await comeAs("administrator");
    expect(await action({ n: 4 })).toEqual({ ok: true, value: 8 });
    const form = new FormData();
    form.set("n", "5");
    form.set("$ACTION_ID_x", "");
    expect(await action(null, form)).toEqual({ ok: true, value: 10 });
    expect(revalidatePath).toHaveBeenCalledWith("/x");
    expect(command.mock.calls[0]?.[0]).toMatchObject({ actor: { kind: "staff" } });
  });
  it.each([
    ["another site", { origin: "https://evil.example" }],
    ["a sandboxed frame", { origin: "null" }],
    ["another port", { origin: `${ORIGIN}:8443` }],
    ["another scheme", { origin: "http://console.city.example" }],
    ["a sibling host", { origin: "https://www.city.example" }],
    ["a cross-site fetch", { "sec-fetch-site": "cross-site" }],
    ["a same-site fetch", { "sec-fetch-site": "same-site" }],
  ])("refuses %s before anything else", async (_, over) => {
    await comeAs("administrator", over as Record<string, string>);
    expect(await action({ n: 4 })).toMatchObject({ ok: false, reason: "forbidden" });
    expect(command).not.toHaveBeenCalled();
  });
  it("refuses without an origin", async () => {
    await comeAs("administrator");
    request.headers.delete("origin");
    expect(await action({ n: 4 })).toMatchObject({ reason: "forbidden" });
  });
  it("refuses nobody and the wrong role, and looks at the input only afterwards", async () => {
    await comeAs(null);
    expect(await action({ n: "x" } as never)).toMatchObject({
      reason: "unauthenticated",
      message: expect.stringContaining("サインイン"),
    });
    await comeAs("viewer");
    expect(await action({ n: "x" } as never)).toMatchObject({ reason: "forbidden" });
    expect(command).not.toHaveBeenCalled();
  });
  it.each(["garbage", "eyJhbGciOiJub25lIn0.eyJzdCI6ImEifQ."])("refuses the cookie %j", async (cookie) => {
    await comeAs(null);
    request.cookies.set(COOKIE, cookie);
    expect(await action({ n: 4 })).toMatchObject({ reason: "unauthenticated" });
  });
  it("says what is wrong by field", async () => {
    await comeAs("administrator");
    expect(await action({ n: "x" } as never)).toMatchObject({
      reason: "invalid",
      fields: { n: ["数字を入力してください。"] },
    });
    expect(command).not.toHaveBeenCalled();
  });
  it("hands on what the command refuses, and shows nothing of what it throws", async () => {
    await comeAs("administrator");
    expect(await action({ n: -1 })).toEqual({
      ok: false,
      reason: "negative",
      message: "正の数にしてください。",
    });
    command.mockRejectedValueOnce(new AppError("conflict", "row 7"));
    expect(await action({ n: 1 })).toMatchObject({
      reason: "conflict",
      message: expect.not.stringContaining("row 7"),
    });
    command.mockRejectedValueOnce(new Error("password=hunter2"));
    expect(await action({ n: 1 })).toMatchObject({
      reason: "unavailable",
      message: expect.not.stringContaining("hunter2"),
    });
    expect(revalidatePath).not.toHaveBeenCalled();
  });
  it("lets Next's own throws through", async () => {
    await comeAs("administrator");
    const redirect = Object.assign(new Error("NEXT_REDIRECT"), { digest: "NEXT_REDIRECT;replace;/;307;" });
    command.mockRejectedValueOnce(redirect);
    await expect(action({ n: 1 })).rejects.toBe(redirect);
  });
  it("is off on the very next request after a role goes or the person is disabled", async () => {
    const staffId = await comeAs("administrator");
    expect(await action({ n: 1 })).toMatchObject({ ok: true });
    await database.db.delete(staffRoles).where(eq(staffRoles.staffId, staffId));
    expect(await action({ n: 1 })).toMatchObject({ reason: "forbidden" });
    await database.db.update(staff).set({ disabledAt: new Date() }).where(eq(staff.id, staffId));
    expect(await action({ n: 1 })).toMatchObject({ reason: "unauthenticated" });
  });
});

describe("routeStaff", () => {
  const handler = vi.fn(async () => Response.json({ secret: 1 }));
  const call = (method: string, background = false) =>
    routeStaff("audit.view", handler, { background })({ method } as NextRequest, {
      params: Promise.resolve({}),
    });
  beforeEach(() => handler.mockClear());

  it.each([
    [null, 401, "unauthenticated"],
    ["viewer", 403, "forbidden"],
  ] as const)("answers %s with %i", async (role, status, error) => {
    await comeAs(role);
    const response = await call("GET");
    expect([response.status, await response.json(), response.headers.get("cache-control")]).toEqual([
      status,
      { error },
      "private, no-store",
    ]);
    expect(handler).not.toHaveBeenCalled();
  });
  it("reads from anywhere a browser navigates, changes only from our own pages", async () => {
    await comeAs("administrator", { origin: "https://evil.example", "sec-fetch-site": "cross-site" });
    expect((await call("GET")).status).toBe(200);
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) expect((await call(method)).status).toBe(403);
    expect(handler).toHaveBeenCalledTimes(1);
  });
  it("hides what went wrong inside", async () => {
    await comeAs("administrator");
    handler.mockRejectedValueOnce(new Error("select * from staff"));
    const broken = await call("GET");
    expect([broken.status, await broken.text()]).toEqual([500, '{"error":"internal"}']);
    handler.mockRejectedValueOnce(new AppError("not-found"));
    expect((await call("GET")).status).toBe(404);
  });
  it("does not keep a session awake by polling", async () => {
    const staffId = await comeAs("administrator");
    const before = new Date(Date.now() - 20 * 60_000);
    await database.db.update(staffSessions).set({ seenAt: before }).where(eq(staffSessions.staffId, staffId));
    const seen = async () =>
      (await database.db.select().from(staffSessions).where(eq(staffSessions.staffId, staffId)))[0]?.seenAt;
    await call("GET", true);
    expect(await seen()).toEqual(before);
    await call("GET");
    expect(await seen()).not.toEqual(before);
  });
});

describe("requireStaff", () => {
  it("does not keep a session awake when the page reads itself again", async () => {
    const staffId = await comeAs("administrator");
    const before = new Date(Date.now() - 20 * 60_000);
    await database.db.update(staffSessions).set({ seenAt: before }).where(eq(staffSessions.staffId, staffId));
    const seen = async () =>
      (await database.db.select().from(staffSessions).where(eq(staffSessions.staffId, staffId)))[0]?.seenAt;
    request.cookies.set(UNASKED_COOKIE, "1");
    await requireStaff("report.view");
    expect(await seen()).toEqual(before);
    request.cookies.delete(UNASKED_COOKIE);
    await requireStaff("report.view");
    expect(await seen()).not.toEqual(before);
  });
  it("leads to sign-in and back", async () => {
    await comeAs(null, { "x-path": "/reports?status=new" });
    await expect(requireStaff("report.view")).rejects.toMatchObject({
      digest: expect.stringContaining("/sign-in?next=%2Freports%3Fstatus%3Dnew"),
    });
    await comeAs(null, { "x-path": "//evil.example" });
    await expect(requireStaff("report.view")).rejects.toMatchObject({
      digest: expect.stringMatching(/;\/sign-in;/),
    });
  });
});

describe("publicGate and publicAction", () => {
  it("is limited by name and asks for our own origin", async () => {
    await comeAs(null);
    const limit = { points: 2, seconds: 60 };
    await publicGate("t", limit);
    await publicGate("t", limit);
    await expect(publicGate("t", limit)).rejects.toMatchObject({ code: "too-many" });
    await expect(publicGate("other", limit)).resolves.toMatchObject({ actor: { kind: "public" } });
    const open = publicAction("p", z.object({}), async () => ok(1), { points: 1, seconds: 60 });
    expect(await open({})).toEqual({ ok: true, value: 1 });
    expect(await open({})).toMatchObject({ reason: "too-many" });
    await comeAs(null, { origin: "https://evil.example" });
    expect(await open({})).toMatchObject({ reason: "forbidden" });
  });
  it("takes an IPv6 network as one: its owner has more addresses than we could count", async () => {
    const shared = globalThis as { madoguchiPeerHeader?: string };
    shared.madoguchiPeerHeader = "x-peer-test";
    const from = async (address: string) => {
      await comeAs(null, { "x-peer-test": address });
      return publicGate("net", { points: 2, seconds: 60 }).then(
        () => "in",
        (error) => error.code,
      );
    };
    expect(await from("2001:db8:0:1::1")).toBe("in");
    expect(await from("2001:db8:0:1::2")).toBe("in");
    expect(await from("2001:db8:0:1:5::3")).toBe("too-many");
    expect(await from("2001:db8:0:2::1")).toBe("in");
    delete shared.madoguchiPeerHeader;
  });
  it("leaves no trace of who tried", async () => {
    expect(JSON.stringify(await database.db.select().from(auditEntries))).not.toContain("@");
  });
});

describe("a refusal leaves one line", () => {
  const written = vi.spyOn(log, "warn");
  beforeEach(() => {
    written.mockReset().mockImplementation(() => {});
    vi.stubEnv("__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS", "true"); // as next.config.ts has it
  });
  const lines = () => written.mock.calls.map(([line]) => line);
  const line = (more: object) => ({ event: "access.refused", code: "forbidden", targets: [], ...more });
  const PHOTO = "0f8fad5b-d9cb-469f-a165-70867728950e";

  it("of an action that is shut, and of another site's", async () => {
    const staffId = await comeAs("viewer");
    await action({ n: 1 });
    expect(lines()).toEqual([line({ permission: "audit.view", staffId, why: "role" })]);
    written.mockClear();
    await comeAs("administrator", { origin: "https://evil.example" });
    await action({ n: 1 });
    expect(lines()).toEqual([
      line({ permission: "console", staffId: null, why: "request of another origin" }),
    ]);
  });

  it("of a thing that a command does not give them, by its ids and without their words", async () => {
    const staffId = await comeAs("administrator");
    const onReport = staffAction(
      "report.note",
      z.object({ number: z.string(), photoId: z.string(), text: z.string() }),
      async () => {
        throw new AppError("not-found", "report");
      },
    );
    await onReport({ number: "R8-000123", photoId: "山田 090-0000-0000", text: "秘密" });
    expect(lines()).toEqual([
      line({
        code: "not-found",
        permission: "report.note",
        staffId,
        why: "report",
        targets: [
          { kind: "report", id: "R8-000123" },
          { kind: "photo", id: "no-id-of-ours" },
        ],
      }),
    ]);
    expect(JSON.stringify(lines())).not.toMatch(/山田|090|秘密/);
  });

  it("of a command's own no to the person, but not of a state that forbids it", async () => {
    const staffId = await comeAs("administrator");
    const approve = staffAction("broadcast.approve", z.object({ id: z.uuid() }), async () => refused("own"));
    await approve({ id: PHOTO });
    await action({ n: -1 });
    expect(lines()).toEqual([
      line({
        permission: "broadcast.approve",
        staffId,
        why: "own",
        targets: [{ kind: "broadcast", id: PHOTO }],
      }),
    ]);
  });

  it("of a route and of a file", async () => {
    const photo = routeStaff<{ number: string; photoId: string }>("report.photo.view", async () => {
      throw new AppError("forbidden", "photo");
    });
    const ask = () =>
      photo({ method: "GET" } as NextRequest, {
        params: Promise.resolve({ number: "R8-000123", photoId: PHOTO }),
      });
    const staffId = await comeAs("viewer");
    expect((await ask()).status).toBe(403);
    expect(lines()).toEqual([
      line({
        permission: "report.photo.view",
        staffId,
        why: "photo",
        targets: [
          { kind: "report", id: "R8-000123" },
          { kind: "photo", id: PHOTO },
        ],
      }),
    ]);
    written.mockClear();
    await comeAs(null);
    expect((await ask()).status).toBe(401);
    expect(lines()).toEqual([]);
  });

  it("of a page, and of a thing on it that is not there for them", async () => {
    const staffId = await comeAs("viewer");
    await expect(requireStaff("audit.view")).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;403");
    const ctx = await requireStaff("report.view");
    const asked = { permission: "report.view", target: { number: "R8-000123" } } as const;
    const missing = async () => {
      throw new AppError("not-found", "report");
    };
    await expect(orNotFound(ctx, asked, missing)).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
    expect(lines()).toEqual([
      line({ permission: "audit.view", staffId, why: "page" }),
      line({
        code: "not-found",
        permission: "report.view",
        staffId,
        why: "report",
        targets: [{ kind: "report", id: "R8-000123" }],
      }),
    ]);
  });
});
