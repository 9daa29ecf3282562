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
          const added = mailbox.add(
            mail,
            session.envelope.rcptTo.map((rcpt) => rcpt.address),
          );
          onMail(added.id);
          done();
        })
        .catch(() => done(Object.assign(new Error("Could not keep the message"), { responseCode: 451 })));
    },
  });
}
