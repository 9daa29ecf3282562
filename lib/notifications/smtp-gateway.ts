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

/** The city's mail server by SMTP_URL. Every wait is bounded; a mail never holds a worker for more than half a minute. */
export function createMailGateway(settings: Pick<Settings, "SMTP_URL" | "MAIL_FROM">): MailGateway {
  const { SMTP_URL: url, MAIL_FROM: from } = settings;
  const transport = url
    ? nodemailer.createTransport({
        url,
        pool: true,
        maxConnections: 2,
        connectionTimeout: 10_000,
        greetingTimeout: 10_000,
        socketTimeout: 30_000,
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    : null;
  return {
    from,
    async send(mail) {
      if (!transport) return { kind: "later", error: "smtp-not-set" };
      try {
        await transport.sendMail({
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
        return { kind: "sent" };
      } catch (error) {
        return answerOf(error as SmtpError);
      }
    },
    close: () => transport?.close(),
  };
}
