import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { commandServes, embeddedPid, stopEmbedded } from "./embedded";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "madoguchi pg-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
const data = path.join(folder, "data");
fs.mkdirSync(data);

it.each([
  [`/x/native/bin/postgres -D ${data} -c listen_addresses=127.0.0.1 -c port=5`, true],
  [`postgres -D ${data}`, true],
  ["/x/bin/postgres --single", true], // cannot be told
  [`/x/bin/postgres -D ${folder} -c port=5`, false],
  ["postgres: checkpointer ", false],
  [`vim ${data}/postgresql.conf`, false],
])("%s serves the folder: %s", (command, serves) => expect(commandServes(command, data)).toBe(serves));

it("a number that another process has now is no server, and that process is left alone", async () => {
  fs.writeFileSync(path.join(data, "postmaster.pid"), `${process.pid}\n${data}\n0\n1\n`);
  expect(embeddedPid(folder)).toBeNull();
  await stopEmbedded(folder);
});
