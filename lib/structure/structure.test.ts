import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { cruise } from "dependency-cruiser";
import { describe, expect, it } from "vitest";
import dependencyRules from "./dependency-rules.cjs";
import { complaints, domainImports, findLoop, RULES, readImportTable, type SourceFile } from "./rules";

const root = path.resolve(import.meta.dirname, "../..");
const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => file && fs.existsSync(path.join(root, file)));
const files: SourceFile[] = listed.map((file) => ({
  path: file,
  text: /\.(tsx?|md)$/.test(file) ? fs.readFileSync(path.join(root, file), "utf8") : "",
}));

/** A rule as dependency-cruiser takes it: without our tripping case. */
const bare = ({ tripsOn: _tripsOn, ...rule }: (typeof dependencyRules.forbidden)[number]) => rule;

describe("the house keeps its rules", () => {
  it.each(Object.keys(RULES))("%s", (rule) => {
    const check = RULES[rule];
    expect(check ? complaints(files, { [rule]: check }) : null).toEqual([]);
  });
  it("imports go app → components → lib → db, without loops, and stay out of each other's rooms", async () => {
    const result = await cruise(["app", "components", "lib", "db", "proxy.ts"], {
      ...dependencyRules.options,
      ruleSet: { forbidden: dependencyRules.forbidden.map(bare) },
      baseDir: root,
      outputType: "json",
      validate: true,
    });
    const { summary } = JSON.parse(String(result.output)) as {
      summary: { violations: { rule: { name: string }; from: string; to: string }[] };
    };
    expect(summary.violations.map((v) => `${v.rule.name}: ${v.from} → ${v.to}`)).toEqual([]);
  }, 60_000);
});

describe("lib/README.md tells the truth", () => {
  const readme = fs.readFileSync(path.join(root, "lib/README.md"), "utf8");
  const table = readImportTable(readme);
  it("lists every domain and exactly what it imports", () => {
    const real = domainImports(files);
    const plain = (t: Map<string, Set<string>>) =>
      Object.fromEntries([...t].map(([k, v]) => [k, [...v].sort()]).sort());
    expect(plain(table)).toEqual(plain(real));
  });
  it("has no loop", () => expect(findLoop(table)).toBeNull());
  it.each(["README.md", "lib/README.md"])("names only paths that exist: %s", (file) => {
    const text = fs.readFileSync(path.join(root, file), "utf8");
    const named = [...text.matchAll(/`((?:app|components|lib|db|e2e|public)\/[\w./()[\]-]+)`/g)].map(
      (m) => m[1] ?? "",
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((p) => !fs.existsSync(path.join(root, p)))).toEqual([]);
  });
});

describe("every rule can fail", () => {
  const trips: Record<string, SourceFile> = {
    "top-level": { path: "src/x.ts", text: "" },
    "name-says-nothing": { path: "lib/reports/utils.ts", text: "" },
    "no-barrel": { path: "lib/reports/index.ts", text: "" },
    size: { path: "lib/reports/long.ts", text: "\n".repeat(401) },
    "settings-in-one-place": { path: "lib/reports/queries.ts", text: "const x = process.env.PORT;" },
    "server-only": { path: "lib/reports/loaders.ts", text: "export {}" },
    pure: { path: "lib/reports/status.ts", text: "export const now = Date.now();" },
    "actions-are-gated": {
      path: "lib/reports/actions.ts",
      text: '"use server";\nexport const save = async () => {};',
    },
    "routes-are-gated": { path: "app/api/x/route.ts", text: "export function GET() {}" },
    "pages-use-loaders": {
      path: "app/x/page.tsx",
      text: 'import { listReports } from "@/lib/reports/queries";',
    },
    "no-loosened-types": { path: "lib/reports/x.ts", text: "// @ts-ignore" },
    "tests-alone": { path: "lib/reports/x.db.test.ts", text: 'vi.stubEnv("PORT", "1");' },
    "tests-run": { path: "lib/reports/x.test.ts", text: `it.${"only"}('x')` },
  };
  it("has a tripping case for each", () =>
    expect(Object.keys(trips).sort()).toEqual(Object.keys(RULES).sort()));
  it.each(Object.entries(trips))("%s", (rule, file) =>
    expect(complaints([file]).map((c) => c.rule)).toContain(rule),
  );
  it.each([
    ["an import of the database", 'import { openDatabase } from "@/db";'],
    ["an import of sharp", 'import sharp from "sharp";'],
    ["the clock", "const t = new Date();"],
    ["a side-effect import", 'import "server-only";'],
  ])("a pure file may not have %s", (_what, text) =>
    expect(complaints([{ path: "lib/x/noun.ts", text }])).not.toEqual([]),
  );
  it("finds a loop and reads the table", () => {
    const table = readImportTable(
      "## Who may import whom\n\n| `a` | `b` |\n| `b` | `a`, `c` |\n| `c` | nothing |\n",
    );
    expect(findLoop(table)).toEqual(["a", "b", "a"]);
    expect(
      findLoop(
        new Map([
          ["a", new Set(["b"])],
          ["b", new Set<string>()],
        ]),
      ),
    ).toBeNull();
  });
  it.each(dependencyRules.forbidden.map((rule) => [rule.name, rule] as const))(
    "dependency rule %s trips",
    async (_name, rule) => {
      const folder = fs.mkdtempSync(path.join(root, ".next-structure-"));
      try {
        for (const [file, text] of Object.entries(rule.tripsOn)) {
          fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
          fs.writeFileSync(path.join(folder, file), text);
        }
        const result = await cruise(["."], {
          baseDir: folder,
          ruleSet: { forbidden: [bare(rule)] },
          validate: true,
          outputType: "json",
          tsPreCompilationDeps: true,
        });
        const { summary } = JSON.parse(String(result.output)) as { summary: { violations: unknown[] } };
        expect(summary.violations.length).toBeGreaterThan(0);
      } finally {
        fs.rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});
