import { type Mailbox, openMailbox } from "@/lib/mail/sink/store";
import type { MailGateway } from "@/lib/notifications/smtp-gateway";

/** Puts mails into the demo's mailbox as if they had come by SMTP at an earlier time. */
export function mailboxGateways(folder: string, from: string): (sentAt: Date) => MailGateway {
  const mailbox: Mailbox = openMailbox(folder);
  return (sentAt) => ({
    from,
    close: () => {},
    async send(mail) {
      const attachments = mail.inline.map(({ cid, fileName, bytes }) => ({
        cid,
        fileName,
        contentType: "image/jpeg",
        content: bytes,
      }));
      const { subject, text, html } = mail;
      mailbox.add({ from, to: [mail.to], subject, text, html, attachments }, sentAt.getTime());
      return { kind: "sent" };
    },
  });
}
