import { checkAction } from "./action-objects";
import {
  arrayAt,
  type Fields,
  type Findings,
  isFields,
  note,
  noteWrongType,
  objectAt,
  textAt,
  wordAt,
} from "./findings";
import { httpsAt } from "./urls";

export function checkQuickReply(f: Findings, message: Fields, path: string): void {
  const quickReply = objectAt(f, message, path, "quickReply", false);
  if (quickReply === null) return;
  const items = arrayAt(f, quickReply, `${path}quickReply.`, "items", { min: 1, max: 13, required: true });
  items?.forEach((item, n) => {
    const at = `${path}quickReply.items[${n}]`;
    if (!isFields(item)) {
      noteWrongType(f, at);
      return;
    }
    wordAt(f, item, `${at}.`, "type", ["action"], true);
    httpsAt(f, item, `${at}.`, "imageUrl", { required: false });
    checkAction(f, item.action, `${at}.action`, "quick-reply");
  });
}

export function checkSender(f: Findings, message: Fields, path: string): void {
  const sender = objectAt(f, message, path, "sender", false);
  if (sender === null) return;
  const name = textAt(f, sender, `${path}sender.`, "name", { max: 20, required: false });
  if (name !== null && /line/i.test(name.normalize("NFKC"))) {
    note(f, `${path}sender.name`, "Must not include reserved words");
  }
  httpsAt(f, sender, `${path}sender.`, "iconUrl", { required: false });
}
