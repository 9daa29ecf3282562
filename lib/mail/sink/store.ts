import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import type { ParsedMail } from "mailparser";
import { isMailId, type MailSummary, type StoredMail } from "./message";

/** The mailbox forgets its oldest mails beyond this many. */
export const MAILBOX_LIMIT = 1_000;

const addresses = (field: ParsedMail["to"]): string[] =>
  (Array.isArray(field) ? field : field ? [field] : []).flatMap((one) =>
    one.value.flatMap((v) => (v.address ? [v.address] : [])),
  );

/** Mails as files of one folder, one JSON file a mail, and their list in memory. */
export function openMailbox(folder: string, limit = MAILBOX_LIMIT) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const fileOf = (id: string) => path.join(folder, `${id}.json`);

  const read = (id: string): StoredMail | null => {
    if (!isMailId(id)) return null;
    try {
      return JSON.parse(fs.readFileSync(fileOf(id), "utf8")) as StoredMail;
    } catch {
      return null;
    }
  };
  const summarize = ({ id, receivedAt, from, to, subject }: StoredMail): MailSummary => ({
    id,
    receivedAt,
    from,
    to,
    subject,
  });
  const list: MailSummary[] = fs
    .readdirSync(folder)
    .map((name) => name.replace(/\.json$/, ""))
    .filter(isMailId)
    .sort()
    .reverse()
    .flatMap((id) => {
      const mail = read(id);
      return mail ? [summarize(mail)] : [];
    });

  return {
    list: (): readonly MailSummary[] => list,
    read,
    /** `recipients` are the envelope's: what a Bcc would hide is shown too. */
    add(mail: ParsedMail, recipients: string[], now = Date.now()): MailSummary {
      const id = `${now}-${randomBytes(4).toString("hex")}`;
      const stored: StoredMail = {
        id,
        receivedAt: now,
        from: mail.from?.value[0]?.address ?? "",
        to: recipients.length > 0 ? recipients : addresses(mail.to),
        subject: mail.subject ?? "",
        text: mail.text ?? "",
        html: typeof mail.html === "string" ? mail.html : null,
        attachments: mail.attachments.map((a, index) => ({
          index,
          fileName: a.filename ?? `file-${index + 1}`,
          contentType: a.contentType,
          cid: a.cid ?? null,
          base64: a.content.toString("base64"),
        })),
      };
      // Written whole before it is named: a mailbox that is killed keeps no half mail.
      fs.writeFileSync(`${fileOf(id)}.part`, JSON.stringify(stored), { mode: 0o600 });
      fs.renameSync(`${fileOf(id)}.part`, fileOf(id));
      list.unshift(summarize(stored));
      for (const old of list.splice(limit)) fs.rmSync(fileOf(old.id), { force: true });
      return summarize(stored);
    },
  };
}
export type Mailbox = ReturnType<typeof openMailbox>;
