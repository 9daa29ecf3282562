/** One mail as the mailbox keeps it: a row of its list, and the parts that its page shows. */
export type MailSummary = {
  /** Sortable: arrival in milliseconds and a random end. Also the file's name. */
  id: string;
  receivedAt: number;
  from: string;
  to: string[];
  subject: string;
};
export type StoredMail = MailSummary & {
  text: string;
  html: string | null;
  attachments: { index: number; fileName: string; contentType: string; cid: string | null; base64: string }[];
};

export const isMailId = (text: string): boolean => /^\d{13}-[0-9a-f]{8}$/.test(text);

/** Pictures that a browser may show as what they are; anything else is offered as a download. */
export const isSafePicture = (contentType: string): boolean =>
  /^image\/(jpeg|png|gif|webp)$/.test(contentType);

/** `cid:` addresses become data URLs: the framed mail can then load nothing from anywhere. */
export function inlinePictures(html: string, attachments: StoredMail["attachments"]): string {
  return html.replace(/(["'(])cid:([^"')\s]+)/gi, (whole, quote: string, cid: string) => {
    const found = attachments.find((a) => a.cid === cid && isSafePicture(a.contentType));
    return found ? `${quote}data:${found.contentType};base64,${found.base64}` : whole;
  });
}
