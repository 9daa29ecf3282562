import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.resolve(import.meta.dirname, "..");
const shared = { resolve: { alias: { "@": root } } };

// A zone that is neither UTC nor a whole hour off: code that forgot Asia/Tokyo fails at once.
process.env.TZ = "Asia/Kathmandu";
process.env.PGTZ = "America/St_Johns";

const DB_TESTS = "{app,components,db,lib,e2e}/**/*.db.test.ts";
const ALONE = "{app,components,db,lib,e2e}/**/*.alone.db.test.ts";
const NODE_MODULES = "**/node_modules/**";
const onDatabase = {
  root,
  globalSetup: ["lib/core/testing/database-server.ts"],
  testTimeout: 60_000,
  hookTimeout: 60_000,
  maxWorkers: 2,
  sequence: { groupOrder: 1 },
};

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
          exclude: ["**/*.db.test.ts", "**/*.fault.test.ts", NODE_MODULES],
          // Pure files keep nothing between tests: a fresh process for each of them would take half of the time.
          isolate: false,
          maxWorkers: 2,
          // What is slow on a busy machine is not wrong.
          testTimeout: 60_000,
        },
      },
      // Each file has a database of its own; the program they load is the same and is loaded once.
      {
        ...shared,
        test: {
          ...onDatabase,
          name: "db",
          include: [DB_TESTS],
          exclude: [ALONE, NODE_MODULES],
          isolate: false,
        },
      },
      // Except for those that exchange a part of the program or its settings.
      { ...shared, test: { ...onDatabase, name: "db-alone", include: [ALONE] } },
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
