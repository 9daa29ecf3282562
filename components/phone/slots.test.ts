import { expect, test } from "vitest";
import { readSlots, writeSlots } from "./slots";

const A = `U${"a".repeat(32)}`;
const B = `U${"b".repeat(32)}`;

test.each(["", `a=${A}`, `a=${A}&b=${B}`, `a=${A}&b=`, `a=${A}&b=${B}&theme=dark&text=large&see=1`])(
  "?%s comes back as it was",
  (query) => expect(writeSlots(readSlots(new URLSearchParams(query)))).toBe(query),
);

test("what is no resident's id or no known look is left out", () => {
  expect(readSlots(new URLSearchParams("a=javascript:x&theme=neon&text=huge&see=yes"))).toEqual({
    a: null,
    b: undefined,
    theme: "light",
    text: "normal",
    see: false,
  });
});
