import { describe, expect, test } from "vitest";
import {
  area,
  buttons,
  carousel,
  column,
  confirm,
  emojis,
  family,
  https,
  image,
  imageCarousel,
  imageColumn,
  imagemap,
  location,
  manyQuick,
  mapActions,
  mapVideo,
  picker,
  postback,
  quick,
  textV2,
  video,
  withAction,
  wrongIn,
  x,
} from "../testing/messages";
import { newFindings } from "./findings";
import { checkMessages, checkSendOptions } from "./messages";

describe("at the limit nothing is wrong, one over is", () => {
  const cases: [string, unknown, unknown, string][] = [
    ["text", { type: "text", text: x(5000) }, { type: "text", text: x(5001) }, "text"],
    [
      "text counts UTF-16 units",
      { type: "text", text: "😀".repeat(2500) },
      { type: "text", text: "😀".repeat(2501) },
      "text",
    ],
    [
      "emojis",
      { type: "text", text: "$", emojis: emojis(20) },
      { type: "text", text: "$", emojis: emojis(21) },
      "emojis",
    ],
    ["textV2 keys", textV2(20), textV2(21), "substitution"],
    [
      "image url",
      { ...image, originalContentUrl: https(2000) },
      { ...image, originalContentUrl: https(2001) },
      "originalContentUrl",
    ],
    [
      "preview url",
      { ...image, previewImageUrl: https(2000) },
      { ...image, previewImageUrl: https(2001) },
      "previewImageUrl",
    ],
    ["trackingId", video(x(100)), video(x(101)), "trackingId"],
    ["location title", { ...location, title: x(100) }, { ...location, title: x(101) }, "title"],
    ["location address", { ...location, address: x(100) }, { ...location, address: x(101) }, "address"],
    ["latitude", { ...location, latitude: 90 }, { ...location, latitude: 90.1 }, "latitude"],
    ["longitude", { ...location, longitude: -180 }, { ...location, longitude: -180.1 }, "longitude"],
    ["imagemap altText", imagemap({ altText: x(1500) }), imagemap({ altText: x(1501) }), "altText"],
    ["imagemap baseUrl", imagemap({ baseUrl: https(2000) }), imagemap({ baseUrl: https(2001) }), "baseUrl"],
    [
      "imagemap actions",
      imagemap({ actions: mapActions(50) }),
      imagemap({ actions: mapActions(51) }),
      "actions",
    ],
    [
      "imagemap text",
      imagemap({ actions: [{ type: "message", text: x(400), area }] }),
      imagemap({ actions: [{ type: "message", text: x(401), area }] }),
      "actions[0].text",
    ],
    [
      "imagemap link",
      imagemap({ actions: [{ type: "uri", linkUri: https(1000), area }] }),
      imagemap({ actions: [{ type: "uri", linkUri: https(1001), area }] }),
      "actions[0].linkUri",
    ],
    [
      "imagemap clipboard",
      imagemap({ actions: [{ type: "clipboard", clipboardText: x(1000), area }] }),
      imagemap({ actions: [{ type: "clipboard", clipboardText: x(1001), area }] }),
      "actions[0].clipboardText",
    ],
    [
      "imagemap label",
      imagemap({ actions: [{ type: "message", text: "t", label: x(100), area }] }),
      imagemap({ actions: [{ type: "message", text: "t", label: x(101), area }] }),
      "actions[0].label",
    ],
    [
      "imagemap width",
      imagemap({ baseSize: { width: 1040, height: 1 } }),
      imagemap({ baseSize: { width: 1041, height: 1 } }),
      "baseSize.width",
    ],
    ["imagemap video link label", mapVideo(x(30)), mapVideo(x(31)), "video.externalLink.label"],
    ["template altText", { ...buttons(), altText: x(1500) }, { ...buttons(), altText: x(1501) }, "altText"],
    ["buttons text", buttons({ text: x(160) }), buttons({ text: x(161) }), "template.text"],
    [
      "buttons text counts graphemes",
      buttons({ text: family.repeat(160) }),
      buttons({ text: family.repeat(161) }),
      "template.text",
    ],
    [
      "buttons text beside a title",
      buttons({ title: "t", text: x(60) }),
      buttons({ title: "t", text: x(61) }),
      "template.text",
    ],
    [
      "buttons text below a picture",
      buttons({ thumbnailImageUrl: https(30), text: x(60) }),
      buttons({ thumbnailImageUrl: https(30), text: x(61) }),
      "template.text",
    ],
    ["buttons title", buttons({ title: x(40) }), buttons({ title: x(41) }), "template.title"],
    [
      "buttons actions",
      buttons({ actions: Array(4).fill(postback()) }),
      buttons({ actions: Array(5).fill(postback()) }),
      "template.actions",
    ],
    ["confirm text", confirm({ text: x(240) }), confirm({ text: x(241) }), "template.text"],
    ["confirm actions", confirm(), confirm({ actions: Array(3).fill(postback()) }), "template.actions"],
    ["confirm actions, too few", confirm(), confirm({ actions: [postback()] }), "template.actions"],
    [
      "carousel columns",
      carousel(...Array(10).fill(column())),
      carousel(...Array(11).fill(column())),
      "template.columns",
    ],
    [
      "carousel text",
      carousel(column({ text: x(120) })),
      carousel(column({ text: x(121) })),
      "template.columns[0].text",
    ],
    [
      "carousel text beside a title",
      carousel(column({ title: x(40), text: x(60) })),
      carousel(column({ title: "t", text: x(61) })),
      "template.columns[0].text",
    ],
    [
      "carousel title",
      carousel(column({ title: x(40) })),
      carousel(column({ title: x(41) })),
      "template.columns[0].title",
    ],
    [
      "carousel actions",
      carousel(column({ actions: Array(3).fill(postback()) })),
      carousel(column({ actions: Array(4).fill(postback()) })),
      "template.columns[0].actions",
    ],
    [
      "image carousel columns",
      imageCarousel(...Array(10).fill(imageColumn())),
      imageCarousel(...Array(11).fill(imageColumn())),
      "template.columns",
    ],
    [
      "image carousel label",
      imageCarousel(imageColumn(x(12))),
      imageCarousel(imageColumn(x(13))),
      "template.columns[0].action.label",
    ],
    ["quick reply items", manyQuick(13), manyQuick(14), "quickReply.items"],
    [
      "quick reply label",
      quick(postback({ label: x(20) })),
      quick(postback({ label: x(21) })),
      "quickReply.items[0].action.label",
    ],
    [
      "quick reply label counts graphemes",
      quick(postback({ label: family.repeat(20) })),
      quick(postback({ label: family.repeat(21) })),
      "quickReply.items[0].action.label",
    ],
    [
      "sender name",
      { type: "text", text: "t", sender: { name: x(20) } },
      { type: "text", text: "t", sender: { name: x(21) } },
      "sender.name",
    ],
    [
      "template label",
      withAction(postback({ label: x(20) })),
      withAction(postback({ label: x(21) })),
      "template.actions[0].label",
    ],
    [
      "postback data",
      withAction(postback({ data: x(300) })),
      withAction(postback({ data: x(301) })),
      "template.actions[0].data",
    ],
    [
      "postback displayText",
      withAction(postback({ displayText: x(300) })),
      withAction(postback({ displayText: x(301) })),
      "template.actions[0].displayText",
    ],
    [
      "postback fillInText",
      withAction(postback({ inputOption: "openKeyboard", fillInText: x(300) })),
      withAction(postback({ inputOption: "openKeyboard", fillInText: x(301) })),
      "template.actions[0].fillInText",
    ],
    [
      "message text",
      withAction({ type: "message", label: "l", text: x(300) }),
      withAction({ type: "message", label: "l", text: x(301) }),
      "template.actions[0].text",
    ],
    [
      "uri",
      withAction({ type: "uri", label: "l", uri: https(1000) }),
      withAction({ type: "uri", label: "l", uri: https(1001) }),
      "template.actions[0].uri",
    ],
    [
      "clipboard",
      withAction({ type: "clipboard", label: "l", clipboardText: x(1000) }),
      withAction({ type: "clipboard", label: "l", clipboardText: x(1001) }),
      "template.actions[0].clipboardText",
    ],
    ["picker data", picker({ data: x(300) }), picker({ data: x(301) }), "quickReply.items[0].action.data"],
    [
      "deliveryTag",
      { type: "coupon", couponId: "c", deliveryTag: x(30) },
      { type: "coupon", couponId: "c", deliveryTag: x(31) },
      "deliveryTag",
    ],
  ];
  test.each(cases)("%s", (_, good, over, property) => {
    expect(wrongIn(good)).toEqual([]);
    expect(wrongIn(over)).toContain(property);
  });
});

test("one to five messages", () => {
  const message = { type: "text", text: "t" };
  expect(wrongIn(...Array(5).fill(message))).toEqual([]);
  expect(wrongIn(...Array(6).fill(message))).toEqual(["messages"]);
  expect(wrongIn()).toEqual(["messages"]);
  const findings = newFindings();
  checkMessages(findings, {});
  expect(findings.list).toEqual([{ property: "messages", message: "May not be empty" }]);
});

test.each([
  [{ notificationDisabled: true, customAggregationUnits: ["a_1"] }, [], null],
  [{ notificationDisabled: "yes" }, [], "notificationDisabled"],
  [{ customAggregationUnits: ["a", "b"] }, ["customAggregationUnits"], null],
  [{ customAggregationUnits: ["a-b"] }, ["customAggregationUnits[0]"], null],
])("options %j", (body, properties, wrongType) => {
  const findings = newFindings();
  checkSendOptions(findings, body);
  expect(findings.list.map(({ property }) => property)).toEqual(properties);
  expect(findings.wrongType).toBe(wrongType);
});
