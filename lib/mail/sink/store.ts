import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { isMailId, type MailSummary, type StoredMail } from "./message";

/** The mailbox forgets its oldest mails beyond this many. */
export const MAILBOX_LIMIT = 1_000;

export type IncomingMail = {
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string | null;
  attachments: { fileName: string; contentType: string; cid: string | null; content: Buffer }[];
};

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
    add(mail: IncomingMail, now = Date.now()): MailSummary {
      const id = `${String(now).padStart(13, "0")}-${randomBytes(4).toString("hex")}`;
      const { attachments, ...parts } = mail;
      const stored: StoredMail = {
        id,
        receivedAt: now,
        ...parts,
        attachments: attachments.map(({ content, ...file }, index) => ({
          index,
          ...file,
          base64: content.toString("base64"),
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
