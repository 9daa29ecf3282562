import { describe, expect, it } from "vitest";
import type { LineMessage } from "./message";
import { byTime, lateReply, replay } from "./replay";
import { step } from "./step";
import { emptyTalk, type Talk, type TalkEvent } from "./talk";
import { at, begin, bot, upTo } from "./testing/kumamoto";
import { type Resident, resident } from "./testing/resident";

/** A talk that stands at a step of a road's report which holds so many photos; five are the most. */
function holding(photos: number, id = "road-photo"): Resident {
  const me = upTo("road-photo");
  for (let i = 0; i < photos; i++) me.photo();
  if (photos < 5 && id !== "road-photo") me.tap("次へ進む");
  if (id === "confirm" || id === "sent") {
    me.place().tap("いま").type("大きな穴があります");
    if (id === "sent") me.tap("この内容で送る");
  }
  return me;
}

const send = (me: Resident, order: readonly number[], id = "s"): Resident => {
  for (const index of order) me.photo({ id, index, total: order.length });
  return me;
};

const ORDERS = [
  [1, 2, 3],
  [1, 3, 2],
  [2, 1, 3],
  [2, 3, 1],
  [3, 1, 2],
  [3, 2, 1],
] as const;

const PLACES = [
  ["while photos are asked", "road-photo", "road-place"],
  ["at a later question", "road-place", "road-place"],
  ["at the summary", "confirm", "confirm"],
  ["after the receipt", "sent", null],
] as const;

describe("a set that does not fit whole", () => {
  describe.each(PLACES)("%s", (_, id, next) => {
    it.each(ORDERS)("is answered once, at the last that comes: %i, %i, %i", (...order) => {
      const me = holding(3, id);
      const before = me.shown;
      for (const index of order.slice(0, 2)) me.photo({ id: "s", index, total: 3 });
      expect(me.shown, "waits for the third").toBe(before);
      me.photo({ id: "s", index: order[2], total: 3 });
      expect(me.text).toContain("2枚を通報に加えました。写真は5枚までのため、1枚は入れていません");
      if (next === null) {
        expect(me.text).toContain("受付番号");
        expect(me.labels, "nobody is sent off to file it again").toEqual([]);
        expect(me.submissions.at(-1)?.photos).toHaveLength(5);
      } else {
        expect(at(me)).toBe(next);
        expect(me.labels).toEqual(expect.arrayContaining(["戻る", "やめる"]));
        expect(me.talk.open?.photos).toHaveLength(5);
      }
    });

    it("of which none fits is answered once, and nothing of it is fetched", () => {
      const me = holding(5, id);
      const [before, effects] = [me.shown, me.effects.length];
      for (const index of [2, 3]) me.photo({ id: "s", index, total: 3 });
      expect(me.shown).toBe(before);
      me.photo({ id: "s", index: 1, total: 3 });
      expect(me.text).toContain("5枚までお預かりします。いまの3枚は入れていません");
      expect(me.effects).toHaveLength(effects);
      expect(me.labels.length).toBeGreaterThan(0);
      if (next === null) expect(me.text).toContain("ほかのことの通報に使うときは");
    });

    it("as one that fits, is given up for the next message when its rest never comes", () => {
      const me = send(holding(3, id), [1, 2]);
      me.photo({ id: "t", index: 1, total: 9 }).send({ kind: "sticker", messageId: "x" });
      expect(me.labels.length).toBeGreaterThan(0);
      if (next !== null) expect(me.labels).toContain("戻る");
    });
  });

  it("the step that it fills waits for its last, and can be left before", () => {
    const me = holding(3);
    for (const index of [1, 2]) me.photo({ id: "s", index, total: 3 });
    expect(at(me)).toBe("road-photo");
    expect(at(me.type("次へ"))).toBe("road-place");
    expect(me.photo({ id: "s", index: 3, total: 3 }).text).toContain("1枚は入れていません");
    expect(me.labels).toContain("地図で場所を送る");
  });

  it("counts a photo that was taken back meanwhile: it came", () => {
    const me = holding(3, "road-place").photo({ id: "s", index: 1, total: 3 });
    me.send({ kind: "unsend", messageId: me.lastMessageId });
    const before = me.shown;
    expect(me.photo({ id: "s", index: 2, total: 3 }).shown).toBe(before);
    expect(me.photo({ id: "s", index: 3, total: 3 }).text).toContain("加えました");
    expect(me.talk.open?.photos).toHaveLength(5);
  });

  it("is told from another that comes in between", () => {
    const me = holding(2, "road-place");
    for (const [id, index] of [
      ["s", 1],
      ["t", 2],
      ["s", 2],
    ] as const)
      me.photo({ id, index, total: 2 });
    expect(me.text).toContain("写真を通報に加えました");
    expect(me.photo({ id: "t", index: 1, total: 2 }).text).toContain("1枚を通報に加えました");
  });

  it("before any photo is asked: ten at the most", () => {
    const me = send(
      begin(),
      Array.from({ length: 12 }, (_, i) => i + 1),
    );
    expect(me.text).toContain("10枚を通報に加えました。写真は10枚までのため、2枚は入れていません");
    expect(at(me)).toBe("danger");
  });

  it("of an old Android, which tells no total, is answered photo by photo", () => {
    const me = holding(4, "road-place");
    const set = { id: "s", index: null, total: null };
    expect(me.photo(set).text).toContain("写真を通報に加えました");
    expect(me.photo(set).text).toContain("いまの1枚は入れていません");
  });

  it("goes on from a draft that an older version stored", () => {
    const { open, ...rest } = holding(3, "road-place").talk;
    if (!open) throw new Error("nothing is open");
    const { sets: _, ...old } = open;
    const me = send(resident(bot, { talk: { ...rest, open: old }, prefix: "01LATER" }), [3, 1, 2]);
    expect(me.text).toContain("2枚を通報に加えました");
  });

  it.each(["en", "zh-TW", "ko", "vi"])("says so in %s", (language) => {
    const talk: Talk = { ...holding(3, "road-place").talk, language };
    const me = resident(bot, { talk, prefix: "01LATER" });
    const numbers = () => me.text.split("\n")[0]?.match(/\d+/g)?.map(Number).sort();
    send(me, [3, 1, 2]);
    expect(numbers()).toEqual([1, 2, 5]);
    expect(send(me, [1, 2, 3], "t").text).not.toMatch(/[{}]/);
    expect(numbers()).toEqual([3, 5]);
  });
});

describe("a set that does not fit whole, in any order of delivery", () => {
  const textOf = (replies: LineMessage[]): string =>
    replies.map((message) => (message.type === "text" ? message.text : "")).join("\n");

  /** What the worker says to each, the events before them having been worked. */
  function answers(worked: readonly TalkEvent[], delivered: readonly TalkEvent[]) {
    const done = [...worked];
    const said: string[] = [];
    for (const event of delivered) {
      if (done.some((one) => one.id === event.id)) continue;
      const isLate = done.some((one) => byTime(one, event) > 0);
      const { talk } = replay(emptyTalk(), done, bot);
      done.push(event);
      const replies = isLate
        ? lateReply(talk, replay(emptyTalk(), done, bot).talk, event, bot).replies
        : step(talk, event, bot).replies;
      if (replies.length > 0) said.push(textOf(replies));
    }
    return { said, talk: replay(emptyTalk(), done, bot).talk };
  }

  it.each(PLACES.flatMap(([where, id]) => ORDERS.map((order) => [where, order, id] as const)))(
    "%s: %j",
    (_, order, id) => {
      const me = holding(3, id);
      const worked = [...me.events];
      send(me, [3, 1, 2]);
      const photos = order.flatMap((n) => me.events.slice(worked.length)[n - 1] ?? []);
      const { said, talk } = answers(worked, [...photos, ...photos]);
      expect(said).toHaveLength(1);
      expect(said[0]).toContain("2枚を通報に加えました。写真は5枚までのため、1枚は入れていません");
      expect(talk).toEqual(me.talk);
    },
  );

  it.each([0, 1, 2])("its photo %i comes after what the resident did next", (n) => {
    for (const id of ["road-place", "sent"]) {
      const me = holding(3, id);
      const from = me.events.length;
      send(me, [3, 1, 2]);
      if (id === "sent") me.send({ kind: "other" });
      else me.place();
      const late = me.events[from + n];
      if (!late) throw new Error("no such photo");
      const { said, talk } = answers(
        me.events.filter((event) => event !== late),
        [late],
      );
      expect(said.join()).toContain("1枚は入れていません");
      expect(talk).toEqual(me.talk);
    }
  });
});

describe("another photo in the place of one that was sent", () => {
  it.each(["road-place", "confirm", "sent"])("the words for a full report are true: %s", (id) => {
    const me = holding(5, id);
    const first = me.events.find((event) => event.kind === "image");
    const photos = () => (me.talk.open ?? me.talk.last?.draft)?.photos.map((photo) => photo.messageId);
    const before = photos();
    expect(me.photo().text).toContain("前の写真の送信を取り消してから、もう一度送ってください");
    expect(photos()).toEqual(before);
    me.send({ kind: "unsend", messageId: first && "messageId" in first ? first.messageId : "" });
    expect(me.photo().text).toContain("加えました");
    expect(photos()).toEqual([...(before ?? []).slice(1), me.lastMessageId]);
  });

  it("who goes back to a full step is told how, and is not sent on by one more photo", () => {
    const me = holding(5).tap("戻る");
    expect(me.text).toContain("写真は5枚そろっています");
    expect(me.text).not.toContain("ほかにもあれば");
    expect(at(me.photo())).toBe("road-photo");
    expect(me.tap("写真を消す").photo().text).toContain("離れて");
    expect(me.talk.open?.photos).toHaveLength(1);
  });
});
