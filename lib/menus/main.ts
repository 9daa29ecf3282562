import { setTimeout as sleep } from "node:timers/promises";
import { HTTPFetchError } from "@line/bot-sdk";
import { openDatabase } from "@/db";
import { systemContext } from "@/lib/core/context";
import { startSettings } from "@/lib/core/env";
import { newId } from "@/lib/core/id";
import { databaseTrouble } from "@/lib/core/migrate/trouble";
import { openArmFile } from "@/lib/delivery/arm-gateway";
import { createChannelGateway } from "@/lib/line/channel-gateway";
import { boundCalls } from "@/lib/line/gateway";
import { SETUP_MESSAGES } from "./messages";
import { setUpMenus } from "./setup/jobs";

/** `npm run line:setup`: checks the token, sets and tries the webhook, publishes the rich menu. Safe to repeat. */
const settings = startSettings("worker", false);
boundCalls();
const WEBHOOK_TRIES = 3;
const channel = createChannelGateway(settings);
const database = openDatabase(settings.DATABASE_URL ?? "", { max: 2, name: "madoguchi-line-setup" });
let problems = 0;
const done = (line: string) => console.log(`  ✓ ${line}`);
const wrong = (line: string) => {
  problems += 1;
  console.log(`  ✗ ${line}`);
};

try {
  const bot = await channel.botInfo();
  done(`LINE につながりました: ${bot.displayName} (${bot.basicId})`);

  if (!settings.PUBLIC_URL) {
    wrong(
      "PUBLIC_URL がありません。Webhook はそのままです。https のアドレスを設定してから、もう一度実行してください。",
    );
  } else {
    const endpoint = `${settings.PUBLIC_URL.replace(/\/$/, "")}/api/line/webhook`;
    const now = await channel.webhook();
    if (now?.endpoint !== endpoint) await channel.setWebhook(endpoint);
    let test = await channel.testWebhook();
    // A console that has just started may be slow to answer its first call.
    for (let tries = 1; !test.success && tries < WEBHOOK_TRIES; tries++) {
      await sleep(1_000 * tries);
      test = await channel.testWebhook();
    }
    if (test.success) done(`Webhook: ${endpoint}`);
    else wrong(`Webhook に届きません (${test.reason} ${test.statusCode} ${test.detail}): ${endpoint}`);
    if (now && !now.active)
      wrong("Webhook が LINE 側でオフです。LINE Official Account Manager の応答設定でオンにしてください。");
  }

  const outcome = await setUpMenus(systemContext(database.db, "line-setup"), {
    channel,
    arm: openArmFile(settings.ARM_FILE),
    owner: `line-setup:${newId()}`,
  });
  if (outcome.kind === "published" || outcome.kind === "unchanged") done(SETUP_MESSAGES[outcome.kind]);
  else if (outcome.kind === "failed") wrong(SETUP_MESSAGES.failed(outcome.error));
  else wrong(SETUP_MESSAGES[outcome.kind]);
} catch (error) {
  const trouble = databaseTrouble(error);
  if (trouble !== null) {
    wrong(trouble);
  } else if (error instanceof HTTPFetchError) {
    const hint =
      error.status === 401
        ? "チャネルアクセストークン、またはチャネル ID とシークレットを確かめてください。"
        : "";
    wrong(`LINE が断りました (HTTP ${error.status})。${hint}`);
  } else {
    wrong(
      `LINE に届きませんでした (${settings.LINE_API_BASE_URL})。ネットワークの設定を確かめて、もう一度実行してください。`,
    );
  }
} finally {
  await database.close();
}
console.log(
  problems === 0
    ? "準備ができました。"
    : `${problems} 件を直してから、もう一度実行してください。済んだことはそのまま残っています。`,
);
process.exit(problems === 0 ? 0 : 1);
