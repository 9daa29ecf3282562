/** What the house allows, beyond what dependency-cruiser can say. Pure: files in, complaints out. */
export type SourceFile = { path: string; text: string };
export type Complaint = { rule: string; path: string; why: string };
type Rule = (file: SourceFile) => string | null;

const TOP_LEVEL = new Set([
  ".ci",
  ".gitignore",
  ".npmrc",
  "LICENSE",
  "README.md",
  "app",
  "biome.json",
  "components",
  "db",
  "drizzle.config.ts",
  "e2e",
  "instrumentation.ts",
  "lib",
  "next.config.ts",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "proxy.ts",
  "public",
  "tsconfig.json",
]);

const IMPURE = /(^|-)(sql|queries|commands|gateway|loaders|actions|jobs|main|store)\.tsx?$/;
/** Impure by nature: settings, clock, sessions, programs of their own, and what only tests run. */
const IMPURE_PLACES = /^lib\/(core|auth|sandbox|structure)\/|\/testing\/|\.test\.tsx?$|vitest\.config\.ts$/;

/** `env.ts` reads settings; the two others read constants that Next sets itself, before our code runs. */
const SETTINGS_EDGES = new Set(["lib/core/env.ts", "instrumentation.ts", "next.config.ts"]);

const name = (path: string) => path.slice(path.lastIndexOf("/") + 1);
const isSource = (path: string) => /\.tsx?$/.test(path);
const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.startsWith("e2e/");
const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
const valueImports = (text: string): string[] =>
  [
    ...text.matchAll(/^(?:import|export)\s(?!type\b)[^;]*?from\s+"([^"]+)"/gm),
    ...text.matchAll(/^import\s+"([^"]+)"/gm),
  ]
    .map((m) => m[1] ?? "")
    .concat([...text.matchAll(/\bimport\("([^"]+)"\)/g)].map((m) => m[1] ?? ""));

export const RULES: Record<string, Rule> = {
  "top-level": ({ path }) => {
    const top = path.split("/")[0] ?? "";
    return TOP_LEVEL.has(top) ? null : `${top} does not belong at the top of the house`;
  },
  "name-says-nothing": ({ path }) =>
    isSource(path) && /^(utils?|helpers?|common|misc|manager)\.tsx?$/.test(name(path))
      ? "name it for its noun"
      : null,
  "no-barrel": ({ path }) =>
    /(^|\/)index\.tsx?$/.test(path) && path !== "db/index.ts" && path !== "db/schema/index.ts"
      ? "import the file itself"
      : null,
  size: ({ path, text }) =>
    isSource(path) && text.split("\n").length > 401
      ? `${text.split("\n").length - 1} lines, 400 are the most`
      : null,
  "settings-in-one-place": ({ path, text }) =>
    isSource(path) &&
    !isTest(path) &&
    !SETTINGS_EDGES.has(path) &&
    path !== "lib/vitest.config.ts" &&
    /\bprocess\.env\b/.test(withoutComments(text))
      ? "read env() of lib/core/env.ts"
      : null,
  "server-only": ({ path, text }) => {
    const says = valueImports(text).includes("server-only");
    const must = /^lib\/.*(^|\/)(loaders|actions)\.ts$/.test(path) && !text.startsWith('"use server"');
    if (must && !says) return 'loaders import "server-only"';
    return says && !/(^|\/)(loaders|actions)\.ts$/.test(path)
      ? "only loaders and actions may: plain Node throws on it"
      : null;
  },
  pure: ({ path, text }) => {
    if (!path.startsWith("lib/") || !isSource(path) || IMPURE_PLACES.test(path) || IMPURE.test(name(path)))
      return null;
    const banned = valueImports(text).find(
      (i) =>
        /^(node:(fs|net|http|https|child_process|dns|tls|worker_threads)|pg|drizzle-orm|next|server-only|sharp|undici|nodemailer)($|\/)/.test(
          i,
        ) ||
        (/^@\/db($|\/)/.test(i) && i !== "@/db/enums") ||
        /^@\/lib\/core\/(env|database|log|wake-up)$/.test(i),
    );
    if (banned) return `a file of this name computes only, but imports ${banned}`;
    const code = withoutComments(text);
    const call =
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bfetch\(|\bprocess\.(?!version\b)|\bsetTimeout\(|\bsetInterval\(|\brandomUUID\(|\brandomBytes\(/.exec(
        code,
      );
    return call ? `a file of this name computes only, but calls ${call[0]}` : null;
  },
  "actions-are-gated": ({ path, text }) => {
    if (!/^lib\/.*\/actions\.ts$/.test(path)) return null;
    if (!text.startsWith('"use server"')) return 'starts with "use server"';
    const exported = [...text.matchAll(/^export\s+(?!type\b)(.*)$/gm)].map((m) => m[1] ?? "");
    const loose = exported.find(
      (line) => !/^const \w+ = (staffAction|friendAction|publicAction)\(/.test(line),
    );
    return loose ? `exports something that is no gated action: ${loose}` : null;
  },
  "routes-are-gated": ({ path, text }) =>
    /^app\/.*\/route\.tsx?$/.test(path) &&
    !/\b(routeStaff|publicGate|nextAuth|routeSandbox|receiveWebhook|NextAuth)\b/.test(text)
      ? "every route handler passes a gate"
      : null,
  "pages-use-loaders": ({ path, text }) => {
    if (!/^app\/.*\/(page|layout)\.tsx$/.test(path)) return null;
    const direct = valueImports(text).find(
      (i) => /^@\/lib\/.*\/?(queries|commands|jobs|sql)$/.test(i) || /^@\/db(\/(?!enums)|$)/.test(i),
    );
    return direct ? `pages read through loaders, not ${direct}` : null;
  },
  "no-loosened-types": ({ path, text }) => {
    if (!isSource(path)) return null;
    const found = /@ts-(ignore|expect-error|nocheck)|biome-ignore/.exec(withoutStrings(text));
    return found ? `says ${found[0]}` : null;
  },
  // Files on a database share one loaded program (lib/vitest.config.ts).
  "tests-alone": ({ path, text }) =>
    /(?<!\.alone)\.db\.test\.ts$/.test(path) &&
    /\b(vi\.(mock|stubEnv|useFakeTimers)|stubSettings)\(/.test(text)
      ? "what exchanges a part of the program or its settings is called .alone.db.test.ts"
      : null,
  "tests-run": ({ path, text }) =>
    /\.(test|spec)\.tsx?$/.test(path) && /\b(it|test|describe)\.(only|todo)\b/.test(text)
      ? "a test that runs alone, or is only planned"
      : null,
};

const withoutStrings = (text: string) =>
  text.replace(/"(?:[^"\\\n]|\\.)*"|\/(?:[^/\\\n]|\\.)+\/[gimsuy]*/g, '""');

export const complaints = (files: SourceFile[], rules: Record<string, Rule> = RULES): Complaint[] =>
  files.flatMap((file) =>
    Object.entries(rules).flatMap(([rule, check]) => {
      const why = check(file);
      return why === null ? [] : [{ rule, path: file.path, why }];
    }),
  );

/** Domain of a path in lib, and the domains it imports from (types included). */
export function domainImports(files: SourceFile[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { path, text } of files) {
    const from = /^lib\/([^/]+)\//.exec(path)?.[1];
    if (!from || isTest(path) || path.includes("/testing/")) continue;
    const targets = found.get(from) ?? new Set<string>();
    for (const m of text.matchAll(/from\s+"@\/lib\/([^/"]+)\//g))
      if (m[1] && m[1] !== from) targets.add(m[1]);
    found.set(from, targets);
  }
  return found;
}

/** The import table of lib/README.md: lines `| domain | may import, … |` under the heading "Who may import whom". */
export function readImportTable(markdown: string): Map<string, Set<string>> {
  const part = markdown.split(/^## Who may import whom$/m)[1]?.split(/^## /m)[0] ?? "";
  const rows = [...part.matchAll(/^\| `([a-z-]+)`\s*\| (.*?)\s*\|$/gm)];
  return new Map(
    rows.map((m) => [m[1] ?? "", new Set([...(m[2] ?? "").matchAll(/`([a-z-]+)`/g)].map((x) => x[1] ?? ""))]),
  );
}

/** A loop in a table of who imports whom, or null. */
export function findLoop(table: Map<string, Set<string>>): string[] | null {
  const done = new Set<string>();
  const walk = (node: string, path: string[]): string[] | null => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return null;
    for (const next of table.get(node) ?? []) {
      const loop = walk(next, [...path, node]);
      if (loop) return loop;
    }
    done.add(node);
    return null;
  };
  for (const node of table.keys()) {
    const loop = walk(node, []);
    if (loop) return loop;
  }
  return null;
}
