import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { kumamotoMenu } from "@/lib/presets/kumamoto/menu";
import { musashinoMenu } from "@/lib/presets/musashino/menu";
import { newFindings } from "@/lib/sandbox/limits/findings";
import { checkRichMenu } from "@/lib/sandbox/limits/rich-menu";
import { drawMenu } from "./draw-gateway";
import { MENU_SIZE, placeTiles, richMenuRequest } from "./layout";
import { menuPlan } from "./plan";

const MENUS = [
  ["熊本市", kumamotoMenu],
  ["武蔵野市", musashinoMenu],
] as const;

describe.each(MENUS)("the rich menu of %s", (_city, plan) => {
  it("is a valid plan within LINE's limits", () => {
    expect(menuPlan.parse(plan)).toEqual(plan);
    const request = richMenuRequest(plan, "#0123456789");
    const findings = newFindings();
    checkRichMenu(findings, request);
    expect(findings).toEqual(newFindings());
  });
  it("covers its picture with tiles that neither overlap nor stick out", () => {
    const boxes = placeTiles(plan).map((p) => p.box);
    const area = boxes.reduce((sum, b) => sum + b.width * b.height, 0);
    expect(area).toBe(MENU_SIZE.width * MENU_SIZE.height);
    for (const b of boxes) {
      expect(b.x + b.width).toBeLessThanOrEqual(MENU_SIZE.width);
      expect(b.y + b.height).toBeLessThanOrEqual(MENU_SIZE.height);
    }
  });
  it("is a PNG of LINE's size below 1 MB", async () => {
    const png = await drawMenu(plan);
    expect(await sharp(png).metadata()).toMatchObject({ format: "png", ...MENU_SIZE });
    expect(png.length).toBeLessThan(1_000_000);
  });
  it("draws every line of text over its whole length", async () => {
    const large = placeTiles(plan)[0];
    const { data, info } = await sharp(await drawMenu(plan))
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    // The note under the large label: ink in its left and in its right half alike.
    const rows = { from: Math.round(info.height * 0.5), to: Math.round(info.height * 0.545) };
    const ink = (from: number, to: number) => {
      let count = 0;
      for (let y = rows.from; y < rows.to; y++)
        for (let x = from; x < to; x++)
          if ((data[y * info.width * info.channels + x * info.channels] ?? 0) > 128) count += 1;
      return count;
    };
    const middle = (large?.box.width ?? 0) / 2;
    const [left, right] = [ink(40, middle), ink(middle, middle * 2 - 40)];
    expect(Math.min(left, right) / Math.max(left, right)).toBeGreaterThan(0.5);
  });
});

it("is the same picture on a machine without any font", async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "madoguchi-fonts-"));
  const config = path.join(folder, "fonts.conf");
  fs.writeFileSync(
    config,
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>',
  );
  const script = `import { newFindings } from "@/lib/sandbox/limits/findings";
import { checkRichMenu } from "@/lib/sandbox/limits/rich-menu";
import { drawMenu } from "./lib/menus/draw-gateway"; import { kumamotoMenu } from "./lib/presets/kumamoto/menu"; process.stdout.write((await drawMenu(kumamotoMenu)).toString("base64"));`;
  const file = path.join(import.meta.dirname, `../../.next-menu-${process.pid}.ts`);
  fs.writeFileSync(file, script);
  try {
    const bare = spawnSync(process.execPath, ["--import", "tsx", file], {
      cwd: path.join(import.meta.dirname, "../.."),
      env: {
        PATH: process.env.PATH,
        FONTCONFIG_FILE: config,
        FONTCONFIG_PATH: folder,
      } as unknown as NodeJS.ProcessEnv,
      encoding: "utf8",
      maxBuffer: 10_000_000,
    });
    expect(bare.stderr).toBe("");
    const pixels = (png: Buffer) => sharp(png).raw().toBuffer();
    expect(
      (await pixels(Buffer.from(bare.stdout, "base64"))).equals(await pixels(await drawMenu(kumamotoMenu))),
    ).toBe(true);
  } finally {
    fs.rmSync(file, { force: true });
    fs.rmSync(folder, { recursive: true, force: true });
  }
}, 30_000);
