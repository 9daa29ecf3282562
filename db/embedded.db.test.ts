import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { embeddedPid, startEmbedded } from "./embedded";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "madoguchi-embedded-"));
const stranger = spawn(process.execPath, ["-e", "setTimeout(() => {}, 600000)"]);
afterAll(() => {
  stranger.kill("SIGKILL");
  fs.rmSync(folder, { recursive: true, force: true });
});

it("starts although another process has the number that a dead server left behind", async () => {
  const mark = path.join(folder, "data", "postmaster.pid");
  const first = await startEmbedded(folder, { scratch: true });
  const left = fs.readFileSync(mark, "utf8");
  const again = await startEmbedded(folder, { scratch: true });
  expect([again.attached, again.port]).toEqual([true, first.port]);
  await first.stop("immediate");
  expect(embeddedPid(folder)).toBeNull();

  fs.writeFileSync(mark, left.replace(/^\d+/, String(stranger.pid)));
  const second = await startEmbedded(folder, { scratch: true });
  expect(second.attached).toBe(false);
  expect(embeddedPid(folder)).not.toBe(stranger.pid);
  await second.stop();
  expect(embeddedPid(folder)).toBeNull();
  expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
});
