import { previewLabels } from "@/components/line-preview/labels";
import { clock, isoDate, longDate } from "@/lib/core/time";
import type { TalkItem } from "@/lib/sandbox-client/schema";
import { phoneLabels as t } from "./labels";

/** A line of the talk, ready to draw. */
export type TalkRowData =
  | { kind: "day" | "system"; key: string; text: string }
  | {
      kind: "message";
      key: string;
      side: "account" | "resident";
      message: Record<string, unknown>;
      messageId: string | null;
      /** First of a run of the account's messages: carries its name and mark. */
      startsRun: boolean;
      time: string;
      read: boolean;
      /** What can be copied. */
      text: string | null;
    };

/** Marks a picture as the resident's own: look.imageSource turns it into an address. */
export const OWN_PICTURE = "resident:";

export function talkRows(items: TalkItem[]): TalkRowData[] {
  const rows: TalkRowData[] = [];
  let day = "";
  let runOf = "";
  for (const item of items) {
    const row = rowOf(item);
    if (!row) continue;
    const at = new Date(item.at);
    const today = isoDate(at);
    if (today !== day) {
      rows.push({ kind: "day", key: `day-${today}`, text: longDate(at) });
      runOf = "";
    }
    day = today;
    rows.push(
      row.kind === "message" ? { ...row, startsRun: row.side === "account" && runOf !== "account" } : row,
    );
    runOf = row.kind === "message" ? row.side : "";
  }
  return rows;
}

function rowOf(item: TalkItem): TalkRowData | null {
  const key = String(item.seq);
  if (item.kind === "follow") return { kind: "system", key, text: t.followed };
  if (item.kind === "unfollow") return { kind: "system", key, text: t.unfollowed };
  if (item.unsent) {
    return { kind: "system", key, text: previewLabels.unsent[item.from === "resident" ? "own" : "other"] };
  }
  if (!item.message) return null;
  const side = item.from === "bot" ? "account" : "resident";
  const ownPicture = side === "resident" && item.message.type === "image" && item.messageId;
  return {
    kind: "message",
    key,
    side,
    message: ownPicture ? { type: "image", originalContentUrl: OWN_PICTURE + item.messageId } : item.message,
    // A tap's words are no message of their own: nothing to take back.
    messageId: item.kind === "message" ? item.messageId : null,
    startsRun: false,
    time: clock(new Date(item.at)),
    read: side === "resident" && item.read,
    text: typeof item.message.text === "string" ? item.message.text : null,
  };
}
