import fs from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { BREAKS, MUTATIONS } from "./mutations";

const root = path.resolve(import.meta.dirname, "../../..");

it.each(BREAKS)("--break %s finds the passages it takes out", (name) => {
  const sources = new Map<string, string>();
  for (const { file, find, replace } of MUTATIONS[name]) {
    const source = sources.get(file) ?? fs.readFileSync(path.join(root, file), "utf8");
    expect(source).toContain(find);
    sources.set(file, source.replace(find, replace));
  }
});
