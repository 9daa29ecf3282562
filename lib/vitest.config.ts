import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.resolve(import.meta.dirname, "..");
const shared = { resolve: { alias: { "@": root } } };

// A zone that is neither UTC nor a whole hour off: code that forgot Asia/Tokyo fails at once.
process.env.TZ = "Asia/Kathmandu";
process.env.PGTZ = "America/St_Johns";

export default defineConfig({
  root,
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: "unit",
          root,
          include: ["{app,components,db,lib,e2e}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.db.test.ts", "**/*.fault.test.ts", "**/node_modules/**"],
          // Pure files keep nothing between tests: a fresh process for each of them would take half of the time.
          isolate: false,
          maxWorkers: 2,
          // What is slow on a busy machine is not wrong.
          testTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: "db",
          root,
          include: ["{app,components,db,lib,e2e}/**/*.db.test.ts"],
          globalSetup: ["lib/core/testing/database-server.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        ...shared,
        test: {
          name: "faults",
          root,
          include: ["e2e/faults/**/*.fault.test.ts"],
          testTimeout: 600_000,
          // The two kinds wait more than they compute: side by side they take little longer than the longer one.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
