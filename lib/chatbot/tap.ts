import type { BotEntryKind } from "@/db/enums";
import { LIMITS } from "@/lib/conversations/message";

/** An entry as a button names it: its book and its key. `f:` keywords and FAQ, `g:` garbage. */
export type EntryRef = `${"f" | "g"}:${string}`;
export const refOf = ({ kind, key }: { kind: BotEntryKind; key: string }): EntryRef =>
  `${kind === "garbage" ? "g" : "f"}:${key}`;

/**
 * The bot's own buttons. `question` is what the row in `bot_questions` is kept under, so that a tap finds it whenever it
 * comes. `read`: chosen from a topic's list, a question of its own. `none`: of the entries offered none was meant.
 */
export type BotTap =
  | { kind: "choose"; question: string; entry: EntryRef }
  | { kind: "read"; entry: EntryRef }
  | { kind: "helpful"; question: string; yes: boolean }
  | { kind: "none"; question: string }
  | { kind: "topics" }
  | { kind: "topic"; topic: string; page: number };

const VERBS = { choose: "c", read: "q", helpful: "h", none: "n", topics: "t", topic: "l" } as const;

/** The key stands last and as it is: a Japanese key percent-encoded would not fit LINE's 300 characters. */
export function tapData(tap: BotTap): string {
  const parts = [`b=${VERBS[tap.kind]}`];
  if ("question" in tap) parts.push(`e=${tap.question}`);
  if (tap.kind === "helpful") parts.push(`v=${tap.yes ? 1 : 0}`);
  if (tap.kind === "topic") parts.push(`p=${tap.page}`, `k=${tap.topic}`);
  if ("entry" in tap) parts.push(`k=${tap.entry}`);
  return parts.join("&");
}

/** Can a button carry it? A key that is too long for LINE cannot be offered, only answered. */
export const isTappable = (entry: EntryRef): boolean =>
  tapData({ kind: "choose", question: "x".repeat(40), entry }).length <= LIMITS.postbackData;

/** All data of this form is the bot's or of a domain beside it, never the scenarios'. */
export const isBotData = (data: string): boolean => data.startsWith("b=");

const FORM = /^b=([a-z])(?:&e=([0-9A-Za-z_-]{1,40}))?(?:&v=([01]))?(?:&p=(\d{1,3}))?(?:&k=([\s\S]{1,300}))?$/;
const isRef = (key: string | undefined): key is EntryRef => key !== undefined && /^[fg]:[\s\S]/.test(key);

/** Null: none of the bot's own. */
export function readBotTap(data: string): BotTap | null {
  const [, verb, question, value, page, key] = FORM.exec(data) ?? [];
  switch (verb) {
    case VERBS.choose:
      return question && isRef(key) ? { kind: "choose", question, entry: key } : null;
    case VERBS.read:
      return isRef(key) ? { kind: "read", entry: key } : null;
    case VERBS.helpful:
      return question && value ? { kind: "helpful", question, yes: value === "1" } : null;
    case VERBS.none:
      return question ? { kind: "none", question } : null;
    case VERBS.topics:
      return { kind: "topics" };
    case VERBS.topic:
      return key ? { kind: "topic", topic: key, page: Number(page ?? 0) } : null;
    default:
      return null;
  }
}
