import { describe, expect, it } from "vitest";
import { REPORT_NUMBER } from "./talk";
import { at, begin, definition, HOUR, upTo } from "./testing/kumamoto";
import { currentOf, walkOn } from "./testing/walks";

describe("photos", () => {
  it("near, then far, then more, each can be left out", () => {
    const me = upTo("road-photo");
    expect(me.labels).toEqual(expect.arrayContaining(["カメラでとる", "アルバムから選ぶ", "写真なしで進む"]));
    expect(me.photo().text).toContain("離れて");
    expect(me.photo().text).toContain("5枚まで");
    expect(at(me.tap("次へ進む"))).toBe("road-place");
    expect(me.effects).toMatchObject([
      { kind: "fetch-photo", label: "near", position: 0, stepId: "road-photo" },
      { kind: "fetch-photo", label: "far", position: 1 },
    ]);
  });

  it.each(["なし", "スキップ", "次へ", "写真なしで進む"])("%s goes on without", (words) => {
    expect(at(upTo("road-photo").type(words))).toBe("road-place");
  });

  it("the most that fit end the step", () => {
    const me = upTo("road-photo");
    for (let i = 0; i < 5; i++) me.photo();
    expect(at(me)).toBe("road-place");
    expect(me.photo().text).toContain("5枚まで");
    expect(me.effects.filter((effect) => effect.kind === "fetch-photo")).toHaveLength(5);
  });

  it("a set sent at once is answered once, at its last", () => {
    const me = upTo("road-photo");
    const before = me.shown;
    me.photo({ id: "s", index: 2, total: 3 }).photo({ id: "s", index: 3, total: 3 });
    expect(me.shown).toBe(before);
    expect(me.photo({ id: "s", index: 1, total: 3 }).text).toContain("3枚受け取りました");
    walkOn(me.tap("次へ進む"), definition, {});
    expect(me.tap("この内容で送る").submissions[0]?.photos).toEqual([
      { messageId: "m8", label: "near" },
      { messageId: "m6", label: "far" },
      { messageId: "m7", label: "more" },
    ]);
  });

  it("sent early or late they are in the report all the same", () => {
    const me = begin().photo();
    expect(at(me)).toBe("danger");
    walkOn(me.tap("いいえ"), definition, {});
    me.photo().tap("この内容で送る");
    expect(me.submissions[0]?.photos).toHaveLength(3);
    expect(me.photo().text).toContain("加えました");
    expect(me.submissions[1]?.photos).toHaveLength(4);
    expect(me.submissions[1]?.submittedAt).toBe(me.submissions[0]?.submittedAt);
    expect(me.wait(HOUR).photo().submissions).toHaveLength(2);
    expect(me.text).toContain("先に下のボタン");
  });

  it("from another provider they are refused kindly and not fetched", () => {
    const me = upTo("road-photo").photo(null, true);
    expect(me.text).toContain("受け取れませんでした");
    expect(me.effects).toEqual([]);
  });

  it("can be taken out again", () => {
    const me = upTo("road-photo").photo().tap("写真を消す");
    expect(me.talk.open?.photos).toEqual([]);
    expect(me.effects.at(-1)).toMatchObject({ kind: "remove-message" });
  });
});

describe("place, time and words", () => {
  it("a typed address is kept as words", () => {
    const me = upTo("road-place").type(" 手取本町1-1\nの前 ");
    expect(at(me)).toBe("road-when");
    expect(me.talk.open?.answers["road-place"]).toMatchObject({
      address: "手取本町1-1 の前",
      point: null,
      inside: null,
    });
  });

  it.each(["わからない", "あ", "…", "ここ"])("%s is no place", (words) => {
    expect(at(upTo("road-place").type(words))).toBe("road-place");
  });

  it("a place sent early is the answer when its question comes, a later one replaces it", () => {
    const me = begin().place();
    walkOn(me.tap("いいえ"), definition, {});
    expect(me.talk.open?.answers["road-place"]?.messageIds).toEqual(["m2"]);
    expect(currentOf(me, definition).kind).toBe("confirm");
    expect(me.place().text).toContain("新しいものに変えました");
  });

  it("offers times up to now and takes typed ones", () => {
    const me = upTo("road-when");
    const picker = me.buttons.find((button) => button.type === "datetimepicker");
    expect(picker).toMatchObject({ mode: "datetime", max: "2026-11-22T23:40" });
    expect(at(me.tap("日時を選ぶ", { datetime: "2026-12-01T00:00" }))).toBe("road-when");
    expect(me.text).toContain("これから先");
    expect(at(me.tap("日時を選ぶ", {}))).toBe("road-when");
    expect(at(me.type("きのうの夜9時"))).toBe("road-text");
    expect(me.text).toContain("11月21日(土) 21:00");
    expect(at(upTo("road-when").tap("いま"))).toBe("road-text");
    expect(at(upTo("road-when").type("わからない"))).toBe("road-text");
  });

  it("words have a length, and a word of warning about phone numbers", () => {
    expect(at(upTo("road-text").type("あ".repeat(201)))).toBe("road-text");
    expect(at(upTo("road-text").type(`あ${"\u0301".repeat(3000)}`))).toBe("road-text");
    expect(at(upTo("road-text").type("あ".repeat(200)))).toBe("confirm");
    expect(upTo("road-text").type("０９０－１２３４－５６７８まで").text).toContain("電話番号");
    expect(upTo("road-text").type("\u0000\u0007").text).toContain("読み取れません");
    expect(at(upTo("road-text").type("道路"))).toBe("confirm");
    expect(upTo("road-text").tap("書かずに進む").talk.open?.answers["road-text"]).toMatchObject({
      text: null,
    });
  });
});

describe("the summary", () => {
  it("shows the answers, corrects one, and comes back", () => {
    const me = upTo("confirm");
    expect(me.text).toContain("■ 道路の何か\n舗装の穴・へこみ");
    me.tap("内容を直す").tap("見つけた日時");
    expect(at(me)).toBe("confirm");
    expect(me.labels).toContain("日時を選ぶ");
    me.type("今朝7時");
    expect(me.text).toContain("11月22日(日) 07:00");
    expect(me.labels).toContain("この内容で送る");
  });

  it("a correction that changes the branch asks what is missing", () => {
    const me = upTo("confirm").type("直す").type("種類").tap("水道の漏水");
    expect(at(me)).toBe("leak-amount");
    walkOn(me, definition, {});
    me.type("送信");
    expect(me.submissions[0]).toMatchObject({ categoryKey: "leak", subcategoryKey: "leak-seep" });
    expect(me.submissions[0]?.photos, "the road's photo and the leak's").toHaveLength(2);
  });

  it("back leaves a correction", () => {
    const me = upTo("confirm").tap("内容を直す").tap("場所").tap("戻る");
    expect(me.labels).toContain("この内容で送る");
    expect(me.tap("内容を直す").tap("戻る").labels).toContain("この内容で送る");
  });

  it("sent twice it repeats the number and files once", () => {
    const me = upTo("confirm");
    const button = me.buttons.find((one) => one.label === "この内容で送る");
    const data = button && "data" in button ? button.data : "";
    me.postback(data).postback(data);
    expect(me.submissions).toHaveLength(1);
    expect(me.text).toContain(`受付番号 ${REPORT_NUMBER}`);
    expect(me.text).toContain("もう受け付けています");
  });

  it("holds everything the city needs", () => {
    const me = upTo("confirm").tap("この内容で送る");
    expect(me.submissions[0]).toEqual({
      conversationId: "01EVENT000001",
      scenarioKey: "report",
      scenarioVersion: 1,
      categoryKey: "road",
      subcategoryKey: "road-hole",
      answers: [
        { stepId: "danger", label: "いま危険か", display: "いいえ" },
        { stepId: "kind", label: "種類", display: "道路の異常" },
        { stepId: "road-item", label: "道路の何か", display: "舗装の穴・へこみ" },
        { stepId: "road-owner", label: "道路の種類", display: "市道・県道・町の道" },
        { stepId: "road-place", label: "場所", display: "熊本市中央区手取本町1-1" },
        { stepId: "road-when", label: "見つけた日時", display: "11月22日(日) 21:15" },
      ],
      body: "大きな穴があります",
      point: { lat: 32.8034, lng: 130.7098 },
      address: "熊本市中央区手取本町1-1",
      areaKey: "chuo",
      inside: true,
      seenAt: "2026-11-22T12:15:00.000Z",
      seenText: "11月22日(日) 21:15",
      photos: [{ messageId: "m6", label: "near" }],
      startedAt: "2026-11-22T14:40:01.000Z",
      submittedAt: expect.stringMatching(/^2026-11-22T14:40:\d\d\.000Z$/),
    });
  });
});
