import os from "node:os";
import { openDatabase } from "@/db";
import { contentSchema, mediaIdsOf, renderMessages } from "@/lib/broadcasts/content";
import { startSettings } from "@/lib/core/env";
import { newId } from "@/lib/core/id";
import { log } from "@/lib/core/log";
import { openArmFile } from "@/lib/delivery/arm-gateway";
import type { Render } from "@/lib/delivery/freeze/commands";
import { inEveryLanguage } from "@/lib/delivery/state";
import { createChannelGateway } from "@/lib/line/channel-gateway";
import { boundCalls, createLineGateway } from "@/lib/line/gateway";
import { findMediaPlaces } from "@/lib/media/queries";
import { deliverMail } from "@/lib/notifications/jobs";
import { createMailGateway } from "@/lib/notifications/smtp-gateway";
import { settingsUrl } from "@/lib/preferences/settings-url";
import { getStorage } from "@/lib/storage/gateway";
import { createWorker } from "./worker/store";

const settings = startSettings("worker");
boundCalls();
const database = openDatabase(settings.DATABASE_URL ?? "", { max: 24, name: "madoguchi-worker" });
const storage = getStorage();
const mailGateways = { smtp: createMailGateway(settings), storage, appUrl: settings.APP_URL ?? "" };
/** What residents will read, with the addresses under which LINE fetches the pictures. */
const render: Render = async (ctx, { kind, content }) => {
  const parsed = contentSchema.parse(content);
  const media = await findMediaPlaces(ctx, { ids: mediaIdsOf(parsed), base: settings.PUBLIC_URL ?? "" });
  return inEveryLanguage((spoken) => renderMessages({ kind, content: parsed }, spoken, media));
};
const worker = createWorker({
  database,
  databaseUrl: settings.DATABASE_URL ?? "",
  workerId: `${os.hostname()}:${process.pid}:${newId().slice(0, 8)}`,
  leaseMs: settings.LEASE_MS,
  line: createLineGateway(settings),
  channel: createChannelGateway(settings),
  mail: (ctx, row) => deliverMail(ctx, row, mailGateways),
  storage,
  arm: openArmFile(settings.ARM_FILE),
  render,
  sendRate: settings.SEND_RATE,
  settingsUrl: settingsUrl(settings.LIFF_ID),
  mediaBase: settings.PUBLIC_URL ?? "",
});
worker.start();
log.info({ event: "worker.started" });

let stopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    if (stopping) process.exit(1); // a second signal does not wait
    stopping = true;
    void worker.stop().then(() => process.exit(0));
  });
}
