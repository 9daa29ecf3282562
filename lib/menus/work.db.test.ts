import { desc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Db } from "@/db";
import { menuJobs, menuState, menuVersions } from "@/db/schema";
import { systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import type { ChannelGateway } from "@/lib/line/channel-gateway";
import { kumamotoMenus } from "@/lib/presets/kumamoto/menu";
import type { TalkAnswer } from "@/lib/sandbox/protocol";
import { first } from "@/lib/sandbox/testing/sandbox";
import { adoptMenus, requestSetup } from "./commands";
import { askLine, workMenus } from "./jobs";
import { listJobs } from "./queries";
import { type Crash, Killed, openLine } from "./testing/line";
import { markOf } from "./wanted";
import { holdWork } from "./work/commands";

const at = testDatabase();
let line: Awaited<ReturnType<typeof openLine>>;
const ctx = (db: Db = at.db) => systemContext(db, "test");
let owners = 0;

beforeAll(async () => {
  line = await openLine();
  await line.control("POST", "/config", { bucketScale: 0 });
}, 60_000);
afterAll(() => line.close());
beforeEach(async () => {
  await at.db.execute(sql`truncate menu_jobs, menu_state, menu_versions cascade`);
  await adoptMenus(ctx(), kumamotoMenus);
});

/** The mode is turned as the command does it; who may is told elsewhere. */
async function turnTo(mode: "normal" | "disaster"): Promise<void> {
  await at.db.update(menuState).set({ mode, switchedAt: new Date() });
  await at.db.insert(menuJobs).values({ kind: "switch", mode });
}
/** A worker that comes after the last one's lease is over, and does not wait out a pause after a failure. */
async function work(channel: ChannelGateway = line.channel, db: Db = at.db): Promise<number> {
  await at.db.execute(sql`update menu_state set lease_until = now() - interval '1 second'`);
  await at.db.execute(sql`update menu_jobs set next_attempt_at = now() - interval '1 second'`);
  owners += 1;
  return workMenus(ctx(db), { channel, owner: `w${owners}`, leaseMs: 60_000 });
}
async function untilDone(): Promise<void> {
  for (let n = 0; n < 6; n += 1) if ((await work()) === 0) return;
  throw new Error("the job does not end");
}
const differences = async () => (await askLine(ctx(), line.channel))?.differences;
const oursAtLine = async () =>
  (await line.channel.listMenus())
    .filter((menu) => markOf(menu.name) !== null)
    .map((menu) => menu.richMenuId);
const shownTo = async (id: string) => {
  const { richMenu } = await line.control<TalkAnswer>("GET", `/residents/${id}/talk`);
  return richMenu && { id: richMenu.richMenuId, source: richMenu.source };
};
const openTab = (id: string, alias: string) =>
  line.control("POST", `/residents/${id}/switch`, { richMenuAliasId: alias, data: "menu=x" });

/** Everything of ours at LINE, gone. */
async function wipe(): Promise<void> {
  for (const { alias } of await line.channel.listAliases()) await line.channel.deleteAlias(alias);
  for (const { richMenuId } of await line.channel.listMenus()) await line.channel.deleteMenu(richMenuId);
}
async function publishAll(): Promise<void> {
  await requestSetup(ctx());
  await untilDone();
  expect(await differences()).toEqual([]);
}

/** A database that is gone with the process: after the call that kills it nothing is read or written. */
function mortal(channel: ChannelGateway & { calls: string[] }, crash: Crash): Db {
  return new Proxy(at.db, {
    get(target, name, self) {
      if (channel.calls.length >= crash.at) throw new Killed("database");
      return Reflect.get(target, name, self);
    },
  });
}

/** One run that is cut off at a call, then workers as after any other death. Answers whether there was such a call. */
async function survive(crash: Crash): Promise<boolean> {
  const channel = line.crashing(crash);
  const db = crash.how === "killed" ? mortal(channel, crash) : at.db;
  await work(channel, db).catch((error) => {
    if (!(error instanceof Killed)) throw error;
  });
  await untilDone();
  return channel.calls.length >= crash.at;
}

const HOW = [
  { when: "before", how: "killed" },
  { when: "after", how: "killed" },
  { when: "after", how: "silent" },
] as const;

describe("publishing", () => {
  it("brings the menus of both modes to LINE, once", async () => {
    await wipe();
    await publishAll();
    expect(await oursAtLine()).toHaveLength(4);
    expect(await line.channel.listAliases()).toHaveLength(6);
    const before = await oursAtLine();
    await publishAll();
    expect(await oursAtLine()).toEqual(before);
  }, 60_000);

  it.each(HOW.slice(0, 1))(
    "survives every call of the first one: $how $when it",
    async (way) => {
      let point = 1;
      for (; ; point += 1) {
        await wipe();
        await at.db.execute(sql`truncate menu_jobs`);
        await requestSetup(ctx());
        if (!(await survive({ at: point, ...way }))) break;
        expect(await differences(), `call ${point}`).toEqual([]);
        expect(await oursAtLine(), `call ${point}`).toHaveLength(4);
      }
      // Four menus and pictures, six aliases, the default.
      expect(point).toBe(4 + 4 + 6 + 1 + 1);
    },
    180_000,
  );

  it.each(HOW.slice(1))(
    "survives every call of a new version: $how $when it",
    async (way) => {
      await wipe();
      await publishAll();
      let point = 1;
      for (; ; point += 1) {
        const live = first(await at.db.select().from(menuVersions).where(eq(menuVersions.mode, "normal")));
        const content = structuredClone(kumamotoMenus.normal);
        content.chatBarText = `版 ${point}`;
        await at.db.update(menuVersions).set({ content }).where(eq(menuVersions.id, live.id));
        await requestSetup(ctx());
        if (!(await survive({ at: point, ...way }))) break;
        expect(await differences(), `call ${point}`).toEqual([]);
        expect(await oursAtLine(), `call ${point}`).toHaveLength(4);
      }
      expect(point).toBeGreaterThan(2 + 2 + 6 + 1 + 2);
    },
    180_000,
  );

  it("leaves menus and aliases of others alone, and takes away an alias of ours that is no more", async () => {
    await wipe();
    await publishAll();
    const tab = kumamotoMenus.normal.tabs[0];
    if (!tab) throw new Error("a tab");
    const foreign = await line.channel.createMenu({
      size: { width: 800, height: 400 },
      selected: false,
      name: "よその道具のメニュー",
      chatBarText: "よそ",
      areas: [],
    });
    const ours = first(await oursAtLine());
    await line.channel.pointAlias("other-tool", ours, false);
    await line.channel.pointAlias("madoguchi-main", ours, false);
    await publishAll();
    expect((await line.channel.listMenus()).map((menu) => menu.richMenuId)).toContain(foreign);
    const aliases = (await line.channel.listAliases()).map(({ alias }) => alias);
    expect(aliases).toContain("other-tool");
    expect(aliases).not.toContain("madoguchi-main");
  }, 60_000);
});

describe("switching", () => {
  it("makes no menu and no picture: it only points", async () => {
    await wipe();
    await publishAll();
    await turnTo("disaster");
    const spy = line.crashing({ at: 0, when: "before", how: "silent" });
    await work(spy);
    expect(spy.calls.filter((call) => call === "createMenu" || call === "setImage")).toEqual([]);
    expect(spy.calls.length).toBeLessThanOrEqual(9);
    expect(await differences()).toEqual([]);
  }, 60_000);

  it.each(HOW)(
    "survives every call, and nobody keeps the other mode's menu: $how $when it",
    async (way) => {
      await wipe();
      await publishAll();
      const [idle, curious] = await line.residents(2);
      if (!idle || !curious) throw new Error("two residents");
      let point = 1;
      for (; ; point += 1) {
        const [from, to] =
          point % 2 === 1 ? (["normal", "disaster"] as const) : (["disaster", "normal"] as const);
        await openTab(curious.id, `madoguchi-${from}-2`);
        expect(await shownTo(curious.id)).toMatchObject({ source: "user" });
        await turnTo(to);
        const wasCut = await survive({ at: point, ...way });
        expect(await differences(), `call ${point}`).toEqual([]);
        const standing = await line.channel.defaultMenu();
        expect(await shownTo(idle.id), `call ${point}`).toEqual({ id: standing, source: "default" });
        expect(await shownTo(curious.id), `call ${point}`).toEqual({ id: standing, source: "default" });
        if (!wasCut) break;
      }
      expect(point).toBeGreaterThan(6);
    },
    180_000,
  );

  it("leads whoever still looks at the old menu to the new one when they tap its tab", async () => {
    await wipe();
    await publishAll();
    const resident = first(await line.residents(1, { seed: "late" }));
    await turnTo("disaster");
    await untilDone();
    await openTab(resident.id, "madoguchi-normal-2");
    expect((await shownTo(resident.id))?.id).toBe(await line.channel.defaultMenu());
  }, 60_000);

  it("works without LINE's batch, which is given out three times an hour: the menus are made anew", async () => {
    await wipe();
    await publishAll();
    const resident = first(await line.residents(1, { seed: "limit" }));
    await line.control("POST", "/config", { bucketScale: 1 });
    const [menu = ""] = await oursAtLine();
    const used = [1, 2, 3].map((n) => line.channel.unlinkFrom([menu], `used-${n}`));
    expect((await Promise.allSettled(used)).map((one) => one.status)).toEqual(Array(3).fill("fulfilled"));
    await openTab(resident.id, "madoguchi-normal-2");
    await expect(line.channel.unlinkFrom([menu], "one-too-many")).rejects.toMatchObject({ status: 429 });
    await turnTo("disaster");
    await untilDone();
    expect(await differences()).toEqual([]);
    expect(await shownTo(resident.id)).toMatchObject({ source: "default" });
    await line.control("POST", "/config", { bucketScale: 0 });
  }, 60_000);

  /** A resident with a tab of their own, everything published, and LINE's batch disturbed; the clock of LINE is moved. */
  async function disturbed(seed: string, ...kinds: ("batch-ongoing" | "batch-failed")[]) {
    await wipe();
    await publishAll();
    const resident = first(await line.residents(1, { seed }));
    await openTab(resident.id, "madoguchi-normal-2");
    await line.control("DELETE", "/faults");
    for (const kind of kinds)
      await line.control("POST", "/faults", { endpoint: "richmenu-batch", kind, times: 1 });
    await turnTo("disaster");
    return resident.id;
  }
  const jobNow = async () => first(await at.db.select().from(menuJobs).orderBy(desc(menuJobs.id)).limit(1));
  const spying = () => line.crashing({ at: 0, when: "before", how: "silent" });

  it("is not over while LINE is still giving tabs back: each round asks again, another worker, too", async () => {
    const id = await disturbed("ongoing", "batch-ongoing");
    const spy = spying();
    await work(spy);
    const waiting = await jobNow();
    expect(waiting).toMatchObject({ state: "pending", attempts: 0, lastError: null, releasedAt: null });
    expect(waiting.shownAt).not.toBeNull();
    expect(waiting.step).toMatch(/^release \S+ 1 1$/);
    expect((await listJobs(ctx(), 1))[0]?.step).toBe("release");
    expect(waiting.nextAttemptAt.getTime()).toBeGreaterThan(Date.now());
    expect(await shownTo(id)).toMatchObject({ source: "user" });
    await work(spy);
    expect((await jobNow()).step).toMatch(/ 1 2$/);
    expect(spy.calls.filter((call) => call === "unlinkFrom")).toHaveLength(1);
    expect(spy.calls).not.toContain("deleteMenu");

    // A worker that died in the middle of a round.
    await at.db.update(menuJobs).set({ state: "running" });
    await line.control("POST", "/clock", { shiftMs: 61_000 });
    await untilDone();
    await line.control("POST", "/clock", { shiftMs: 0 });
    expect(await jobNow()).toMatchObject({ state: "done", step: null });
    expect((await jobNow()).releasedAt).not.toBeNull();
    expect(await shownTo(id)).toMatchObject({ source: "default" });
    expect(await differences()).toEqual([]);
  }, 60_000);

  it("asks LINE again with the same key when it failed", async () => {
    const id = await disturbed("failed", "batch-failed");
    const keys: string[] = [];
    const channel: ChannelGateway = {
      ...line.channel,
      unlinkFrom: (menus, key) => {
        keys.push(key);
        return line.channel.unlinkFrom(menus, key);
      },
    };
    await work(channel);
    const job = await jobNow();
    expect(keys).toEqual([`madoguchi-${job.id}`, `madoguchi-${job.id}`]);
    expect(job).toMatchObject({ state: "done" });
    expect(await shownTo(id)).toMatchObject({ source: "default" });
  }, 60_000);

  it("deletes the menus when it failed twice, and makes them anew", async () => {
    const id = await disturbed("failed-twice", "batch-failed", "batch-failed");
    const before = await oursAtLine();
    const spy = spying();
    await work(spy);
    expect(spy.calls.filter((call) => call === "unlinkFrom")).toHaveLength(2);
    expect(spy.calls.filter((call) => call === "deleteMenu")).toHaveLength(2);
    expect(await jobNow()).toMatchObject({ state: "done" });
    expect(await shownTo(id)).toMatchObject({ source: "default" });
    expect(await differences()).toEqual([]);
    expect(await oursAtLine()).not.toEqual(before);
  }, 60_000);

  it("does not wait without end: after 35 looks the menus are deleted", async () => {
    const id = await disturbed("endless", "batch-ongoing");
    const channel: ChannelGateway = { ...line.channel, unlinkProgress: async () => "ongoing" };
    for (let n = 1; n <= 34; n += 1) await work(channel);
    expect(await jobNow()).toMatchObject({ state: "pending", attempts: 0 });
    await work(channel);
    expect(await jobNow()).toMatchObject({ state: "done" });
    expect(await shownTo(id)).toMatchObject({ source: "default" });
  }, 60_000);

  it("an answer that does not come is no end: the same batch is asked about again", async () => {
    await disturbed("silent", "batch-ongoing");
    await work();
    const { step } = await jobNow();
    const silent: ChannelGateway = {
      ...line.channel,
      unlinkProgress: () => Promise.reject(new TypeError("fetch failed")),
    };
    await work(silent);
    const job = await jobNow();
    expect(job).toMatchObject({ state: "pending", attempts: 1, lastError: "no-answer", releasedAt: null });
    expect(job.step?.split(" ")[1]).toBe(step?.split(" ")[1]);
    await line.control("POST", "/clock", { shiftMs: 61_000 });
    await untilDone();
    await line.control("POST", "/clock", { shiftMs: 0 });
    expect((await jobNow()).releasedAt).not.toBeNull();
  }, 60_000);

  it("a newer switch does not take over the older one's batch", async () => {
    await disturbed("newer", "batch-ongoing");
    await work();
    await turnTo("normal");
    const spy = spying();
    await work(spy);
    expect(spy.calls).toContain("unlinkFrom");
    const jobs = await at.db.select().from(menuJobs).orderBy(menuJobs.id);
    expect(jobs.slice(-2).map(({ state, step }) => [state, step])).toEqual([
      ["superseded", null],
      ["done", null],
    ]);
  }, 60_000);

  it("that is overtaken by another ends at the newest, whatever was done before", async () => {
    await wipe();
    await publishAll();
    await turnTo("disaster");
    let turned = false;
    const channel: ChannelGateway = {
      ...line.channel,
      setDefaultMenu: async (id) => {
        await line.channel.setDefaultMenu(id);
        if (!turned) await turnTo("normal");
        turned = true;
      },
    };
    await work(channel);
    await untilDone();
    expect(await differences()).toEqual([]);
    const jobs = await at.db.select().from(menuJobs).orderBy(menuJobs.id);
    expect(jobs.map((job) => job.state)).toEqual(["done", "superseded", "done"]);
    expect(jobs.at(-1)?.releasedAt).not.toBeNull();
  }, 60_000);
});

describe("who may work", () => {
  it("is one at a time; whoever lost the right does no further step", async () => {
    await wipe();
    await requestSetup(ctx());
    const results = await Promise.all(
      ["a", "b", "c"].map((owner) => workMenus(ctx(), { channel: line.channel, owner, leaseMs: 60_000 })),
    );
    expect(results.sort()).toEqual([0, 0, 1]);
    expect(await oursAtLine()).toHaveLength(4);
    await at.db.update(menuState).set({ leaseOwner: "other" });
    const job = first(await at.db.select().from(menuJobs));
    expect(await holdWork(ctx(), { owner: "a", leaseMs: 1_000, jobId: job.id, step: "show" })).toBe("lost");
  }, 60_000);

  it("says what failed, after three refusals", async () => {
    await wipe();
    await requestSetup(ctx());
    const channel: ChannelGateway = {
      ...line.channel,
      createMenu: () => line.channel.createMenu({ ...({} as Parameters<ChannelGateway["createMenu"]>[0]) }),
    };
    for (let n = 0; n < 4; n += 1) await work(channel);
    const job = first(await at.db.select().from(menuJobs));
    expect(job).toMatchObject({ state: "failed", lastError: "http-400", attempts: 3 });
  }, 60_000);
});
