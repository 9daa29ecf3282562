import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { broadcastEntries, broadcasts, settings } from "@/db/schema";
import { type Ctx, type StaffActor, systemContext } from "@/lib/core/context";
import { parseSettings } from "@/lib/core/env";
import { testDatabase } from "@/lib/core/testing/database";
import { createLineGateway, type LineGateway } from "@/lib/line/gateway";
import { CHANNEL, openSandbox, type TestSandbox, text } from "@/lib/sandbox/testing/sandbox";
import { approve, submitForApproval } from "../approval/commands";
import { getVersion } from "../queries";
import { sendEmergency } from "../release/commands";
import { ACCOUNT, makeCity, makeDraft, makeFriends, makePerson, NOON } from "../testing/desk";
import { keepQuota } from "./jobs";
import { findQuota, getForecast } from "./queries";

const base = testDatabase();
let box: TestSandbox;
let line: LineGateway;
let author: Ctx<StaffActor>;
let approver: Ctx<StaffActor>;

beforeAll(async () => {
  box = await openSandbox();
  const parsed = parseSettings(
    {
      DATABASE_URL: "postgres://none",
      APP_URL: "http://127.0.0.1",
      LINE_API_BASE_URL: box.url,
      LINE_DATA_API_BASE_URL: box.url,
      LINE_CHANNEL_ID: CHANNEL.id,
      LINE_CHANNEL_SECRET: CHANNEL.secret,
    },
    "command",
  );
  if (!("settings" in parsed)) throw new Error(parsed.problems.join());
  line = createLineGateway(parsed.settings);
  await makeCity(base.db);
  await makeFriends(base.db, 30);
  author = await makePerson(base.db, "広報 花子", ["author"]);
  approver = await makePerson(base.db, "課長 太郎", ["approver", "author"]);
});
afterAll(() => box.close());
beforeEach(async () => {
  await base.db.delete(settings).where(eq(settings.key, "line_quota"));
  await base.db.update(broadcasts).set({ state: "cancelled" });
  await box.control("DELETE", "/faults");
});

const system = (now = NOON) => systemContext(base.db, "quota", now);
const set = (quota: object) => box.control("POST", "/config", { quota });
const fetchNow = (now = NOON) => keepQuota(system(now), { line, atOnce: true });
const submitted = async () => {
  const draft = await makeDraft(author);
  return { draft, result: await submitForApproval(author, draft) };
};
const seenOf = async (id: string) => ({
  id,
  version: 1,
  hash: (await getVersion(author, { id, version: 1 })).hash,
});

describe("the month's quota as the platform tells it", () => {
  it("an unlimited plan is known as such", async () => {
    await set({ type: "none" });
    expect(await fetchNow()).toBe(true);
    expect(await findQuota(system())).toEqual({ type: "none", used: 0, fetchedAt: NOON.toISOString() });
    const { draft, result } = await submitted();
    expect(result).toMatchObject({ ok: true });
    expect(
      await getForecast(author, { id: draft.id, kind: "routine", beside: "planned", count: 9e9, due: null }),
    ).toEqual({ kind: "unlimited", asOf: NOON });
  });

  it("what was sent counts, and is fetched again when an hour has passed or a broadcast has ended", async () => {
    await set({ type: "limited", value: 100 });
    await fetchNow();
    const people = await box.residents(3, { seed: "quota" });
    await box.line("POST", "/v2/bot/message/multicast", {
      to: people.map((p) => p.id),
      messages: [text("x")],
    });
    const keep = (ms: number) => keepQuota(system(new Date(NOON.getTime() + ms)), { line, atOnce: false });
    expect(await keep(60_000)).toBe(false);
    expect(await findQuota(system())).toMatchObject({ used: 0 });
    expect(await keep(3_600_000)).toBe(true);
    expect(await findQuota(system())).toMatchObject({ type: "limited", limit: 100, used: 3 });
    const draft = await makeDraft(author);
    await base.db
      .update(broadcasts)
      .set({ state: "sent", finishedAt: new Date(NOON.getTime() + 3_660_000) })
      .where(eq(broadcasts.id, draft.id));
    expect(await keep(3_670_000)).toBe(true);
    expect(await keep(3_671_000)).toBe(false);
  });

  it("the platform does not tell: what was known stays, with its time", async () => {
    await set({ type: "limited", value: 50 });
    await fetchNow();
    await box.control("POST", "/faults", { endpoint: "quota", kind: "500-before" });
    expect(await fetchNow(new Date(NOON.getTime() + 9_000_000))).toBe(false);
    expect(await findQuota(system())).toMatchObject({ limit: 50, fetchedAt: NOON.toISOString() });
  });

  it("older figures that come late do not replace newer ones", async () => {
    await set({ type: "limited", value: 50 });
    await fetchNow(new Date(NOON.getTime() + 1_000));
    await set({ type: "limited", value: 40 });
    expect(await fetchNow()).toBe(false);
    expect(await findQuota(system())).toMatchObject({ limit: 50 });
  });
});

describe("a month that is not enough", () => {
  const limit = async (value: number) => {
    await set({ type: "limited", value });
    await fetchNow();
  };
  const used = async () => (await findQuota(system()))?.used ?? 0;

  it("refuses the asking with the exact shortage, and keeps the draft", async () => {
    await limit((await usedNow()) + 26);
    const { draft, result } = await submitted();
    expect(result).toMatchObject({ ok: false, reason: "quota" });
    expect(result.ok ? "" : result.message).toContain("残りは26通で、あと4通足りません");
    expect(await base.db.select().from(broadcasts).where(eq(broadcasts.id, draft.id))).toMatchObject([
      { state: "draft", version: null },
    ]);
  });

  it("refuses the approval too, when the month ran short meanwhile; other plans come first", async () => {
    await limit((await usedNow()) + 45);
    const first = await submitted();
    const second = await submitted();
    expect([first.result.ok, second.result.ok]).toEqual([true, true]);
    await approve(approver, await seenOf(first.draft.id));
    await base.db
      .update(broadcasts)
      .set({ state: "scheduled", dueAt: new Date(NOON.getTime() + 3_600_000) })
      .where(eq(broadcasts.id, first.draft.id));
    const refused = await approve(approver, await seenOf(second.draft.id));
    expect(refused).toMatchObject({ ok: false, reason: "quota" });
    expect(refused.ok ? "" : refused.message).toContain("残りは15通で、あと15通足りません");
    const entries = await base.db
      .select()
      .from(broadcastEntries)
      .where(eq(broadcastEntries.broadcastId, second.draft.id));
    expect(entries.map((e) => e.kind)).not.toContain("approved");
    // An emergency does not wait behind a plan.
    const boss = await makePerson(base.db, "危機 管理", ["author", "approver"]);
    const alarm = await makeDraft(boss, { kind: "emergency" });
    expect(await sendEmergency(boss, { ...alarm, count: 30, typed: ACCOUNT })).toMatchObject({ ok: true });
  });

  it("is asked about each minute after a refusal: a top-up does not wait for the hour", async () => {
    await limit((await usedNow()) + 5);
    const keep = (ms: number) => keepQuota(system(new Date(NOON.getTime() + ms)), { line, atOnce: false });
    await base.db.delete(settings).where(eq(settings.key, "line_quota_wanted"));
    await base.db.update(broadcasts).set({ finishedAt: null });
    expect(await keep(120_000)).toBe(false);
    const boss = await makePerson(base.db, "危機 管理", ["author", "approver"]);
    const alarm = await makeDraft(boss, { kind: "emergency" });
    const send = () => sendEmergency(boss, { ...alarm, count: 30, typed: ACCOUNT });
    expect(await send()).toMatchObject({ ok: false, reason: "quota" });
    await set({ type: "limited", value: 100_000 });
    expect(await keep(30_000)).toBe(false);
    expect(await keep(61_000)).toBe(true);
    expect(await send()).toMatchObject({ ok: true });
    // Nobody came back to it: LINE is asked by the hour again.
    await fetchNow(new Date(NOON.getTime() + 3_600_000));
    expect(await keep(3_600_000 + 300_000)).toBe(false);
  });

  const usedNow = async () => {
    await set({ type: "limited", value: 0 });
    await fetchNow();
    return used();
  };
});
