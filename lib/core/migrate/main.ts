import { migrateDatabase } from "@/db/migrate";
import { startSettings } from "@/lib/core/env";

const settings = startSettings("command");
const started = Date.now();
await migrateDatabase(settings.DATABASE_OWNER_URL ?? settings.DATABASE_URL ?? "");
console.log(`データベースは最新です (${((Date.now() - started) / 1000).toFixed(1)} 秒)`);
