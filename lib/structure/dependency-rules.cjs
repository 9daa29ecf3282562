/**
 * Import rules for dependency-cruiser. `tripsOn` is ours: a tiny tree that must break the rule, so that no rule can
 * fall asleep (structure.test.ts).
 */
module.exports = {
  forbidden: [
    {
      name: "no-loops",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
      tripsOn: {
        "lib/a.ts": 'import { b } from "./b"; export const a = () => b;',
        "lib/b.ts": 'import { a } from "./a"; export const b = () => a;',
      },
    },
    {
      name: "db-imports-nothing-above",
      severity: "error",
      from: { path: "^db/" },
      to: { path: "^(lib|components|app)/" },
      tripsOn: { "db/a.ts": 'import { b } from "../lib/b"; b;', "lib/b.ts": "export const b = 1;" },
    },
    {
      name: "lib-imports-nothing-above",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(components|app)/" },
      tripsOn: {
        "lib/a.ts": 'import type { B } from "../components/b"; export type A = B;',
        "components/b.ts": "export type B = 1;",
      },
    },
    {
      name: "components-import-nothing-above",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^app/" },
      tripsOn: { "components/a.ts": 'import { b } from "../app/b"; b;', "app/b.ts": "export const b = 1;" },
    },
    {
      name: "components-read-no-database",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^db/(?!enums|schema/)" },
      tripsOn: { "components/a.ts": 'import { b } from "../db/b"; b;', "db/b.ts": "export const b = 1;" },
    },
    {
      name: "the-sandbox-knows-no-product",
      severity: "error",
      from: { path: "^lib/sandbox/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(lib/(?!sandbox/|core/)|db/|components/|app/)" },
      tripsOn: {
        "lib/sandbox/a.ts": 'import { b } from "../line/b"; b;',
        "lib/line/b.ts": "export const b = 1;",
      },
    },
    {
      name: "the-product-knows-no-sandbox",
      severity: "error",
      from: { path: "^(app|components|lib|db)/", pathNot: "^lib/sandbox/|/testing/|\\.test\\.ts$" },
      to: { path: "^lib/sandbox/" },
      tripsOn: {
        "lib/line/a.ts": 'import { b } from "../sandbox/b"; b;',
        "lib/sandbox/b.ts": "export const b = 1;",
      },
    },
    {
      // LIFF's library wants a looser CSP than staff ever get: it stays on the residents' own pages.
      name: "liff-is-for-residents-pages",
      severity: "error",
      from: {
        path: "^(app|components|lib)/",
        pathNot: "^components/settings/|^app/\\(resident\\)/|\\.test\\.tsx?$",
      },
      to: { path: "^components/settings/|(^|/)node_modules/@line/liff" },
      tripsOn: {
        "components/reports/a.ts": 'import { b } from "../settings/liff"; b;',
        "components/settings/liff.ts": "export const b = 1;",
      },
    },
    {
      name: "product-imports-no-tests",
      severity: "error",
      from: { path: "^(app|components|lib|db)/", pathNot: "\\.test\\.tsx?$|/testing/" },
      to: { path: "\\.test\\.tsx?$|^e2e/|^db/testing|/testing/" },
      tripsOn: { "lib/a.ts": 'import { b } from "../e2e/b"; b;', "e2e/b.ts": "export const b = 1;" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(node_modules|\\.next|\\.data)(/|$)" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js", ".cjs", ".json"] },
  },
};
