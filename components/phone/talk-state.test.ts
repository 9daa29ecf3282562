import { describe, expect, test } from "vitest";
import type { TalkItem, TalkState } from "@/lib/sandbox-client/schema";
import { talkRows } from "./talk-rows";
import { emptyTalk, openQuickReplies, type Talk, talkReducer } from "./talk-state";

const NIGHT = Date.UTC(2026, 10, 22, 14, 59); // 23:59 in Tokyo

const item = (seq: number, more: Partial<TalkItem> = {}): TalkItem => ({
  seq,
  at: NIGHT + seq * 1000,
  from: "bot",
  kind: "message",
  messageId: `m${seq}`,
  message: { type: "text", text: `t${seq}` },
  postback: null,
  contentUrl: null,
  unsent: false,
  read: false,
  requestId: null,
  ...more,
});
const own = (seq: number, more: Partial<TalkItem> = {}) => item(seq, { from: "resident", ...more });
const asks = {
  type: "text",
  text: "?",
  quickReply: { items: [{ action: { type: "message", label: "はい", text: "はい" } }] },
};
const state = (more: Partial<TalkState> = {}): TalkState => ({
  resident: {
    id: `U${"0".repeat(32)}`,
    name: "試験",
    language: "ja",
    state: "friend",
    messages: 0,
    lastAt: null,
  },
  richMenu: null,
  loadingUntil: null,
  readUpToSeq: 0,
  unsent: [],
  ...more,
});
const play = (...items: TalkItem[]): Talk =>
  items.reduce((talk, one) => talkReducer(talk, { type: "item", item: one }), emptyTalk);

describe("the talk", () => {
  test("items stand by seq, each once, whatever the order", () => {
    expect(play(item(3), item(1), item(2), item(1)).items.map((one) => one.seq)).toEqual([1, 2, 3]);
  });
  test("a state marks what was read and what was taken back", () => {
    const talk = talkReducer(play(own(1), own(2), own(3)), {
      type: "state",
      state: state({ readUpToSeq: 2, unsent: ["m3"] }),
    });
    expect(talk.items.map((one) => [one.read, one.unsent])).toEqual([
      [true, false],
      [true, false],
      [false, true],
    ]);
  });
  test("the account's messages are never marked read", () => {
    expect(
      talkReducer(play(item(1)), { type: "state", state: state({ readUpToSeq: 9 }) }).items[0]?.read,
    ).toBe(false);
  });
  test("the dots go when an answer comes, not when the resident writes", () => {
    const waiting = talkReducer(emptyTalk, { type: "state", state: state({ loadingUntil: NIGHT }) });
    expect(talkReducer(waiting, { type: "item", item: own(1) }).loadingUntil).toBe(NIGHT);
    expect(talkReducer(waiting, { type: "item", item: item(1) }).loadingUntil).toBeNull();
  });
  test("memory is bounded and keeps the newest", () => {
    const talk = play(...Array.from({ length: 700 }, (_, i) => item(i + 1)));
    expect(talk.items.length).toBe(600);
    expect(talk.items.at(-1)?.seq).toBe(700);
  });
});

describe("quick replies", () => {
  const shown = (talk: Talk) => openQuickReplies(talk).map((reply) => reply.action.label);
  test("of the newest message only", () => {
    expect(shown(play(item(1, { message: asks })))).toEqual(["はい"]);
    expect(shown(play(item(1, { message: asks }), item(2)))).toEqual([]);
    expect(shown(play(item(1, { message: asks }), own(2)))).toEqual([]);
  });
  test("gone after a silent tap, back with the next question", () => {
    const asked = play(item(1, { message: asks }));
    const answered = talkReducer(asked, { type: "answered" });
    expect(shown(answered)).toEqual([]);
    expect(shown(talkReducer(answered, { type: "unanswered" }))).toEqual(["はい"]);
    expect(shown(talkReducer(answered, { type: "item", item: item(2, { message: asks }) }))).toEqual([
      "はい",
    ]);
  });
  test("a postback nobody sees hides them too", () => {
    const tap = own(2, { kind: "postback", message: null, messageId: null });
    expect(shown(play(item(1, { message: asks }), tap))).toEqual([]);
  });
});

describe("rows", () => {
  const kinds = (items: TalkItem[]) => talkRows(items).map((row) => row.kind);
  test("a new day in Tokyo gets a line", () => {
    const rows = talkRows([item(1), item(2, { at: NIGHT + 120_000 })]);
    expect(rows.map((row) => row.kind)).toEqual(["day", "message", "day", "message"]);
    expect(rows[0]).toMatchObject({ text: "令和8年11月22日(日)" });
  });
  test("the account's name stands on the first of a run", () => {
    const rows = talkRows([item(1), item(2), own(3), item(4)]).filter((row) => row.kind === "message");
    expect(rows.map((row) => row.startsRun)).toEqual([true, false, false, true]);
  });
  test("taken back, followed and blocked are lines of the talk", () => {
    const system = { from: "system", message: null, messageId: null } as const;
    expect(
      kinds([
        item(1, { ...system, kind: "follow" }),
        own(2, { unsent: true }),
        item(3, { ...system, kind: "unfollow" }),
      ]),
    ).toEqual(["day", "system", "system", "system"]);
  });
  test("a silent tap leaves no trace; spoken words cannot be taken back", () => {
    expect(kinds([own(1, { kind: "postback", message: null })])).toEqual([]);
    const [, spoken] = talkRows([own(1, { kind: "postback", messageId: null })]);
    expect(spoken).toMatchObject({ kind: "message", messageId: null });
  });
  test("a resident's photo is named by its message, never by an address from outside", () => {
    const photo = own(1, {
      message: {
        type: "image",
        contentProvider: { type: "external", originalContentUrl: "https://evil.example" },
      },
    });
    expect(talkRows([photo])[1]).toMatchObject({
      message: { type: "image", originalContentUrl: "resident:m1" },
    });
  });
});
