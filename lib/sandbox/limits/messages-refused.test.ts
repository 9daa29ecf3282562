import { describe, expect, test } from "vitest";
import {
  buttons,
  carousel,
  column,
  emojis,
  image,
  imagemap,
  location,
  picker,
  postback,
  quick,
  withAction,
  wrongIn,
} from "../testing/messages";
import type { Fields } from "./findings";

describe("what is refused whatever its length", () => {
  const cases: [string, unknown, string][] = [
    ["an unknown type", { type: "poll" }, "type"],
    ["no type", { text: "t" }, "type"],
    ["text missing", { type: "text" }, "text"],
    ["text empty", { type: "text", text: "" }, "text"],
    ["text a number", { type: "text", text: 5 }, "!text"],
    ["a message that is no object", "t", "!messages[0]"],
    ["emoji not at a $", { type: "text", text: "a", emojis: emojis(1) }, "emojis[0].index"],
    ["a lone brace", { type: "textV2", text: "a {b" }, "text"],
    ["a placeholder without substitution", { type: "textV2", text: "{a}" }, "text"],
    [
      "a picture over http",
      { ...image, originalContentUrl: "http://city.example/a.jpg" },
      "originalContentUrl",
    ],
    [
      "a picture without preview",
      { type: "image", originalContentUrl: "https://city.example/a.jpg" },
      "previewImageUrl",
    ],
    [
      "an address not percent-encoded",
      { ...image, originalContentUrl: "https://city.example/写真.jpg" },
      "originalContentUrl",
    ],
    ["a relative address", { ...image, previewImageUrl: "/a.jpg" }, "previewImageUrl"],
    [
      "audio without duration",
      { type: "audio", originalContentUrl: "https://city.example/a.m4a" },
      "duration",
    ],
    ["latitude as text", { ...location, latitude: "32.8" }, "!latitude"],
    ["location without address", { ...location, address: undefined }, "address"],
    ["a sticker bots may not send", { type: "sticker", packageId: "1", stickerId: "1" }, "packageId"],
    ["imagemap with a file extension", imagemap({ baseUrl: "https://city.example/a.png" }), "baseUrl"],
    [
      "imagemap action without area",
      imagemap({ actions: [{ type: "message", text: "t" }] }),
      "actions[0].area",
    ],
    ["buttons without actions", buttons({ actions: [] }), "template.actions"],
    ["a colour by name", buttons({ imageBackgroundColor: "red" }), "template.imageBackgroundColor"],
    ["a ratio nobody knows", buttons({ imageAspectRatio: "round" }), "template.imageAspectRatio"],
    [
      "template of an unknown type",
      { type: "template", altText: "a", template: { type: "grid" } },
      "template.type",
    ],
    ["altText missing", { type: "template", template: { type: "confirm" } }, "altText"],
    [
      "columns with different numbers of actions",
      carousel(column(), column({ actions: [postback(), postback()] })),
      "template.columns",
    ],
    ["a title in one column only", carousel(column({ title: "t" }), column()), "template.columns"],
    [
      "a picture in one column only",
      carousel(column({ thumbnailImageUrl: "https://city.example/a.jpg" }), column()),
      "template.columns",
    ],
    [
      "a label missing in a template",
      withAction({ type: "postback", data: "d" }),
      "template.actions[0].label",
    ],
    [
      "location outside a quick reply",
      withAction({ type: "location", label: "場所" }),
      "template.actions[0].type",
    ],
    [
      "camera outside a quick reply",
      withAction({ type: "camera", label: "写真" }),
      "template.actions[0].type",
    ],
    [
      "cameraRoll outside a quick reply",
      withAction({ type: "cameraRoll", label: "写真" }),
      "template.actions[0].type",
    ],
    [
      "richmenuswitch outside a rich menu",
      quick({ type: "richmenuswitch", label: "l", richMenuAliasId: "a", data: "d" }),
      "quickReply.items[0].action.type",
    ],
    ["no action", quick(undefined), "quickReply.items[0].action"],
    [
      "a quick reply without items",
      { type: "text", text: "t", quickReply: { items: [] } },
      "quickReply.items",
    ],
    [
      "a quick reply item of another type",
      { type: "text", text: "t", quickReply: { items: [{ type: "button", action: postback() }] } },
      "quickReply.items[0].type",
    ],
    ["a quick reply label missing", quick({ type: "camera" }), "quickReply.items[0].action.label"],
    [
      "altUri in a quick reply",
      quick({
        type: "uri",
        label: "l",
        uri: "https://city.example/",
        altUri: { desktop: "https://city.example/" },
      }),
      "quickReply.items[0].action.altUri",
    ],
    [
      "javascript:",
      withAction({ type: "uri", label: "l", uri: "javascript:alert(1)" }),
      "template.actions[0].uri",
    ],
    ["ftp:", withAction({ type: "uri", label: "l", uri: "ftp://city.example/" }), "template.actions[0].uri"],
    [
      "tel with letters",
      withAction({ type: "uri", label: "l", uri: "tel:096-CALL" }),
      "template.actions[0].uri",
    ],
    [
      "displayText and text",
      withAction(postback({ displayText: "a", text: "b" })),
      "template.actions[0].displayText",
    ],
    [
      "an unknown inputOption",
      withAction(postback({ inputOption: "shout" })),
      "template.actions[0].inputOption",
    ],
    [
      "fillInText without keyboard",
      withAction(postback({ fillInText: "a" })),
      "template.actions[0].fillInText",
    ],
    ["data missing", withAction({ type: "postback", label: "l" }), "template.actions[0].data"],
    ["a sender called LINE", { type: "text", text: "t", sender: { name: "LINE公式" } }, "sender.name"],
  ];
  test.each(cases)("%s", (_, message, property) => {
    expect(wrongIn(message)).toContain(property);
  });
});

describe("date and time pickers", () => {
  const cases: [string, Fields, boolean][] = [
    ["date", { mode: "date", initial: "2026-11-22", min: "1900-01-01", max: "2100-12-31" }, true],
    ["time", { mode: "time", initial: "06:15", min: "00:00", max: "23:59" }, true],
    ["datetime", { mode: "datetime", initial: "2017-06-18T06:15", max: "2017-06-18t06:16" }, true],
    ["no day like that", { mode: "date", initial: "2026-02-29" }, false],
    ["before 1900", { mode: "date", min: "1899-12-31" }, false],
    ["after 2100", { mode: "date", max: "2101-01-01" }, false],
    ["a time zone", { mode: "datetime", initial: "2017-06-18T06:15Z" }, false],
    ["seconds", { mode: "time", initial: "06:15:00" }, false],
    ["24 o'clock", { mode: "time", max: "24:00" }, false],
    ["a date where a time belongs", { mode: "time", initial: "2017-06-18" }, false],
    ["min after max", { mode: "date", min: "2026-02-02", max: "2026-02-01" }, false],
    ["initial outside", { mode: "date", initial: "2026-03-01", max: "2026-02-01" }, false],
    ["no mode", { mode: undefined }, false],
    ["another mode", { mode: "month" }, false],
  ];
  test.each(cases)("%s", (_, more, good) => {
    expect(wrongIn(picker(more)).length === 0).toBe(good);
  });
});

describe("allowed", () => {
  const cases: [string, unknown][] = [
    ["location in a quick reply", quick({ type: "location", label: "場所を送る" })],
    ["camera and roll in a quick reply", quick({ type: "cameraRoll", label: "写真を選ぶ" })],
    ["tel", withAction({ type: "uri", label: "電話", uri: "tel:096-328-2111" })],
    ["line", withAction({ type: "uri", label: "開く", uri: "line://app/1234" })],
    ["percent-encoded Japanese", { ...image, originalContentUrl: "https://city.example/%E5%86%99.jpg" }],
    [
      "escaped braces and a mention",
      {
        type: "textV2",
        text: "{{a}} {m}",
        substitution: { m: { type: "mention", mentionee: { type: "all" } } },
      },
    ],
    ["properties LINE does not know", { type: "text", text: "t", colour: "red" }],
    ["a NUL and a lone surrogate", { type: "text", text: "a\u0000\ud800" }],
  ];
  test.each(cases)("%s", (_, message) => {
    expect(wrongIn(message)).toEqual([]);
  });
});
