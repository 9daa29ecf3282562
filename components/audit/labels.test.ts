import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { actionLabels, subjectLabels } from "./labels";

const lib = path.resolve(import.meta.dirname, "../../lib");
const sources = fs
  .readdirSync(lib, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !/^(sandbox|line)\//.test(file))
  .map((file) => fs.readFileSync(path.join(lib, file), "utf8"))
  .filter((text) => text.includes("recordAudit"));
const found = (pattern: RegExp) =>
  [...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map((m) => m[1] ?? "")))].sort();

describe("what is written down has words", () => {
  const actions = found(/action: "([a-z]+\.[a-z-]+)"/g);
  it("finds the actions at all", () => expect(actions.length).toBeGreaterThan(15));
  it.each(actions)("action %s", (action) => expect(actionLabels[action]).toBeTruthy());
  it.each(found(/subjectKind: "([a-z-]+)"/g))("subject %s", (subject) =>
    expect(subjectLabels[subject]).toBeTruthy(),
  );
});
