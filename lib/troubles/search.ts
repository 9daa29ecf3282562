/** What the page's address says: where each of the two lists starts. What makes no sense starts at the top. */
export type TroublesSearch = { eventsAfter: string | null; messagesAfter: string | null };

type Params = Record<string, string | string[] | undefined>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** LINE's ids are ULIDs; an event without one is known by a hash (lib/line/events.ts). */
const EVENT_ID = /^[\x21-\x7e]{1,128}$/;

const fitting = (value: string | string[] | undefined, form: RegExp): string | null =>
  typeof value === "string" && form.test(value) ? value : null;

export const parseTroublesSearch = (params: Params): TroublesSearch => ({
  eventsAfter: fitting(params.events, EVENT_ID),
  messagesAfter: fitting(params.messages, UUID),
});

/** The page's address; the list that is not named starts at the top. */
export function troublesHref(search: TroublesSearch): string {
  const kept = new URLSearchParams();
  if (search.eventsAfter) kept.set("events", search.eventsAfter);
  if (search.messagesAfter) kept.set("messages", search.messagesAfter);
  return kept.size > 0 ? `/troubles?${kept}` : "/troubles";
}
