import nodemailer from "nodemailer";
import type { Settings } from "@/lib/core/env";

export type OutgoingMail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Without brackets; the same at every attempt, so that a mailbox can tell a repeated one. */
  messageId: string;
  inline: { cid: string; fileName: string; bytes: Buffer }[];
};

/** `refused`: the server will never take it; `later`: try again. `error` is a short English word. */
export type MailAnswer =
  | { kind: "sent" }
  | { kind: "refused"; error: string }
  | { kind: "later"; error: string };
export type MailGateway = {
  from: string;
  send: (mail: OutgoingMail) => Promise<MailAnswer>;
  close: () => void;
};

type SmtpError = { responseCode?: number; code?: string };

/** 5xx is final, but for sign-in troubles, which a person mends on the server's side; all else may pass. */
function answerOf({ responseCode, code }: SmtpError): MailAnswer {
  if (code === "EAUTH") return { kind: "later", error: "smtp-auth" };
  if (responseCode !== undefined) {
    return { kind: responseCode >= 500 ? "refused" : "later", error: `smtp-${responseCode}` };
  }
  return { kind: "later", error: `smtp-${(code ?? "error").toLowerCase()}` };
}

/** Longest waits in ms. A server that always says a little in time is left at `deadline`. */
const WAITS = {
  dnsTimeout: 10_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 10_000,
  deadline: 60_000,
};

/** nodemailer reads no option beside a URL, only those in its query. What SMTP_URL says of TLS and sign-in stays. */
function withOptions(url: string, { deadline: _, ...waits }: typeof WAITS): string {
  const full = new URL(url);
  const options = { ...waits, disableFileAccess: true, disableUrlAccess: true };
  for (const [name, value] of Object.entries(options)) full.searchParams.set(name, String(value));
  return full.href;
}

/** The mail may still arrive after it: its Message-ID is the same at every attempt. */
async function before<T>(deadlineMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error("deadline"), { code: "DEADLINE" })), deadlineMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The city's mail server by SMTP_URL. Every wait is bounded. */
export function createMailGateway(
  settings: Pick<Settings, "SMTP_URL" | "MAIL_FROM">,
  waits = WAITS,
): MailGateway {
  const { SMTP_URL: url, MAIL_FROM: from } = settings;
  const transport = url ? nodemailer.createTransport(withOptions(url, waits)) : null;
  return {
    from,
    async send(mail) {
      if (!transport) return { kind: "later", error: "smtp-not-set" };
      try {
        const sending = transport.sendMail({
          from,
          to: { name: "", address: mail.to },
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          messageId: `<${mail.messageId}>`,
          headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
          attachments: mail.inline.map((image) => ({
            cid: image.cid,
            filename: image.fileName,
            content: image.bytes,
            contentType: "image/jpeg",
            contentDisposition: "inline",
          })),
        });
        await before(waits.deadline, sending);
        return { kind: "sent" };
      } catch (error) {
        return answerOf(error as SmtpError);
      }
    },
    close: () => transport?.close(),
  };
}
