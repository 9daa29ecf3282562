import fc from "fast-check";
import { expect, test } from "vitest";
import { newFindings } from "./findings";
import { checkMessages, checkSendOptions } from "./messages";
import { isNestedDeeper } from "./nesting";
import { checkRichMenu } from "./rich-menu";

const TYPES = [
  "text",
  "textV2",
  "image",
  "imagemap",
  "template",
  "flex",
  "sticker",
  "location",
  "__proto__",
  "constructor",
];
const KEYS = [
  "type",
  "text",
  "template",
  "contents",
  "body",
  "hero",
  "actions",
  "action",
  "quickReply",
  "items",
  "columns",
  "areas",
  "bounds",
  "size",
  "substitution",
  "emojis",
  "altText",
  "__proto__",
  "toString",
];

/** JSON that looks like messages just enough to reach deep into the checks. */
const { value: anything } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "medium" },
    fc.constantFrom<unknown>(
      ...TYPES,
      ...KEYS,
      "",
      "buttons",
      "carousel",
      "bubble",
      "box",
      "vertical",
      "postback",
      null,
      true,
      -1,
      0.5,
      1e21,
    ),
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.array(tie("value"), { maxLength: 4 }),
    fc
      .uniqueArray(fc.tuple(fc.constantFrom(...KEYS), tie("value")), {
        maxLength: 6,
        selector: ([key]) => key,
      })
      .map((entries) =>
        JSON.parse(
          `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(",")}}`,
        ),
      ),
  ),
}));

test("whatever comes is judged, never a crash", () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 6 }), fc.constantFrom(...TYPES), (messages, type) => {
      const findings = newFindings();
      const typed = messages.map((each) =>
        typeof each === "object" && each !== null && !Array.isArray(each) ? { ...each, type } : each,
      );
      checkMessages(findings, { messages: typed });
      checkSendOptions(findings, { customAggregationUnits: messages, notificationDisabled: messages[0] });
      for (const each of typed)
        if (typeof each === "object" && each !== null)
          checkRichMenu(findings, each as Record<string, unknown>);
      expect(findings.list.every(({ property, message }) => property !== "" && message !== "")).toBe(true);
    }),
    { numRuns: 1500 },
  );
});

test("nesting without end is seen from the text", () => {
  const nested = (depth: number): string =>
    `{"a":"[[[\\"[[","b":${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}}`;
  expect([isNestedDeeper(nested(300), 300), isNestedDeeper(nested(301), 300)]).toEqual([false, true]);
  expect(isNestedDeeper(nested(500_000), 300)).toBe(true);
  expect(isNestedDeeper(`[${"[],".repeat(1000)}[]]`, 2)).toBe(false);
});
