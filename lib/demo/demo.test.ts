import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parseSettings } from "@/lib/core/env";
import { demoAccounts } from "./accounts";
import { DEMO_CITIES } from "./cities";
import { fingerprint, isBuildSource } from "./fingerprint";
import { clearFolder, findOrphans, findSupervisor, mayHoldDemo, takeFolder } from "./folder-gateway";
import { holdLock, isAlive, markOf, readLock, tryLock } from "./lock-gateway";
import { parseOptions } from "./options";
import { demoSettings, programs } from "./plan";
import { findFreePort, isPortFree } from "./port-gateway";
import { failuresAfter, restartDelayMs } from "./restart";
import { DemoFailure, Ending, runCommand, startDatabase, startProgram, timed } from "./stack-gateway";
import { alignColumns, displayWidth, spokenDuration } from "./table";

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "madoguchi-demo-"));
afterAll(() => fs.rmSync(temporary, { recursive: true, force: true }));
const ports = { web: 3000, sandbox: 3100, mailbox: 3125, mailIntake: 2525, smtp: 40000 };
const secrets = {
  channelId: "1000000000",
  channelSecret: "s".repeat(32),
  channelAccessToken: "t".repeat(64),
  loginChannelId: "2000000000",
  liffId: "2000000000-abcdefgh",
  authSecret: "a".repeat(43),
};

describe("command line", () => {
  it.each([
    [[], undefined, { city: "kumamoto", dev: false, reset: false, life: true, command: "run" }],
    [[], "musashino", { city: "musashino" }],
    [["--city", "musashino", "--reset"], "kumamoto", { city: "musashino", reset: true }],
    [["--city=musashino", "--dev"], undefined, { city: "musashino", dev: true }],
    [["--stop"], undefined, { command: "stop" }],
    [["-h"], undefined, { command: "help" }],
    [["--data", "x", "--no-life"], undefined, { dataFolder: "x", life: false }],
  ])("%j with CITY=%s", (args, city, expected) => expect(parseOptions(args, city)).toMatchObject(expected));
  it.each([
    [["--city", "osaka"], "unknown-city"],
    [["--city"], "missing-value"],
    [["--city", "--reset"], "missing-value"],
    [["reset"], "unknown-flag"],
    [["--Reset"], "unknown-flag"],
  ])("refuses %j", (args, problem) => expect(parseOptions(args, undefined)).toMatchObject({ problem }));
});

describe("settings of the demo", () => {
  const settings = demoSettings({
    city: "kumamoto",
    ports,
    secrets,
    databaseUrl: "postgresql://x@127.0.0.1:5/y",
    dataFolder: "/d",
  });
  it.each(["web", "worker", "sandbox", "mailbox", "command", "intake"] as const)("satisfy %s", (program) =>
    expect(parseSettings(settings, program)).toHaveProperty("settings"),
  );
  it("leave nothing of the person's environment that points outside", () => {
    const theirs = {
      LINE_CHANNEL_ACCESS_TOKEN: "real",
      LINE_API_BASE_URL: "https://api.line.me",
      SMTP_URL: "smtp://mail.city.example",
      STORAGE_URL: "s3://bucket",
      DATABASE_OWNER_URL: "postgresql://owner@db.city.example/x",
    };
    const merged = { ...theirs, ...settings };
    expect(merged.LINE_CHANNEL_ACCESS_TOKEN).toBe(secrets.channelAccessToken);
    expect(Object.values(merged).filter((v) => /real|api\.line\.me|city\.example|s3:/.test(v))).toEqual([]);
  });
  it("name every program once, and listen on this machine only", () => {
    const argsOf = (entry: string) => [entry];
    expect(programs(ports, false, argsOf).map((p) => p.name)).toEqual([
      "sandbox",
      "mailbox",
      "worker",
      "web",
    ]);
    for (const dev of [true, false]) expect(programs(ports, dev, argsOf).at(-1)?.args).toContain("127.0.0.1");
  });
});

it("gives every city's logins an address of their own", () => {
  for (const { key } of DEMO_CITIES) {
    const emails = demoAccounts(key).map((account) => account.email);
    expect(new Set(emails).size).toBe(emails.length);
    expect(emails.every((email) => email.endsWith("@demo.example"))).toBe(true);
  }
});

describe("which build may be used again", () => {
  const file = (name: string, text: string) => ({ path: name, content: Buffer.from(text) });
  const one = [file("app/page.tsx", "a"), file("package-lock.json", "{}")];
  it("depends on content, path, lockfile and Node, not on the order of listing", () => {
    const wanted = fingerprint(one, "v20");
    expect(fingerprint([...one].reverse(), "v20")).toBe(wanted);
    const others = [
      fingerprint(one, "v24"),
      fingerprint([file("app/page.tsx", "b"), file("package-lock.json", "{}")], "v20"),
      fingerprint([file("app/other.tsx", "a"), file("package-lock.json", "{}")], "v20"),
      fingerprint([file("app/page.tsx", "a"), file("package-lock.json", "{ }")], "v20"),
      fingerprint([file("app/page.tsxa", ""), file("package-lock.json", "{}")], "v20"),
    ];
    expect(others).not.toContain(wanted);
    expect(new Set(others).size).toBe(others.length);
  });
  it.each([
    ["app/page.tsx", true],
    ["lib/reports/status.ts", true],
    ["lib/reports/status.test.ts", false],
    ["lib/reports/reports.db.test.ts", false],
  ])("%s counts: %s", (name, counts) => expect(isBuildSource(name)).toBe(counts));
});

describe("restarts", () => {
  it("wait longer each time, and forget after a healthy minute", () => {
    expect([1, 2, 3, 4, 5, 6, 99].map(restartDelayMs)).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
    ]);
    expect([failuresAfter(3, 59_999), failuresAfter(3, 60_000)]).toEqual([4, 1]);
  });
});

describe("what the terminal shows", () => {
  it("aligns full-width text", () => {
    expect([displayWidth("窓口"), displayWidth("ab"), displayWidth("（ｱ"), displayWidth("𠮷")]).toEqual([
      4, 2, 3, 2,
    ]);
    expect(
      alignColumns(
        [
          ["窓口", "x"],
          ["abcdef", "y"],
        ],
        "",
      ),
    ).toBe("窓口    x\nabcdef  y");
  });
  it("says durations", () => {
    expect([450, 9_940, 59_400, 59_600, 92_000].map(spokenDuration)).toEqual([
      "0.5秒",
      "9.9秒",
      "59秒",
      "1分00秒",
      "1分32秒",
    ]);
  });
});

describe("ports", () => {
  it("sees a port that is taken, on either loopback address", async () => {
    for (const host of ["127.0.0.1", "0.0.0.0"]) {
      const server = net.createServer();
      await new Promise<void>((resolve) => server.listen(0, host, resolve));
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      expect(await isPortFree(port)).toBe(false);
      await new Promise((resolve) => server.close(resolve));
      expect(await isPortFree(port)).toBe(true);
    }
    expect(await isPortFree(await findFreePort())).toBe(true);
  });
});

describe("one supervisor a folder", () => {
  const sleeper = (): ChildProcess => spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"]);
  const gone = (child: ChildProcess) =>
    new Promise((resolve) => {
      child.once("exit", resolve);
      child.kill("SIGKILL");
    });

  it("knows a process by number and start", async () => {
    const child = sleeper();
    const mark = markOf(child.pid ?? 0);
    expect(isAlive(mark)).toBe(true);
    expect(isAlive({ ...mark, started: "0" })).toBe(false);
    await gone(child);
    expect(isAlive(mark)).toBe(false);
  });

  it("takes over a dead holder's lock, never a living one's", async () => {
    const file = path.join(temporary, "lock");
    const child = sleeper();
    fs.writeFileSync(file, JSON.stringify(markOf(child.pid ?? 0)));
    expect(tryLock(file)).toBe(false);
    await gone(child);
    expect(tryLock(file)).toBe(true);
    expect(readLock(file)?.pid).toBe(process.pid);
    fs.rmSync(file);
    fs.writeFileSync(file, "not json");
    const release = await holdLock(file);
    expect(readLock(file)?.pid).toBe(process.pid);
    release();
    expect(fs.existsSync(file)).toBe(false);
  });

  it("refuses a second, names the first's ports, and finds programs that outlived theirs", async () => {
    const folder = path.join(temporary, "city");
    const first = takeFolder(folder);
    expect(takeFolder(folder)).toBeNull();
    const child = sleeper();
    first?.folder.remember(child.pid ?? 0);
    first?.folder.setPorts(ports);
    expect(findSupervisor(folder)).toMatchObject({ mark: { pid: process.pid }, ports });
    // As after a kill: the lock names a process that is gone, the program lives on.
    fs.writeFileSync(path.join(folder, "running.lock"), JSON.stringify({ pid: 1, started: "nobody" }));
    expect(findSupervisor(folder)).toBeNull();
    expect(findOrphans(folder).map((mark) => mark.pid)).toEqual([child.pid]);
    const second = takeFolder(folder);
    expect(second?.orphans.map((mark) => mark.pid)).toEqual([child.pid]);
    // Not forgotten before it is gone: the second may be killed on the way, too.
    expect(second?.folder.programs().map((mark) => mark.pid)).toEqual([child.pid]);
    expect(findOrphans(folder)).toEqual([]);
    await gone(child);
    second?.folder.release();
    expect(fs.readdirSync(folder)).toEqual(["logs"]);
  });

  it("keeps its secrets, private, until the folder is cleared", () => {
    const folder = path.join(temporary, "secrets");
    const taken = takeFolder(folder)?.folder;
    const before = taken?.secrets();
    expect(taken?.secrets()).toEqual(before);
    expect(fs.statSync(path.join(folder, "demo.json")).mode & 0o777).toBe(0o600);
    clearFolder(folder);
    expect(taken?.secrets()).not.toEqual(before);
    taken?.release();
  });
});

describe("which folder may hold a demo", () => {
  const folderWith = (files: Record<string, string>): string => {
    const folder = fs.mkdtempSync(path.join(temporary, "folder-"));
    for (const [name, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      fs.writeFileSync(path.join(folder, name), text);
    }
    return folder;
  };
  it.each<[string, boolean, Record<string, string>]>([
    ["an empty one", true, {}],
    ["one that a demo has only begun", true, { "running.json": "{}", ".DS_Store": "" }],
    ["a demo's, with a note of its owner", true, { "demo.json": JSON.stringify(secrets), "note.txt": "x" }],
    ["one whose first start failed", true, { "pg/password": "x", "pg/postgres.log": "x" }],
    ["a home", false, { ".profile": "", "mail/inbox": "x" }],
    ["one with logs of something else", false, { "logs/shop.log": "x" }],
    ["one with another demo.json", false, { "demo.json": '{"name":"demo"}', "src/x.ts": "" }],
  ])("%s: %s", (_what, may, files) => expect(mayHoldDemo(folderWith(files))).toBe(may));
  it("an absent one, never a file", () => {
    const folder = folderWith({ file: "" });
    expect([mayHoldDemo(path.join(folder, "new")), mayHoldDemo(path.join(folder, "file"))]).toEqual([
      true,
      false,
    ]);
  });
  it("clearing removes what the demo made and nothing else", () => {
    const folder = folderWith({ "note.txt": "x", "pg/data/x": "", "blobs/a": "", "arm.json": "{}" });
    const taken = takeFolder(folder)?.folder;
    taken?.secrets();
    clearFolder(folder);
    expect(fs.readdirSync(folder).sort()).toEqual(["logs", "note.txt", "running.json", "running.lock"]);
    taken?.release();
  });
});

describe("once the demo ends", () => {
  const said: string[] = [];
  let ending = false;
  const begin = () => {
    const taken = takeFolder(fs.mkdtempSync(path.join(temporary, "ending-")));
    if (!taken) throw new Error("taken");
    said.length = 0;
    ending = false;
    return {
      root: temporary,
      folder: taken.folder,
      env: {},
      argsOf: (entry: string) => ["-e", entry],
      print: (line: string) => said.push(line),
      isEnding: () => ending,
    };
  };
  it("starts nothing any more, neither a program, a command nor a step", async () => {
    const around = begin();
    ending = true;
    const program = { name: "worker" as const, args: ["-e", "setTimeout(() => {}, 9000)"], health: null };
    expect(() => startProgram(program, around)).toThrow(Ending);
    await expect(runCommand("x", "process.exit(0)", [], around)).rejects.toThrow(Ending);
    let began = false;
    await expect(timed("x", around, async () => (began = true))).rejects.toThrow(Ending);
    expect([began, around.folder.programs(), said]).toEqual([false, [], []]);
  });
  it("a command it cut short is neither done nor failed", async () => {
    const around = begin();
    const step = timed("市のデータ", around, () =>
      runCommand("市のデータ", "setTimeout(() => {}, 60000)", [], around),
    );
    await expect.poll(() => around.folder.programs().length).toBe(1);
    ending = true;
    process.kill(around.folder.programs()[0]?.pid ?? 0, "SIGKILL");
    await expect(step).rejects.toThrow(Ending);
    expect(said).toEqual([]);
  });
});

it("names the log and --reset when the database does not start", async () => {
  const folder = path.join(temporary, "broken", "pg");
  fs.mkdirSync(path.join(folder, "data"), { recursive: true });
  fs.writeFileSync(path.join(folder, "data", "PG_VERSION"), "18\n");
  fs.writeFileSync(path.join(folder, "password"), "x");
  const failure = await startDatabase(folder).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(DemoFailure);
  expect(String(failure)).toMatch(/postgres\.log[\s\S]*--reset/);
});
