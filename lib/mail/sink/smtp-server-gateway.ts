import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import type { Mailbox } from "./store";

const MAX_MAIL_BYTES = 10 * 1024 * 1024;

/** Takes every mail that reaches this machine's own port and answers 250 once it is on disk. */
export function smtpReceiver(mailbox: Mailbox, onMail: (subject: string) => void): SMTPServer {
  return new SMTPServer({
    banner: "Madoguchi demo mailbox",
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    size: MAX_MAIL_BYTES,
    onData(stream, session, done) {
      simpleParser(stream)
        .then((mail) => {
          if (stream.sizeExceeded) {
            done(Object.assign(new Error("Message is too large"), { responseCode: 552 }));
            return;
          }
          // The envelope's recipients: what a Bcc would hide is shown too.
          const added = mailbox.add({
            from: mail.from?.value[0]?.address ?? "",
            to: session.envelope.rcptTo.map((rcpt) => rcpt.address),
            subject: mail.subject ?? "",
            text: mail.text ?? "",
            html: typeof mail.html === "string" ? mail.html : null,
            attachments: mail.attachments.map((file, i) => ({
              fileName: file.filename ?? `file-${i + 1}`,
              contentType: file.contentType,
              cid: file.cid ?? null,
              content: file.content,
            })),
          });
          onMail(added.id);
          done();
        })
        .catch(() => done(Object.assign(new Error("Could not keep the message"), { responseCode: 451 })));
    },
  });
}
