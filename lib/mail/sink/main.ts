import { startSettings } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import { mailboxServer } from "./http-gateway";
import { smtpReceiver } from "./smtp-server-gateway";
import { openMailbox } from "./store";

// The demo's mailbox: receives what the worker sends by SMTP and shows it on a page. This machine only.
const settings = startSettings("mailbox");
const smtp = new URL(settings.SMTP_URL ?? "");
const mailbox = openMailbox(settings.MAIL_SINK_DATA);

const receiver = smtpReceiver(mailbox, (id) => log.info({ event: "mailbox.received", id }));
receiver.on("error", (error) => log.warn({ event: "mailbox.smtp-error", error: error.name }));
receiver.listen(Number(smtp.port || 25), "127.0.0.1", () =>
  log.info({ event: "mailbox.smtp", port: smtp.port }),
);

const pages = mailboxServer(mailbox);
pages.listen(settings.MAIL_SINK_PORT, "127.0.0.1", () =>
  log.info({ event: "mailbox.pages", port: settings.MAIL_SINK_PORT }),
);

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    pages.close();
    pages.closeAllConnections();
    receiver.close(() => process.exit(0));
    setTimeout(() => process.exit(0), 2_000).unref();
  });
}
