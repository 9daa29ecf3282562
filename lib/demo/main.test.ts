import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { inheritedEnvironment } from "@/lib/core/env";
import { groupLives } from "./child-gateway";
import { takeFolder } from "./folder-gateway";
import { isAlive, markOf } from "./lock-gateway";

const root = path.resolve(import.meta.dirname, "../..");
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "madoguchi-demo-main-"));
afterAll(() => fs.rmSync(temporary, { recursive: true, force: true }));

const runMain = async (entry: string, ...args: string[]) => {
  const env = { ...inheritedEnvironment(), NODE_ENV: "test" as const, DATABASE_URL: "" };
  const ran = spawn(process.execPath, ["--import", "tsx", entry, ...args], { cwd: root, env });
  let said = "";
  for (const stream of [ran.stdout, ran.stderr]) stream.on("data", (text) => (said += text));
  const code = await new Promise<number | null>((resolve) => ran.once("close", resolve));
  return { code, said };
};

it.each([["--reset"], []])("leaves a folder alone that is not a demo's %j", async (...flags) => {
  const home = fs.mkdtempSync(path.join(temporary, "home-"));
  fs.mkdirSync(path.join(home, "mail"));
  fs.writeFileSync(path.join(home, "mail", "letter.txt"), "x");
  const { code, said } = await runMain("lib/demo/main.ts", ...flags, "--data", home);
  expect(code).toBe(1);
  expect(said).toContain("--data には");
  expect(fs.readdirSync(home, { recursive: true }).sort()).toEqual(["mail", "mail/letter.txt"]);
});

it("--stop ends the programs of a supervisor that was killed, and is quiet about a folder without any", async () => {
  const folder = path.join(temporary, "city");
  expect(await runMain("lib/demo/main.ts", "--stop", "--data", folder)).toMatchObject({ code: 0 });
  expect(fs.existsSync(folder)).toBe(false);

  // With a helper that does not listen, as a build's.
  const helper = "process.on('SIGTERM', () => {}); console.log('up'); setTimeout(() => {}, 60000)";
  const leader = `require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(helper)}], { stdio: "inherit" })`;
  const child = spawn(process.execPath, ["-e", leader], { detached: true });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  const mark = markOf(child.pid ?? 0);
  takeFolder(folder)?.folder.remember(mark.pid);
  fs.writeFileSync(path.join(folder, "running.lock"), JSON.stringify({ pid: 1, started: "nobody" }));
  const { code, said } = await runMain("lib/demo/main.ts", "--stop", "--data", folder);
  expect([code, said]).toEqual([0, expect.stringContaining("残っていたプログラムを止めました")]);
  expect(isAlive(mark)).toBe(false);
  await expect.poll(() => groupLives(mark.pid), { timeout: 20_000 }).toBe(false);
  expect(fs.readdirSync(folder)).toEqual(["logs"]);
});

it("channel:arm, which it calls, refuses a flag that it does not know", async () => {
  const { code, said } = await runMain("lib/delivery/main.ts", "--if-nver");
  expect(code).toBe(1);
  expect(said).toMatch(/「--if-nver」[\s\S]*--if-never/);
});
