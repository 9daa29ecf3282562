import { vi } from "vitest";

/** The settings that a console needs, on this database, for one test file (called `.alone.db.test.ts`). */
export function stubSettings(databaseUrl: string, appUrl = "http://127.0.0.1:4000"): void {
  vi.stubEnv("DATABASE_URL", databaseUrl);
  vi.stubEnv("APP_URL", appUrl);
  vi.stubEnv("AUTH_SECRET", "a secret of the tests, long enough to do");
  vi.stubEnv("LINE_CHANNEL_SECRET", "x");
}
