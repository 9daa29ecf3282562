import { describe, expect, test } from "vitest";
import { act, newResident } from "./act";
import { isPictureType, pictureAddress, pictureQuery } from "./picture";

describe("acts from the browser", () => {
  test.each([
    [{ kind: "text", text: "通報" }, true],
    [{ kind: "text", text: "" }, false],
    [{ kind: "text", text: "x".repeat(5001) }, false],
    [{ kind: "postback", data: "a=1", params: { datetime: "2026-11-22T23:40" } }, true],
    [{ kind: "postback", data: "a=1", params: { datetime: "x", date: "y" } }, false],
    [{ kind: "postback", data: "x".repeat(301) }, false],
    [{ kind: "location", latitude: 32.8, longitude: 130.7 }, true],
    [{ kind: "location", latitude: 91, longitude: 130.7 }, false],
    [{ kind: "click", uri: "https://city.example/a" }, true],
    [{ kind: "click", uri: "" }, false],
    [{ kind: "raw", event: {} }, false],
    [{ kind: "../../config" }, false],
  ])("%j", (value, fine) => expect(act.safeParse(value).success).toBe(fine));

  test("a resident needs a name and a known language", () => {
    expect(newResident.safeParse({ name: "  ", language: "ja" }).success).toBe(false);
    expect(newResident.safeParse({ name: "山田", language: "xx" }).success).toBe(false);
    expect(newResident.parse({ name: " 山田 ", language: null })).toEqual({ name: "山田", language: null });
  });
});

describe("pictures", () => {
  test.each([
    [{ kind: "content", messageId: "123" }, true],
    [{ kind: "content", messageId: "../x" }, false],
    [{ kind: "media", url: "https://city.example/a.png" }, true],
    [{ kind: "media", url: "http://127.0.0.1:5432/" }, false],
    [{ kind: "media", url: "javascript:alert(1)" }, false],
    [{ kind: "other" }, false],
  ])("%j", (value, fine) => expect(pictureQuery.safeParse(value).success).toBe(fine));

  test("an address can be read back", () => {
    const query = { kind: "media", url: "https://city.example/a.png?b=c&d=e" } as const;
    const params = new URL(pictureAddress(query), "http://own.invalid").searchParams;
    expect(pictureQuery.parse(Object.fromEntries(params))).toEqual(query);
  });
  test.each([
    ["image/jpeg", true],
    ["image/png; charset=binary", true],
    ["image/svg+xml", false],
    ["text/html", false],
    ["image/jpegx", false],
    ["", false],
  ])("type %s", (type, fine) => expect(isPictureType(type)).toBe(fine));
});
