import { describe, expect, it } from "vitest";
import { startData } from "./postback";
import { step } from "./step";
import type { Talk } from "./talk";
import { at, begin, bot, definition, HOUR, upTo } from "./testing/kumamoto";
import { resident } from "./testing/resident";
import { currentOf, goOn } from "./testing/walks";

describe("starting", () => {
  it.each([
    "市民レポート",
    "通報",
    "ﾂｳﾎｳ",
    "市民れぽーと",
    " 通 報 。",
    "通報したいです",
    "Report",
    "ＲＥＰＯＲＴ",
  ])("%s", (words) => {
    const me = resident(bot).type(words);
    expect(at(me)).toBe("danger");
    expect(me.text).toContain("書かないでください");
  });

  it("a rich menu's button starts it, whole or in the middle", () => {
    expect(at(resident(bot).postback("start=report"))).toBe("danger");
    const me = resident(bot).postback("start=report.road").tap("いいえ");
    expect(at(me)).toBe("road-item");
    expect(me.tap("戻る") && at(me)).toBe("kind");
  });

  it.each(["道路", "公園の通報", "漏水"])("%s alone goes to its branch", (words) => {
    const me = resident(bot).type(words).tap("いいえ");
    expect(["road-item", "park-item", "leak-amount"]).toContain(at(me));
  });

  it.each(["こんにちは", "道路占用の手続きを教えて", "図書館", "🙂", "start=road"])(
    "%s starts nothing and is told how",
    (words) => {
      const me = resident(bot).type(words);
      expect(me.talk.open).toBeNull();
      expect(me.labels).toContain("市民レポート");
    },
  );

  it("an unknown or closed scenario starts nothing", () => {
    expect(resident(bot).postback("start=nothing").talk.open).toBeNull();
    const closed = resident({ ...bot, startable: [] }).type("通報");
    expect(closed.talk.open).toBeNull();
    expect(closed.text).toContain("電話");
  });

  it("walks the version that was published when it began", () => {
    const first = bot.scenarios[0];
    if (!first) throw new Error("no scenario");
    const night = resident(bot).now;
    const two = { ...bot, scenarios: [first, { ...first, version: 2, publishedAt: night + HOUR }] };
    const me = resident(two).type("通報");
    expect(me.talk.open?.version).toBe(1);
    expect(me.wait(2 * HOUR).tap("いいえ").talk.open?.version).toBe(1);
    expect(resident(two, { at: night + 2 * HOUR }).type("通報").talk.open?.version).toBe(2);
  });
});

describe("the urgent branch and places that are not ours", () => {
  it("shows the duty phone and files nothing", () => {
    const me = begin().tap("はい");
    expect(me.text).toContain("096-000-0001");
    expect(JSON.stringify(me.shown)).toContain("tel:0960000001");
    expect(me.talk.open).toBeNull();
    expect(me.talk.last?.state).toBe("stopped");
    expect(me.submissions).toEqual([]);
    expect(me.type("通報") && at(me)).toBe("danger");
  });

  it("a place outside is not kept; another may be sent, or one may stop", () => {
    const me = upTo("road-place").place(false);
    expect(me.text).toContain("熊本市の外");
    expect(at(me)).toBe("road-place");
    expect(me.labels).toContain("やめる");
    expect(me.place().talk.open?.answers["road-place"]).toMatchObject({ areaKey: "chuo" });
    const early = begin().place(false);
    expect(early.text).toContain("熊本市の外");
    expect(at(early)).toBe("danger");
  });
});

describe("戻る and やめる", () => {
  it("are at every question", () => {
    const me = begin();
    for (let i = 0; i < 20 && me.talk.open && currentOf(me, definition).kind !== "confirm"; i++) {
      expect(me.labels, at(me)).toEqual(expect.arrayContaining(["戻る", "やめる"]));
      goOn(me, definition, 0);
    }
    expect(me.labels).toEqual(expect.arrayContaining(["戻る", "やめる", "この内容で送る", "内容を直す"]));
  });

  it("back at the first question asks it again", () => {
    const me = begin().tap("戻る");
    expect(me.text).toContain("最初の質問");
    expect(at(me)).toBe("danger");
  });

  it.each(["戻る", "もどる", "back", "前へ"])("%s typed takes the last answer out", (words) => {
    const me = upTo("road-when").type(words);
    expect(at(me)).toBe("road-place");
    expect(me.talk.open?.answers["road-place"]).toBeUndefined();
  });

  it("back tapped twice counts once", () => {
    const me = upTo("road-when");
    const button = me.buttons.find((one) => one.label === "戻る");
    const data = button && "data" in button ? button.data : "";
    expect(at(me.postback(data))).toBe("road-place");
    expect(at(me.postback(data))).toBe("road-place");
  });

  it("quitting asks first only when something would be lost", () => {
    expect(begin().tap("やめる").talk.last?.state).toBe("cancelled");
    const me = upTo("road-place").tap("やめる");
    expect(me.talk.open).not.toBeNull();
    expect(at(me.tap("続ける"))).toBe("road-place");
    me.type("キャンセル").tap("やめる");
    expect(me.talk.open).toBeNull();
    expect(me.talk.last).toMatchObject({ state: "cancelled", draft: { answers: {}, photos: [] } });
    expect(me.effects.at(-1)).toEqual({
      kind: "discard-photos",
      conversationId: me.talk.last?.draft.conversationId,
    });
    expect(me.submissions).toEqual([]);
    expect(me.text).toContain("何も送られていません");
  });

  it("typed answers to やめますか count too, other messages leave the question", () => {
    expect(upTo("road-place").type("やめる").type("いいえ").talk.open).not.toBeNull();
    expect(upTo("road-place").type("やめる").type("はい").talk.open).toBeNull();
    const me = upTo("road-place").type("やめる").place();
    expect(at(me)).toBe("road-when");
  });
});

describe("drafts, old buttons and other things at any step", () => {
  it("can be gone on with for 24 hours", () => {
    const me = upTo("road-place")
      .wait(23.9 * HOUR)
      .type("市民レポート");
    expect(me.text).toContain("途中");
    expect(at(me.tap("続きから"))).toBe("road-place");
    const again = upTo("road-place").type("通報").tap("最初から");
    expect(at(again)).toBe("danger");
    expect(again.talk.open?.conversationId).not.toBe("01EVENT000001");
    expect(again.talk.last?.state).toBe("cancelled");
  });

  it("is over after that, and says so", () => {
    const me = upTo("road-place");
    const data = me.buttons.flatMap((one) => ("data" in one ? [one.data] : []))[0] ?? "";
    me.wait(24.1 * HOUR).postback(data);
    expect(me.talk).toMatchObject({ open: null, last: { state: "expired", draft: { answers: {} } } });
    expect(me.text).toContain("もう一度はじめから");
  });

  it("nothing answered yet: a second start begins anew without asking", () => {
    const me = begin().postback("start=report.park");
    expect(me.talk.open?.conversationId).toBe("01EVENT000002");
    expect(at(me)).toBe("danger");
  });

  it("buttons of an older talk are answered kindly", () => {
    const old = begin();
    const data = old.buttons.flatMap((one) => ("data" in one ? [one.data] : []))[0] ?? "";
    const me = resident(bot, { prefix: "01OTHER" }).postback(data);
    expect(me.text).toContain("期限が切れています");
    const busy = resident(bot, { prefix: "01OTHER" }).type("通報").postback(data);
    expect(busy.text).toContain("前の通報のボタン");
    expect(at(busy)).toBe("danger");
    expect(
      begin().postback(startData({ scenarioKey: "report", shortcut: null }, "01GONE")).talk.open,
    ).not.toBeNull();
  });

  it("a button of an answered question says so and asks the present one", () => {
    const me = begin();
    const no = me.buttons.find((one) => one.label === "いいえ");
    me.tap("いいえ").postback(no && "data" in no ? no.data : "");
    expect(me.text).toContain("もう答えをいただいています");
    expect(at(me)).toBe("kind");
  });

  it("anything at any step is met with help and the question", () => {
    for (const id of [
      "danger",
      "kind",
      "road-item",
      "road-photo",
      "road-place",
      "road-when",
      "road-text",
      "confirm",
    ]) {
      for (const kind of ["sticker", "video", "audio", "file"] as const) {
        const me = upTo(id).send({ kind, messageId: "x" });
        expect(at(me)).toBe(id);
        expect(me.labels, `${kind} at ${id}`).toContain("戻る");
      }
      expect(upTo(id).postback("junk").labels).toContain("戻る");
      expect(upTo(id).send({ kind: "follow" }).talk.open).not.toBeNull();
      expect(upTo(id).send({ kind: "other" }).talk.open).not.toBeNull();
    }
    for (const kind of ["sticker", "video", "audio", "file"] as const) {
      expect(resident(bot).send({ kind, messageId: "x" }).labels).toContain("市民レポート");
    }
  });

  it("greets a new friend and notes a block", () => {
    const me = resident(bot).send({ kind: "follow" });
    expect(me.text).toContain("友だち追加ありがとうございます");
    me.send({ kind: "unfollow" });
    expect(me.effects).toMatchObject([
      { kind: "set-friend-state", state: "following" },
      { kind: "set-friend-state", state: "blocked" },
    ]);
  });

  it.each([
    ["nothing is open", () => resident(bot)],
    ["a question is open", () => upTo("road-place")],
  ])("notes a friend who comes while another module talks with them, and says nothing: %s", (_, before) => {
    const me = before();
    const { shown, talk } = me;
    me.send({ kind: "follow", standby: true });
    expect(me.shown).toBe(shown);
    expect(me.talk.open?.answers).toEqual(talk.open?.answers);
    expect(me.effects.at(-1)).toMatchObject({ kind: "set-friend-state", state: "following" });
  });

  it("a scenario that is gone ends its drafts", () => {
    const talk: Talk = upTo("road-place").talk;
    const event = {
      id: "z",
      at: (talk.open?.lastAt ?? 0) + 1,
      kind: "text" as const,
      messageId: "z",
      text: "1",
    };
    expect(step(talk, event, { ...bot, scenarios: [], startable: [] }).talk.last?.state).toBe("expired");
  });
});

describe("unsend", () => {
  it("takes an answer back and asks again", () => {
    const me = upTo("road-when");
    const place = me.events.find((event) => event.kind === "location");
    me.send({ kind: "unsend", messageId: place && "messageId" in place ? place.messageId : "" });
    expect(at(me)).toBe("road-place");
    expect(me.effects.at(-1)).toMatchObject({ kind: "remove-message" });
  });

  it("takes words, photos and place out of a report that was sent", () => {
    const me = upTo("confirm").tap("この内容で送る");
    const ids = me.events.flatMap((event) =>
      event.kind !== "postback" && "messageId" in event ? [event.messageId] : [],
    );
    for (const messageId of ids) me.send({ kind: "unsend", messageId });
    expect(me.submissions.at(-1)).toMatchObject({
      body: "",
      point: null,
      areaKey: null,
      photos: [],
      categoryKey: "road",
    });
    expect(me.submissions.at(-1)?.address).toContain("取り消し");
  });

  it("of something unknown changes nothing", () => {
    const me = upTo("road-when");
    const before = me.talk.open?.answers;
    me.send({ kind: "unsend", messageId: "nothing" });
    expect(me.talk.open?.answers).toEqual(before);
  });
});

describe("step itself", () => {
  it("is a pure function of JSON", () => {
    const me = upTo("confirm");
    const event = me.events.at(-1);
    if (!event) throw new Error("no event");
    const frozen: Talk = JSON.parse(JSON.stringify(me.talk));
    const later = { ...event, id: "zz", at: event.at + 1 };
    expect(step(frozen, later, bot)).toEqual(
      step(JSON.parse(JSON.stringify(frozen)), later, JSON.parse(JSON.stringify(bot))),
    );
    expect(frozen).toEqual(me.talk);
  });
});
