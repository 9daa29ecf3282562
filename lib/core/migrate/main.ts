import { migrateDatabase } from "@/db/migrate";
import { startSettings } from "@/lib/core/env";
import { onDatabase } from "./trouble";

const settings = startSettings("command");
const started = Date.now();
const application = settings.DATABASE_URL ?? "";
await onDatabase(
  async () => {
    await migrateDatabase(settings.DATABASE_OWNER_URL ?? application, application);
    console.log(`データベースは最新です (${((Date.now() - started) / 1000).toFixed(1)} 秒)`);
  },
  settings.DATABASE_OWNER_URL ? "DATABASE_OWNER_URL" : "DATABASE_URL",
);
