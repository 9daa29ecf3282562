import { parseArgs } from "node:util";
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
const settings = startSettings("command");
const { values } = parseArgs({ options: { "if-never": { type: "boolean" } }, strict: false });
const { db, close } = openDatabase(settings.DATABASE_URL ?? "", { max: 2, name: "madoguchi-arm" });
try {
  const ctx = systemContext(db, "channel-arm");
  const wasArmed = Boolean((await findChannel(ctx))?.systemIdentifier);
  if (values["if-never"] === true && wasArmed) console.log(MAIN_MESSAGES.left);
  else {
    await armDatabase(ctx, openArmFile(settings.ARM_FILE));
    console.log(MAIN_MESSAGES.armed(settings.ARM_FILE));
  }
} finally {
  await close();
}
