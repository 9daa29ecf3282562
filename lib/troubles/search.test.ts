import { expect, it } from "vitest";
import { parseTroublesSearch, troublesHref } from "./search";

const UUID = "0b8f3c1a-0000-4000-8000-000000000001";

it.each([
  [{}, { eventsAfter: null, messagesAfter: null }],
  [
    { events: "01TEST", messages: UUID },
    { eventsAfter: "01TEST", messagesAfter: UUID },
  ],
  [
    { events: "a\0b", messages: "1" },
    { eventsAfter: null, messagesAfter: null },
  ],
  [
    { events: ["a", "b"], messages: `${UUID}'` },
    { eventsAfter: null, messagesAfter: null },
  ],
  [{ events: "x".repeat(129) }, { eventsAfter: null, messagesAfter: null }],
])("%j starts at %j", (params, search) => expect(parseTroublesSearch(params)).toEqual(search));

it("writes what it reads", () => {
  const search = { eventsAfter: "sha256-+&%/", messagesAfter: UUID };
  const url = new URL(troublesHref(search), "http://x");
  expect(parseTroublesSearch(Object.fromEntries(url.searchParams))).toEqual(search);
  expect(troublesHref({ eventsAfter: null, messagesAfter: null })).toBe("/troubles");
});
