import { openDatabase } from "@/db";
import { systemContext } from "@/lib/core/context";
import { startSettings } from "@/lib/core/env";
import { openArmFile } from "./arm-gateway";
import { armDatabase } from "./channel/commands";
import { MAIN_MESSAGES } from "./messages";
import { findChannel } from "./queries";

/**
 * `npm run channel:arm`: this database is the one that sends. `--if-never` does it only for a database that was never
 * armed: the demo says it of the one it has made itself.
 */
const args = process.argv.slice(2);
const unknown = args.find((arg) => arg !== "--if-never");
if (unknown !== undefined) {
  console.error(`「${unknown}」という指定はありません。送信の許可はしていません。使い方:

  npm run channel:arm                    このデータベースからの送信を許可する
  npm run channel:arm -- --if-never      許可を受けたことがないデータベースのときだけ許可する`);
  process.exit(1);
}
const settings = startSettings("command");
const { db, close } = openDatabase(settings.DATABASE_URL ?? "", { max: 2, name: "madoguchi-arm" });
try {
  const ctx = systemContext(db, "channel-arm");
  const wasArmed = Boolean((await findChannel(ctx))?.systemIdentifier);
  if (args.includes("--if-never") && wasArmed) console.log(MAIN_MESSAGES.left);
  else {
    await armDatabase(ctx, openArmFile(settings.ARM_FILE));
    console.log(MAIN_MESSAGES.armed(settings.ARM_FILE));
  }
} finally {
  await close();
}
