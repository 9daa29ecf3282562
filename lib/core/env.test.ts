import { describe, expect, it } from "vitest";
import { findMissing, type Program, parseSettings } from "./env";
import { storagePlace, tileProblem } from "./env-addresses";

const LINE = { LINE_CHANNEL_ID: "1", LINE_CHANNEL_SECRET: "s" };
const BASE = {
  ...LINE,
  DATABASE_URL: "postgres://a@127.0.0.1/b",
  APP_URL: "https://console.city.example",
  AUTH_SECRET: "a secret of the tests, long enough to do",
};
const problemsOf = (source: Record<string, string>, program: Program = "worker"): string[] => {
  const parsed = parseSettings({ ...BASE, ...source }, program);
  return "problems" in parsed ? parsed.problems : [];
};

describe("the folder that STORAGE_URL names", () => {
  it.each([
    ["file:.data/blobs", ".data/blobs"],
    ["file:/srv/madoguchi/blobs", "/srv/madoguchi/blobs"],
    ["file:/srv/100% 窓口#1", "/srv/100% 窓口#1"], // as it is written
    ["file:///srv/madoguchi/blobs", "/srv/madoguchi/blobs"],
    ["file:///srv/窓口/a b", "/srv/窓口/a b"],
    ["file:///srv/%E7%AA%93%E5%8F%A3/a%20b", "/srv/窓口/a b"],
    ["file:///srv/100%25", "/srv/100%"],
    ["file://localhost/srv/blobs", "/srv/blobs"],
    ["FILE:///srv/blobs", "/srv/blobs"],
  ])("%s", (given, folder) => {
    expect(storagePlace(given)).toEqual({ folder });
    expect(problemsOf({ STORAGE_URL: given })).toEqual([]);
  });
  it.each([
    ["file://srv/x", "names a host (srv)"],
    ["file://.data/blobs", "names a host (.data)"],
    ["s3://bucket/x", "s3: is not there yet"],
    ["/srv/blobs", "must be file:"],
    ["https://x.example/", "must be file:"],
    ["file:", "must name a folder"],
    ["file:/", "must name a folder"],
    ["file:///", "must name a folder"],
    ["file:///srv/a?b", "%3F or %23"],
    ["file:///srv/a#b", "%3F or %23"],
    ["file:///srv/a%2Fb", "no well-formed"],
    ["file:///srv/100%", "no well-formed"],
    ["file:///srv/%00", "no well-formed"],
  ])("%s is refused", (given, why) => {
    expect(storagePlace(given)).toEqual({ problem: expect.stringContaining(why) });
    expect(problemsOf({ STORAGE_URL: given })).toEqual([expect.stringContaining(`STORAGE_URL: `)]);
  });
});

describe("the map's tiles", () => {
  const tilesOf = (source: Record<string, string>) => {
    const parsed = parseSettings({ ...BASE, ...source }, "web");
    return "settings" in parsed ? parsed.settings.MAP_TILE_URL : parsed.problems;
  };
  it("are 地理院タイル when nothing is said, and none when that is said", () => {
    expect(tilesOf({})).toMatch(/^https:\/\/cyberjapandata\.gsi\.go\.jp\//);
    expect(tilesOf({ MAP_TILE_URL: "none" })).toBe("");
    expect(tilesOf({ MAP_TILE_URL: "" })).toBe("");
  });
  it.each([
    "https://tiles.example/{z}/{x}/{y}.png",
    "http://127.0.0.1:8080/{z}/{y}/{x}",
    "https://{s}.tiles.example/{z}/{x}/{y}{r}.png?key=a",
  ])("%s", (given) => expect(tilesOf({ MAP_TILE_URL: given })).toBe(given));
  it.each([
    "off",
    "ftp://tiles.example/{z}/{x}/{y}.png",
    "/tiles/{z}/{x}/{y}.png",
    "https://name:word@tiles.example/{z}/{x}/{y}.png",
    "https://tiles.example/{z}/{x}.png",
    "https://tiles.example/?x={x}&y={y}&z={z}",
    "https://tiles.example/{z}/{x}/{y}.png?key={key}",
  ])("%s is refused", (given) => {
    expect(tileProblem(given)).not.toBeNull();
    expect(tilesOf({ MAP_TILE_URL: given })).toEqual([expect.stringMatching(/^MAP_TILE_URL: /)]);
  });
});

describe("what a service for a real city lacks", () => {
  const whole = {
    ...BASE,
    STORAGE_URL: "file:/srv/b",
    SMTP_URL: "smtp://m",
    PUBLIC_URL: "https://p.example",
  };
  const without = (...names: (keyof typeof whole)[]) =>
    Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name as keyof typeof whole)));
  const none = { problems: [], warnings: [] };
  const storage = [expect.stringMatching(/^STORAGE_URL: is not set/)];

  it.each(["web", "worker", "intake"] as const)("nothing: %s", (program) =>
    expect(findMissing(whole, program)).toEqual(none),
  );
  it.each(["web", "worker", "intake"] as const)("%s has to know the files' place", (program) =>
    expect(findMissing(without("STORAGE_URL"), program)).toEqual({ problems: storage, warnings: [] }),
  );
  it.each([
    ["worker", ["SMTP_URL", "PUBLIC_URL"]],
    ["web", ["PUBLIC_URL"]],
    ["intake", []],
  ] as const)("%s lives without mail and media, and says so", (program, named) => {
    const { problems, warnings } = findMissing(without("SMTP_URL", "PUBLIC_URL"), program);
    expect(problems).toEqual([]);
    expect(warnings.map((each) => each.split(" ")[0])).toEqual(named);
  });
  it("the settings page of an intake does not", () =>
    expect(findMissing({ ...without("PUBLIC_URL"), LIFF_ID: "1-a" }, "intake").warnings).toHaveLength(1));
  it("is not asked of a demo, nor of commands", () => {
    expect(findMissing({ MADOGUCHI_MODE: "demo" }, "worker")).toEqual(none);
    expect(findMissing({}, "command")).toEqual(none);
  });
  it("a link for the first administrator has an address", () => {
    expect(problemsOf({ APP_URL: "" }, "admin-link")).toEqual(["APP_URL: is not set"]);
    expect(problemsOf({ APP_URL: "" }, "command")).toEqual([]);
  });
});
