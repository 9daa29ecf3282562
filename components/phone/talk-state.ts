import type { QuickReply } from "@/components/line-preview/drawn";
import { readMessage } from "@/components/line-preview/message";
import type { Resident, RichMenu, TalkAnswer, TalkItem, TalkState } from "@/lib/sandbox-client/schema";

/** What one phone knows of its talk. Everything that happens to it is a TalkEvent, so that order can be tested. */
export type Talk = {
  /** gone: the sandbox does not know this resident (it was reset). */
  link: "loading" | "live" | "lost" | "gone";
  resident: Resident | null;
  items: TalkItem[];
  richMenu: RichMenu | null;
  loadingUntil: number | null;
  /** Quick replies up to this seq were answered by a tap. */
  answeredSeq: number;
};

export type TalkEvent =
  | { type: "loaded"; answer: TalkAnswer }
  | { type: "item"; item: TalkItem }
  | { type: "state"; state: TalkState }
  | { type: "link"; link: Talk["link"] }
  /** A quick reply was tapped; or its answer could not be sent, so that it is there again. */
  | { type: "answered" | "unanswered" };

/** More than anyone scrolls back in a trial; memory stays bounded on a long day. */
const KEPT_ITEMS = 600;

export const emptyTalk: Talk = {
  link: "loading",
  resident: null,
  items: [],
  richMenu: null,
  loadingUntil: null,
  answeredSeq: 0,
};

export function talkReducer(talk: Talk, event: TalkEvent): Talk {
  switch (event.type) {
    case "loaded":
      return withState({ ...talk, link: "live", items: merge(talk.items, event.answer.items) }, event.answer);
    case "item":
      return {
        ...talk,
        items: merge(talk.items, [event.item]),
        // The dots go as soon as the answer is there.
        loadingUntil: event.item.from === "bot" ? null : talk.loadingUntil,
      };
    case "state":
      return withState({ ...talk, link: "live" }, event.state);
    case "link":
      return talk.link === event.link ? talk : { ...talk, link: event.link };
    case "answered":
      return { ...talk, answeredSeq: talk.items.at(-1)?.seq ?? 0 };
    case "unanswered":
      return { ...talk, answeredSeq: 0 };
  }
}

function withState(talk: Talk, state: TalkState): Talk {
  const gone = new Set(state.unsent);
  const items = talk.items.map((item) => {
    const unsent = item.unsent || (item.messageId !== null && gone.has(item.messageId));
    const read = item.read || (item.from === "resident" && item.seq <= state.readUpToSeq);
    return unsent === item.unsent && read === item.read ? item : { ...item, unsent, read };
  });
  return {
    ...talk,
    items,
    resident: state.resident,
    richMenu: state.richMenu,
    loadingUntil: state.loadingUntil,
  };
}

/** By seq, each once, the later copy wins: a stream that reconnects may repeat itself. */
function merge(items: TalkItem[], more: TalkItem[]): TalkItem[] {
  const bySeq = new Map(items.map((item) => [item.seq, item]));
  for (const item of more) bySeq.set(item.seq, item);
  return [...bySeq.values()].toSorted((a, b) => a.seq - b.seq).slice(-KEPT_ITEMS);
}

/**
 * Only the newest message's quick replies show, and only while nothing came after it. Source: LINE Messaging API
 * documentation, "Use quick replies".
 */
export function openQuickReplies(talk: Talk): QuickReply[] {
  const last = talk.items.at(-1);
  if (last?.from !== "bot" || last.unsent || last.seq <= talk.answeredSeq) return [];
  return readMessage(last.message).quickReplies;
}
