import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { MENU_MODES } from "@/db/enums";
import { sha256 } from "@/lib/core/id";
import { kumamotoMenus } from "@/lib/presets/kumamoto/menu";
import { musashinoMenus } from "@/lib/presets/musashino/menu";
import { newFindings } from "@/lib/sandbox/limits/findings";
import { checkRichMenu } from "@/lib/sandbox/limits/rich-menu";
import { problemsOf } from "./check";
import { lineDrawn, menuPng, menuSvg, missingLetters } from "./draw-gateway";
import { MENU_ICONS } from "./icons";
import { placeTab, richMenuRequest, roomOf } from "./layout";
import { lineWidth } from "./measure";
import { contrast, PALETTES } from "./palette";
import { type MenuContent, type MenuTile, menuContent } from "./plan";
import { TEMPLATES, type TemplateKey } from "./templates";

const CITIES = { 熊本市: kumamotoMenus, 武蔵野市: musashinoMenus };
const templates = Object.keys(TEMPLATES) as TemplateKey[];

/** A menu of this template with every place full: labels and notes as long as may be. */
function fullMenu(template: TemplateKey, tabs = 2): MenuContent {
  const tile = (i: number): MenuTile => ({
    label: "あ",
    note: "い",
    icon: MENU_ICONS[i % MENU_ICONS.length] ?? "road",
    tone: (["main", "plain", "urgent"] as const)[i % 3] ?? "plain",
    action: i === 0 ? { kind: "preferences" } : { kind: "call", number: "119" },
  });
  const places = TEMPLATES[template].places.map((_, i) => tile(i));
  const content: MenuContent = {
    chatBarText: "メニュー",
    tabs: Array.from({ length: tabs }, (_, i) => ({ title: `タブ${i}`, template, tiles: places })),
  };
  return {
    ...content,
    tabs: content.tabs.map((tab, index) => ({
      ...tab,
      tiles: tab.tiles.map((one, i) => {
        const room = roomOf(content, index)[i] ?? { label: 1, note: 1 };
        return {
          ...one,
          label: "市".repeat(Math.min(14, room.label)),
          note: "の".repeat(Math.min(24, room.note)),
        };
      }),
    })),
  };
}

describe.each(Object.entries(CITIES))("the rich menus of %s", (_city, menus) => {
  it.each(MENU_MODES)("%s: a valid content without a problem, whose letters the font has", (mode) => {
    expect(menuContent.parse(menus[mode])).toEqual(menus[mode]);
    expect(problemsOf(mode, menus[mode])).toEqual([]);
    const words = menus[mode].tabs.flatMap((t) => [t.title, ...t.tiles.flatMap((x) => [x.label, x.note])]);
    expect(missingLetters(words.join(""))).toEqual([]);
  });
  it.each(MENU_MODES)("%s: each tab can be reached, and keeps 受信設定 within one tap", (mode) => {
    for (const index of menus[mode].tabs.keys()) {
      const { areas } = richMenuRequest(mode, menus[mode], index, "x");
      expect(areas.filter((area) => area.action.type === "richmenuswitch")).toHaveLength(
        menus[mode].tabs.length - 1,
      );
      expect(areas.some((area) => area.action.data === "p=open")).toBe(true);
    }
  });
});

describe.each(templates)("the template %s", (template) => {
  it.each([1, 2, 3])("with %i tabs is taken by LINE and covers its picture without an overlap", (tabs) => {
    const content = fullMenu(template, tabs);
    expect(problemsOf("normal", content)).toEqual([]);
    for (const index of content.tabs.keys()) {
      const request = richMenuRequest("disaster", content, index, "disaster-1 x #0123456789");
      const findings = newFindings();
      checkRichMenu(findings, request);
      expect(findings).toEqual(newFindings());
      const { size, bar, tiles } = placeTab(content, index);
      const boxes = [...bar, ...tiles].map((one) => one.box);
      expect(boxes.reduce((sum, b) => sum + b.width * b.height, 0)).toBe(size.width * size.height);
      for (const [i, a] of boxes.entries()) {
        expect(a.x >= 0 && a.y >= 0).toBe(true);
        expect(a.x + a.width <= size.width && a.y + a.height <= size.height).toBe(true);
        for (const b of boxes.slice(i + 1)) {
          const apart =
            a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
          expect(apart).toBe(true);
        }
      }
    }
  });
  it("draws what fits inside its tile: neither lines nor icon leave it", () => {
    const content = fullMenu(template, 1);
    for (const { box, look } of placeTab(content, 0).tiles) {
      const words = look.label * 1.3 + look.note * 1.4;
      const needed = look.arrangement === "stacked" ? look.icon + look.label * 0.25 + words : words;
      expect(needed).toBeLessThan(box.height - 26);
      expect(look.label).toBeGreaterThanOrEqual(96);
      expect(look.note).toBeGreaterThanOrEqual(64);
    }
  });
  it("is a PNG of LINE's size below 1 MB, without text left to a font", async () => {
    const content = fullMenu(template);
    for (const mode of MENU_MODES)
      expect(menuSvg(mode, content, 1)).not.toMatch(/<(?!svg|rect|path|g|\/)|font-|NaN|undefined/);
    const png = await menuPng(menuSvg("disaster", content, 1));
    expect(await sharp(png).metadata()).toMatchObject({ format: "png", ...placeTab(content, 1).size });
    expect(png.length).toBeLessThan(1_000_000);
  });
});

describe("texts", () => {
  it("too long are a problem at their own field, never smaller letters", () => {
    const content = fullMenu("grid-3x3");
    const [room] = roomOf(content, 0);
    const longer = "市".repeat((room?.label ?? 0) + 1);
    const changed = structuredClone(content);
    const tile = changed.tabs[0]?.tiles[4];
    if (tile) tile.label = longer;
    expect(problemsOf("normal", changed)).toEqual([
      { at: "tabs.0.tiles.4.label", message: expect.stringContaining(`全角で${room?.label}文字まで`) },
    ]);
  });
  it("are never drawn longer than they were measured", () => {
    const letters = fc.oneof(
      fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
      fc.constantFrom(..."あのカー市民窓口避難所。、・（）「」…×é０Ａ　"),
    );
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 20 }), fc.constantFrom(64, 92, 96, 150), (list, size) => {
        const text = list.join("");
        expect(lineDrawn(text, size)).toBeLessThanOrEqual(lineWidth(text, size) + 0.5);
      }),
    );
  });
  it("with letters that the font lacks are told apart", () => {
    expect(missingLetters("避難所 🔥①ABC")).toEqual(["🔥", "①"]);
  });
  it("have to leave the way to stop on the first tab, and a telephone in a disaster", () => {
    const content = fullMenu("half-2", 1);
    const [first, second] = content.tabs[0]?.tiles ?? [];
    if (!first || !second) throw new Error("two tiles");
    const only = (tile: MenuTile): MenuContent => ({
      ...content,
      tabs: [{ title: "タブ", template: "half-2", tiles: [tile, tile] }],
    });
    expect(problemsOf("normal", only(first))).toEqual([]);
    expect(problemsOf("disaster", only(first))).toHaveLength(1);
    expect(problemsOf("normal", only(second))).toHaveLength(1);
  });
});

it("every ink is at least 4.5:1 on its ground", () => {
  for (const { ground, tones, bar } of Object.values(PALETTES)) {
    for (const tone of Object.values(tones)) {
      expect(contrast(tone.ink, tone.ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(tone.note, tone.ground)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(bar.ink, bar.ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(bar.activeInk, ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(bar.mark, ground)).toBeGreaterThanOrEqual(3);
  }
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 1);
});

it("is the same picture on a machine without any font, in every template", async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "madoguchi-fonts-"));
  const root = path.join(import.meta.dirname, "../..");
  fs.writeFileSync(
    path.join(folder, "fonts.conf"),
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>',
  );
  const contents = [...templates.map((key) => fullMenu(key)), kumamotoMenus.disaster, musashinoMenus.normal];
  fs.writeFileSync(path.join(folder, "contents.json"), JSON.stringify(contents));
  const script = `import fs from "node:fs";
import sharp from "sharp";
import { sha256 } from "@/lib/core/id";
import { menuPng, menuSvg } from "./lib/menus/draw-gateway";
const all = JSON.parse(fs.readFileSync(${JSON.stringify(path.join(folder, "contents.json"))}, "utf8"));
for (const content of all) console.log(sha256(menuSvg("disaster", content, 0)));
console.log(sha256(await sharp(await menuPng(menuSvg("disaster", all[0], 0))).raw().toBuffer()));`;
  const file = path.join(root, `.next-menu-${process.pid}.ts`);
  fs.writeFileSync(file, script);
  try {
    const bare = spawnSync(process.execPath, ["--import", "tsx", file], {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        FONTCONFIG_FILE: path.join(folder, "fonts.conf"),
        FONTCONFIG_PATH: folder,
      } as unknown as NodeJS.ProcessEnv,
      encoding: "utf8",
    });
    expect(bare.stderr).toBe("");
    const here = contents.map((content) => sha256(menuSvg("disaster", content, 0)));
    const [first] = contents;
    const png = await menuPng(first ? menuSvg("disaster", first, 0) : "");
    here.push(sha256(await sharp(png).raw().toBuffer()));
    expect(bare.stdout.trim().split("\n")).toEqual(here);
    expect(new Set(here).size).toBe(contents.length + 1);
  } finally {
    fs.rmSync(file, { force: true });
    fs.rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
