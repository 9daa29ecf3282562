import { describe, expect, it } from "vitest";
import { leftOf } from "./erased";
import { forgetInReport } from "./forget";
import { normalise } from "./normalise";
import { byTime, lateReply, replay, replayStart } from "./replay";
import { emptyTalk, REPORT_NUMBER, type TalkEvent } from "./talk";
import { at, bot, definition, HOUR, upTo } from "./testing/kumamoto";
import { resident } from "./testing/resident";
import { goOn, walkOn } from "./testing/walks";

const textOf = (replies: ReturnType<typeof lateReply>["replies"]): string =>
  replies
    .map((message) =>
      message.type === "text" ? message.text : message.type === "template" ? message.template.text : "",
    )
    .join("\n");

describe("where a replay starts", () => {
  it.each([
    [[100], 100, 100],
    [[], 5 * HOUR, 5 * HOUR],
    [[0, 20 * HOUR, 40 * HOUR], 40 * HOUR, 0],
    [[0, 25 * HOUR, 40 * HOUR], 40 * HOUR, 25 * HOUR],
    [[0, 24 * HOUR, 48 * HOUR], 48 * HOUR, 0],
    [[40 * HOUR, 0, 20 * HOUR], 20 * HOUR, 0],
    [[0, 60 * HOUR, 61 * HOUR], 30 * HOUR, 30 * HOUR],
  ])("%j, late %i", (times, late, start) => expect(replayStart(times, late)).toBe(start));
});

describe("a replay", () => {
  it("brings equal times into the order of their ids", () => {
    const ids = [
      { at: 1, id: "b" },
      { at: 1, id: "a" },
      { at: 0, id: "z" },
    ]
      .sort(byTime)
      .map((one) => one.id);
    expect(ids).toEqual(["z", "a", "b"]);
  });

  it("of shuffled and repeated events is the talk in order, with the net effects", () => {
    const me = upTo("confirm").tap("この内容で送る");
    const result = replay(emptyTalk(), [...me.events].reverse().concat(me.events), bot);
    expect(result.talk).toEqual(me.talk);
    expect(Object.keys(result.conversations)).toEqual(["01EVENT000001"]);
    expect(result.conversations["01EVENT000001"]).toMatchObject({
      state: "submitted",
      submission: me.submissions[0],
    });
    expect(result.effects.map((effect) => effect.kind)).toEqual(["fetch-photo", "submit-report"]);
  });

  it("takes a report back that in order was never sent", () => {
    const me = upTo("confirm");
    const quit: TalkEvent = { id: "01QUIT", at: me.now, kind: "text", messageId: "q", text: "やめる" };
    const yes: TalkEvent = { id: "01QUIT2", at: me.now, kind: "text", messageId: "y", text: "はい" };
    me.wait(5000).tap("この内容で送る");
    const result = replay(emptyTalk(), [...me.events, quit, yes], bot);
    expect(result.effects).toContainEqual({ kind: "withdraw-report", conversationId: "01EVENT000001" });
    expect(result.conversations["01EVENT000001"]).toMatchObject({ state: "cancelled", submission: null });
  });

  it("has an unsent message gone, in the report too", () => {
    const me = upTo("confirm").tap("この内容で送る");
    const words = me.events.find((event) => event.kind === "text" && event.text.includes("穴"));
    const messageId = words && "messageId" in words ? words.messageId : "";
    me.send({ kind: "unsend", messageId });
    const result = replay(emptyTalk(), me.events, bot);
    expect(result.effects).toContainEqual({ kind: "remove-message", messageId });
    expect(result.conversations["01EVENT000001"]?.submission?.body).toBe("");
  });
});

describe("a message unsent from a report before the last one", () => {
  it("is gone from it after a replay, and `forgetInReport` does the same for a caller that does not replay", () => {
    const me = upTo("confirm").tap("この内容で送る");
    const first = me.talk.last;
    me.type("通報").tap("いいえ");
    walkOn(me, definition, {});
    me.tap("この内容で送る");
    const words = me.events.find((event) => event.kind === "text" && event.text.includes("穴"));
    const messageId = words && "messageId" in words ? words.messageId : "";
    me.send({ kind: "unsend", messageId });
    const result = replay(emptyTalk(), me.events, bot);
    const bodies = Object.values(result.conversations).map((one) => one.submission?.body);
    expect(bodies).toEqual(["", "大きな穴があります"]);
    const forgotten = first && forgetInReport(first, messageId, bot);
    expect(forgotten?.submission).toEqual(result.conversations["01EVENT000001"]?.submission);
    expect(forgotten && forgetInReport(forgotten.closed, messageId, bot)?.submission).toEqual(
      forgotten?.submission,
    );
  });
});

describe("a replay after an unsent message was erased from the inbox", () => {
  const gone = (me: ReturnType<typeof upTo>, taken: TalkEvent | undefined) => {
    const messageId = taken && "messageId" in taken ? taken.messageId : "";
    expect(messageId).not.toBe("");
    me.send({ kind: "unsend", messageId });
    const left = me.events.map((event) =>
      event === taken ? (normalise(kept(event), () => ({ inside: true, areaKey: null })) ?? event) : event,
    );
    return { straight: replay(emptyTalk(), me.events, bot), again: replay(emptyTalk(), left, bot), left };
  };
  /** As the inbox has it: LINE's message object without what was said. */
  const kept = (event: TalkEvent): object => ({
    webhookEventId: event.id,
    timestamp: event.at,
    type: "message",
    message: {
      id: "messageId" in event ? event.messageId : "",
      type: event.kind,
      ...JSON.parse(JSON.stringify(leftOf(event, bot))),
    },
  });

  it.each([
    ["words", "text", "text", 1, "穴があります"],
    ["the place", "location", "location", 0, "手取本町1-1"],
    ["a typed address", "address", "text", 1, "橋の前"],
    ["a typed time", "time", "text", 1, "21:00"],
  ] as const)("comes to the same report: %s", (_, what, was, nth, said) => {
    const typed = {
      address: ["road-place", "手取本町の橋の前"],
      time: ["road-when", "きのうの夜9時"],
    } as const;
    const me =
      what === "text" || what === "location" ? upTo("confirm") : upTo(typed[what][0]).type(typed[what][1]);
    for (let i = 0; i < 4; i++) goOn(me, definition, 0);
    const { straight, again, left } = gone(me, me.events.filter((event) => event.kind === was)[nth]);
    const submission = straight.conversations["01EVENT000001"]?.submission;
    expect(submission).toBeTruthy();
    expect(JSON.stringify([submission, left])).not.toContain(said);
    expect(again.conversations["01EVENT000001"]?.submission).toEqual(submission);
  });

  it.each([
    ["the word that sent it", "送る"],
    ["the word that stopped it", "やめる"],
  ])("%s still did", (_, word) => {
    const me = upTo("confirm").type(word);
    if (word === "やめる") me.type("はい");
    const { straight, again } = gone(
      me,
      me.events.findLast((event) => event.kind === "text" && event.text === word),
    );
    expect(straight.talk.open).toBeNull();
    expect(again).toEqual(straight);
  });

  it("a sentence that started one still does", () => {
    const me = resident(bot).type("道路のことを通報したい");
    me.tap("いいえ");
    expect(me.talk.open).not.toBeNull();
    const { straight, again, left } = gone(me, me.events[0]);
    expect(again.conversations).toEqual(straight.conversations);
    expect(JSON.stringify(left)).not.toContain("通報したい");
  });

  it("words that answered nothing still answer nothing", () => {
    const me = upTo("road-when").type("橋本さんが知っています");
    const { straight, again } = gone(me, me.events.at(-1));
    expect(again.talk).toEqual(straight.talk);
  });
});

describe("what is said after a late event", () => {
  const split = (isLate: (event: TalkEvent) => boolean, me = upTo("confirm").tap("この内容で送る")) => {
    const late = me.events.find(isLate);
    if (!late) throw new Error("no such event");
    const before = replay(
      emptyTalk(),
      me.events.filter((event) => event !== late),
      bot,
    );
    const after = replay(emptyTalk(), me.events, bot);
    return { late, before, after, reply: lateReply(before.talk, after.talk, late, bot) };
  };

  it("the place comes after the confirmation: the receipt", () => {
    const { before, reply } = split((event) => event.kind === "location");
    expect(before.talk.open).not.toBeNull();
    expect(textOf(reply.replies)).toContain(`受付番号 ${REPORT_NUMBER}`);
    expect(reply.reportOf).toBe("01EVENT000001");
  });

  it("a photo comes after the receipt: it was added", () => {
    const { before, reply } = split((event) => event.kind === "image");
    expect(before.talk.last?.state).toBe("submitted");
    expect(textOf(reply.replies)).toContain("加えました");
  });

  it("the start comes last: everything it was waited for", () => {
    const { before, reply } = split((event) => event.id === "01EVENT000001");
    expect(before.conversations).toEqual({});
    expect(textOf(reply.replies)).toContain("受付番号");
  });

  it("in the middle of a talk: a word and the open question", () => {
    const { reply } = split((event) => event.kind === "image", upTo("road-when"));
    expect(textOf(reply.replies)).toContain("少し前に送られたもの");
    expect(textOf(reply.replies)).toContain("いつ");
    expect(reply.reportOf).toBeNull();
  });

  it("nothing to an unsend, an unknown event and a photo whose set is coming", () => {
    const me = upTo("road-photo")
      .photo({ id: "s", index: 1, total: 3 })
      .photo({ id: "s", index: 2, total: 3 });
    expect(at(me)).toBe("road-photo");
    const last = me.events.at(-2);
    expect(split((event) => event === last, me).reply.replies).toEqual([]);
    me.send({ kind: "other" }).send({ kind: "unsend", messageId: "x" });
    me.send({ kind: "follow", standby: true });
    expect(split((event) => event.kind === "follow", me).reply.replies).toEqual([]);
    expect(split((event) => event.kind === "other", me).reply.replies).toEqual([]);
    expect(split((event) => event.kind === "unsend", me).reply.replies).toEqual([]);
  });
});
