import { describe, expect, it } from "vitest";
import type { Block } from "../block";
import { judgeLink, linksIn } from "./found";

const of = (...ja: Block[]) => linksIn({ variants: { ja } });
const text = (words: string): Block => ({ kind: "text", text: words });

describe("links a resident could open", () => {
  it.each([
    ["くわしくはhttps://city.test/aをご覧ください", ["https://city.test/a"]],
    ["(https://city.test/a)。", ["https://city.test/a"]],
    [
      "https://city.test/a?b=1&c=%E3%81%82#x、http://old.test/",
      ["https://city.test/a?b=1&c=%E3%81%82#x", "http://old.test/"],
    ],
    ["HTTPS://CITY.TEST/x.", ["HTTPS://CITY.TEST/x"]],
    ["https://a.test https://a.test", ["https://a.test"]],
    ["https:// と http:/a と www.city.test と tel:119", []],
  ])("%s", (words, found) => expect(of(text(words))).toEqual(found));

  it("are found in texts, buttons, areas and columns of every language, once", () => {
    const button = { label: "x", uri: "https://b.test/" };
    expect(
      linksIn({
        variants: {
          ja: [
            text("https://a.test/"),
            {
              kind: "buttons",
              alt: "",
              title: "",
              text: "https://a.test/",
              buttons: [button, { label: "電話", uri: "tel:119" }],
            },
            { kind: "card", mediaId: null, alt: "", title: "", text: "https://c.test/", buttons: [button] },
          ],
          en: [
            {
              kind: "imagemap",
              mediaId: null,
              alt: "",
              areas: [{ x: 0, y: 0, width: 1, height: 1, label: "", uri: "https://d.test/" }],
            },
            {
              kind: "carousel",
              alt: "",
              columns: [
                { mediaId: null, title: "", text: "", buttons: [{ label: "", uri: "https://e.test/" }] },
              ],
            },
          ],
        },
      }),
    ).toEqual([
      "https://a.test/",
      "https://b.test/",
      "https://c.test/",
      "https://d.test/",
      "https://e.test/",
    ]);
  });
});

describe("what is said beside one", () => {
  it.each([
    ["https://a.test/", 200, "https://a.test/", "fine"],
    ["http://a.test/", 200, "https://a.test/", "not-https"],
    ["https://a.test/", 200, "http://a.test/", "not-https"],
    ["https://a.test/", 404, "https://a.test/", "refused"],
    ["https://a.test/", 500, "https://a.test/", "refused"],
    ["https://a.test/", 304, "https://a.test/", "fine"],
  ])("%s → %i %s: %s", (uri, status, end, kind) =>
    expect(judgeLink(uri, { kind: "answers", status, end }).kind).toBe(kind),
  );
  it("without a way out it is unknown, not wrong", () => {
    expect(judgeLink("https://a.test/", { kind: "silent", why: "EAI_AGAIN" })).toEqual({
      kind: "unknown",
      why: "EAI_AGAIN",
    });
    expect(judgeLink("https://a.test/", { kind: "inside" })).toEqual({ kind: "inside" });
  });
});
