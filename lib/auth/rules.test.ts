import { describe, expect, it } from "vitest";
import { issueBrowser, knownBrowser } from "./browser";
import { normalizeEmail } from "./email";
import { isOwnOrigin, safeReturnPath } from "./origin";
import { contentSecurityPolicy, pageHeaders, tileSource } from "./page-headers";
import { passwordProblem } from "./password-rule";
import { addressBehind } from "./peer";
import { delaySeconds } from "./throttle";
import { takeTurn } from "./turns";

describe("an address", () => {
  it.each([
    ["a@b.example", "a@b.example"],
    [" Ａ.Ｂ＋ｃ＠Ｃｉｔｙ．ｌｇ．ｊｐ ", "a.b+c@city.lg.jp"],
    ["a﹫b.example", "a@b.example"],
    ["admin@localhost", "admin@localhost"],
  ])("%j is %j", (text, email) => expect(normalizeEmail(text)).toBe(email));
  it.each([
    "",
    "a",
    "@b",
    "a@",
    "a@@b.example",
    "a＠＠b.example",
    "a b@c.example",
    "a@b.example,c@d.example",
    "a@b..example",
    ".a@b.example",
    "а@b.example",
    "a@b.example\u0000",
    "<a@b.example>",
    `${"x".repeat(250)}@b.example`,
  ])("%j is none", (text) => expect(normalizeEmail(text)).toBeNull());
});

describe("a new password", () => {
  const account = { email: "yamada.hanako@city.example", name: "山田 花子" };
  it.each([
    ["short", "too-short"],
    ["elevenchars", "too-short"],
    ["x".repeat(129), "too-long"],
    ["password1234", "common"],
    ["Password2026!!", "common"],
    ["ｐａｓｓｗｏｒｄ１２３４", "common"],
    ["123456789012", "common"],
    ["1234-5678-9012", "common"],
    ["aaaaaaaaaaaaaaa", "common"],
    ["qwertyuiopasdf", "common"],
    ["kumamoto-2026-kumamoto", "common"],
    ["madoguchi-2026", "common"],
    ["1qaz2wsx3edc4rfv", "common"],
    ["abcabcabcabcabc", "common"],
    ["yamada.hanako1", "like-account"],
    ["yamada.hanako@city.example", "like-account"],
  ])("%j is %s", (password, problem) => expect(passwordProblem(password, account)).toBe(problem));
  it.each([
    "green tram to the lake",
    "坂の上のパン屋は朝が早い",
    "7f3k-99xp-q2lw",
    "4821-5630-7719",
    "kumamon likes ramen at night",
    "x8Rt!pQz2m@L",
  ])("%j will do", (password) => expect(passwordProblem(password, account)).toBeNull());
});

describe("the wait", () => {
  it.each([
    ["account", 4, 0],
    ["account", 5, 1],
    ["account", 8, 8],
    ["account", 500, 60],
    ["address", 29, 0],
    ["address", 30, 1],
    ["address", 500, 30],
  ] as const)("%s after %i failures: %i s", (kind, failures, seconds) =>
    expect(delaySeconds(kind, failures)).toBe(seconds),
  );
  it("of a public gate is over with its window", () => {
    const limit = { points: 2, seconds: 10 };
    const at = (ms: number) => takeTurn("test", limit, ms);
    expect([at(0), at(1), at(2), at(9_999), at(10_000), at(10_001), at(10_002)]).toEqual([
      true,
      true,
      false,
      false,
      true,
      true,
      false,
    ]);
  });
});

describe("whose request it is", () => {
  it.each([
    ["https://console.example", "https://console.example", true],
    ["https://console.example", "https://console.example/", true],
    ["http://console.example", "https://console.example", false],
    ["https://console.example:8443", "https://console.example", false],
    ["https://evil.example", "https://console.example", false],
    ["https://console.example.evil.example", "https://console.example", false],
    ["null", "https://console.example", false],
    [null, "https://console.example", false],
    ["", "https://console.example", false],
    ["http://127.0.0.1:3000", "http://localhost:3000", true],
    ["http://localhost:3000", "http://127.0.0.1:3000", true],
    ["http://localhost:3001", "http://localhost:3000", false],
    ["http://localhost", "https://console.example", false],
    ["http://localhost:3000", "", false],
  ])("origin %j for %j: %s", (origin, appUrl, own) => expect(isOwnOrigin(origin, appUrl)).toBe(own));

  it.each([
    ["192.0.2.7", "198.51.100.1", "", "192.0.2.7"],
    ["::ffff:192.0.2.7", null, "", "192.0.2.7"],
    ["10.0.0.1", "198.51.100.1", "10.0.0.0/8", "198.51.100.1"],
    ["10.0.0.1", "6.6.6.6, 198.51.100.1", "10.0.0.0/8", "198.51.100.1"],
    ["10.0.0.1", "6.6.6.6, 198.51.100.1, 10.0.0.2", "10.0.0.0/8", "198.51.100.1"],
    ["10.0.0.1", "not an address", "10.0.0.0/8", "10.0.0.1"],
    ["10.0.0.1", null, "10.0.0.0/8", "10.0.0.1"],
    ["2001:db8::1", "198.51.100.1", "2001:db8::/32", "198.51.100.1"],
    ["192.0.2.7", "198.51.100.1", "10.0.0.0/8", "192.0.2.7"],
    ["", "198.51.100.1", "", null],
  ])("peer %j, X-Forwarded-For %j, proxies %j: %j", (peer, forwarded, proxies, address) =>
    expect(addressBehind(peer, forwarded, proxies)).toBe(address),
  );

  it("knows its own browsers only", () => {
    const cookie = issueBrowser("a@b.example", "secret");
    expect(knownBrowser(cookie, "a@b.example", "secret")).toBe(cookie.split(".")[0]);
    expect(knownBrowser(cookie, "c@b.example", "secret")).toBeNull();
    expect(knownBrowser(cookie, "a@b.example", "other")).toBeNull();
    expect(knownBrowser(`x${cookie}`, "a@b.example", "secret")).toBeNull();
    expect(knownBrowser("made.up", "a@b.example", "secret")).toBeNull();
    expect(knownBrowser(undefined, "a@b.example", "secret")).toBeNull();
  });
});

describe("where to go after signing in", () => {
  it.each(["/reports", "/reports?status=new&q=%E7%A9%B4", "/reports/R8-000123#timeline", "/"])("%j", (path) =>
    expect(safeReturnPath(path)).toBe(path),
  );
  it.each([
    "",
    null,
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
    "/ok\\..\\x",
    "/./../..//evil.example",
    "/sign-in",
    "/sign-in?next=/sign-in",
    "/welcome?token=x",
    "/api/reports",
    "reports",
  ])("%j leads home", (path) => expect(safeReturnPath(path)).toBe("/"));
});

describe("page headers", () => {
  const input = {
    nonce: "abc",
    tileUrl: "https://tiles.example/{z}/{x}/{y}.png",
    https: true,
    devServer: false,
  };
  it("run scripts by nonce alone", () => {
    const policy = contentSecurityPolicy(input);
    expect(policy).toContain("script-src 'nonce-abc' 'strict-dynamic';");
    expect(policy).toContain("img-src 'self' data: blob: https://tiles.example;");
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|style-src [^;]*unsafe-inline|\*/);
    expect(contentSecurityPolicy({ ...input, devServer: true })).toContain("'unsafe-eval'");
  });
  it("ask for https only where there is https", () => {
    expect(pageHeaders(input)["Strict-Transport-Security"]).toBeDefined();
    expect(pageHeaders({ ...input, https: false })["Strict-Transport-Security"]).toBeUndefined();
  });
  it.each([
    ["https://{s}.tiles.example:8443/a/{z}.png", "https://*.tiles.example:8443"],
    ["/tiles/{z}/{x}/{y}.png", null],
    ["https://tiles.example; script-src *", null],
    ["", null],
  ])("tiles %j: %j", (url, source) => expect(tileSource(url)).toBe(source));
});
