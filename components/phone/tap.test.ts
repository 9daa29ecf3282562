import { expect, test } from "vitest";
import { readAction } from "@/components/line-preview/action";
import { panelAfter, tapOf } from "./tap";

test.each([
  [
    { type: "postback", data: "a=1", displayText: "はい" },
    { kind: "send", act: { kind: "postback", data: "a=1", displayText: "はい" } },
  ],
  [
    { type: "postback", data: "a=1" },
    { kind: "send", act: { kind: "postback", data: "a=1", displayText: undefined } },
  ],
  [
    { type: "message", text: "通報" },
    { kind: "send", act: { kind: "text", text: "通報" } },
  ],
  [{ type: "message", text: "" }, { kind: "nothing" }],
  [{ type: "camera" }, { kind: "open", sheet: { kind: "photo" } }],
  [{ type: "cameraRoll" }, { kind: "open", sheet: { kind: "photo" } }],
  [{ type: "location" }, { kind: "open", sheet: { kind: "place" } }],
  [
    { type: "uri", uri: "tel:119" },
    { kind: "open", sheet: { kind: "call", uri: "tel:119" } },
  ],
  [
    { type: "clipboard", clipboardText: "R8-000123" },
    { kind: "copy", text: "R8-000123" },
  ],
  [
    { type: "richmenuswitch", richMenuAliasId: "b", data: "d" },
    { kind: "send", act: { kind: "switch", richMenuAliasId: "b", data: "d" } },
  ],
  [{ type: "unheard-of" }, { kind: "nothing" }],
])("%j", (action, result) => expect(tapOf(readAction(action))).toEqual(result));

test.each([
  ["closeRichMenu", { menuOpen: false }],
  ["openRichMenu", { menuOpen: true }],
  ["openKeyboard", { menuOpen: false, focusInput: true, fill: "氏名は書かないで" }],
  [undefined, {}],
])("inputOption %s", (inputOption, panel) => {
  expect(
    panelAfter(readAction({ type: "postback", data: "d", inputOption, fillInText: "氏名は書かないで" })),
  ).toEqual(panel);
});
