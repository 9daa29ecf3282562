import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { friendSessions, friends } from "@/db/schema";
import { findSessionFriend, friendMark } from "@/lib/auth/friend-sessions";
import { systemContext } from "@/lib/core/context";
import { startSettings } from "@/lib/core/env";
import { sha256 } from "@/lib/core/id";
import { testDatabase } from "@/lib/core/testing/database";
import { stubSettings } from "@/lib/core/testing/settings";
import { hours } from "@/lib/core/time";
import { loadCityContent } from "@/lib/presets/commands";
import { kumamoto } from "@/lib/presets/kumamoto/city";
import { LOGIN_CHANNEL_ID, openSandbox, type TestSandbox } from "@/lib/sandbox/testing/sandbox";
import { changeSettingAction, enterSettingsAction, readSettingsAction } from "./actions";

const request = vi.hoisted(() => ({
  headers: new Headers(),
  cookies: new Map<string, { value: string; options: Record<string, unknown> }>(),
}));
vi.mock("server-only", () => ({}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
// One request after the other: nothing is remembered between them.
vi.mock("react", async (load) => ({
  ...(await load<typeof import("react")>()),
  cache: (work: unknown) => work,
}));
vi.mock("next/headers", () => ({
  headers: async () => request.headers,
  cookies: async () => ({
    get: (name: string) => request.cookies.get(name),
    set: (name: string, value: string, options: Record<string, unknown>) =>
      value === "" ? request.cookies.delete(name) : request.cookies.set(name, { value, options }),
  }),
}));

const database = testDatabase();
const PUBLIC = "https://line.city.example";
const COOKIE = "__Host-madoguchi.resident";
let box: TestSandbox;
let people: string[] = [];

beforeAll(async () => {
  box = await openSandbox();
  people = (await box.residents(3)).map((resident) => resident.id);
  stubSettings(database.url, "https://console.city.example");
  vi.stubEnv("PUBLIC_URL", PUBLIC);
  vi.stubEnv("LINE_API_BASE_URL", box.url);
  vi.stubEnv("LINE_LOGIN_CHANNEL_ID", LOGIN_CHANNEL_ID);
  startSettings("web");
  await loadCityContent(systemContext(database.db, "test"), kumamoto);
});
afterAll(() => box.close());
beforeEach(() => {
  request.headers = new Headers({ origin: PUBLIC, "sec-fetch-site": "same-origin" });
  request.cookies.clear();
});

const tokenOf = async (person: number, more: object = {}): Promise<string> =>
  (await box.control<{ idToken: string }>("POST", "/login/id-token", { residentId: people[person], ...more }))
    .idToken;
const idOf = async (person: number): Promise<number> => {
  const [row] = await database.db
    .select()
    .from(friends)
    .where(eq(friends.lineUserId, people[person] ?? ""));
  return row?.id ?? 0;
};
const sessions = () => database.db.$count(friendSessions);

describe("an ID token", () => {
  it("becomes a session of an hour, whose token the database knows by its hash alone", async () => {
    expect(await enterSettingsAction({ idToken: await tokenOf(0) })).toEqual({ ok: true, value: null });
    const cookie = request.cookies.get(COOKIE);
    expect(cookie?.options).toMatchObject({
      httpOnly: true,
      secure: true,
      sameSite: "lax",
      path: "/",
      maxAge: 3600,
    });
    const [row] = await database.db
      .select()
      .from(friendSessions)
      .where(eq(friendSessions.tokenHash, sha256(cookie?.value ?? "")));
    expect(row?.friendId).toBe(await idOf(0));
    const now = new Date();
    expect(await findSessionFriend(database.db, cookie?.value ?? "", now)).toBe(await idOf(0));
    const later = new Date(now.getTime() + hours(1));
    expect(await findSessionFriend(database.db, cookie?.value ?? "", later)).toBeNull();
  });

  it.each<[string, () => Promise<string>]>([
    ["of another channel", () => tokenOf(0, { clientId: "1650000009" })],
    ["that is over", () => tokenOf(0, { expiresInS: -1 })],
    [
      "that was forged",
      async () => {
        const [header, , mac] = (await tokenOf(0)).split(".");
        const claims = {
          iss: "https://access.line.me",
          sub: people[1],
          aud: LOGIN_CHANNEL_ID,
          exp: 9_999_999_999,
        };
        return `${header}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.${mac}`;
      },
    ],
    ["without a signature", async () => `${(await tokenOf(0)).split(".").slice(0, 2).join(".")}.`],
    ["of no form at all", async () => "id_token"],
  ])("%s gets nothing", async (_what, make) => {
    const before = await sessions();
    expect(await enterSettingsAction({ idToken: await make() })).toMatchObject({
      ok: false,
      reason: "refused",
    });
    expect(request.cookies.size).toBe(0);
    expect(await sessions()).toBe(before);
  });

  it("used once is of no use after it ran out", async () => {
    const idToken = await tokenOf(0, { expiresInS: 600 });
    expect(await enterSettingsAction({ idToken })).toMatchObject({ ok: true });
    await box.control("POST", "/clock", { shiftMs: 601_000 });
    request.cookies.clear();
    expect(await enterSettingsAction({ idToken })).toMatchObject({ ok: false, reason: "refused" });
    expect(request.cookies.size).toBe(0);
    await box.control("POST", "/clock", { shiftMs: 0 });
  });

  it("is not asked about for a page of another origin", async () => {
    for (const origin of ["https://evil.example", "https://console.city.example", ""]) {
      request.headers = new Headers(origin ? { origin } : {});
      expect(await enterSettingsAction({ idToken: await tokenOf(0) })).toMatchObject({ reason: "forbidden" });
    }
    expect(request.cookies.size).toBe(0);
  });
});

describe("a session", () => {
  const enter = async (person: number) => {
    await enterSettingsAction({ idToken: await tokenOf(person) });
    return friendMark(await idOf(person));
  };

  it("changes its own resident's settings, part by part", async () => {
    const mark = await enter(0);
    expect(await changeSettingAction({ mark, part: "interest:3", value: 1 })).toMatchObject({
      ok: true,
      value: { interests: [3] },
    });
    expect(await changeSettingAction({ mark, part: "spoken", value: 4 })).toMatchObject({
      value: { spoken: 4 },
    });
    expect(await changeSettingAction({ mark, part: "stopped", value: 1 })).toMatchObject({
      value: { stopped: 1 },
    });
    expect(await readSettingsAction({ mark })).toMatchObject({ value: { interests: [3], stopped: 1 } });
  });

  it("takes only what is offered", async () => {
    const mark = await enter(0);
    const tries = [
      ["interest:40", 1],
      ["gender", 9],
      ["area", 999],
      ["spoken", 7],
      ["stopped", 2],
    ] as const;
    for (const [part, value] of tries)
      expect(await changeSettingAction({ mark, part, value })).toMatchObject({ ok: false, reason: "over" });
    expect(await changeSettingAction({ mark, part: "interest:60", value: 0 })).toMatchObject({
      reason: "invalid",
    });
  });

  it("is refused on a page that was another resident's", async () => {
    const first = await enter(1);
    const second = await enter(2);
    expect(await changeSettingAction({ mark: first, part: "gender", value: 1 })).toMatchObject({
      reason: "forbidden",
    });
    expect(await changeSettingAction({ mark: second, part: "gender", value: 2 })).toMatchObject({ ok: true });
    request.cookies.clear();
    expect(await readSettingsAction({ mark: second })).toMatchObject({ reason: "unauthenticated" });
    request.cookies.set(COOKIE, { value: "made-up", options: {} });
    expect(await readSettingsAction({ mark: second })).toMatchObject({ reason: "unauthenticated" });
  });
});

it("one resident's page may not ask without end", async () => {
  await enterSettingsAction({ idToken: await tokenOf(2) });
  const ask = async () => readSettingsAction({ mark: friendMark(await idOf(2)) });
  const answers = [];
  for (let n = 0; n < 61; n += 1) answers.push(await ask());
  expect(answers.at(0)).toMatchObject({ ok: true });
  expect(answers.at(-1)).toMatchObject({ ok: false, reason: "too-many" });
  await enterSettingsAction({ idToken: await tokenOf(0) });
  expect(await readSettingsAction({ mark: friendMark(await idOf(0)) })).toMatchObject({ ok: true });
});
