import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEntries, media, staff } from "@/db/schema";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { fileStorage } from "@/lib/storage/gateway";
import { uploadMedia } from "./commands";
import { MAP_WIDTHS, RENDITIONS } from "./place";
import { findMediaPlaces, findStoredMedia } from "./queries";
import { MAX_UPLOAD_BYTES, MIN_SIDE_PX } from "./verdict";

const base = testDatabase();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "media-"));
const storage = fileStorage(folder);
let ctx: Ctx<StaffActor>;
beforeAll(async () => {
  const [row] = await base.db
    .insert(staff)
    .values({ name: "広報", email: "pr@demo.example" })
    .returning({ id: staff.id });
  ctx = {
    db: base.db,
    actor: {
      kind: "staff",
      staffId: row?.id ?? 0,
      name: "広報",
      email: "pr@demo.example",
      roles: [],
      sessionId: "s",
    },
    now: new Date("2026-11-22T03:00:00Z"),
  };
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#2040ff" } });
const stored = () =>
  fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((f) => f.isFile());
const upload = (bytes: Buffer) => uploadMedia(ctx, storage, { bytes });

describe("an uploaded picture", () => {
  it("lies in every size LINE asks for, within LINE's limits, and nothing of where it was taken", async () => {
    const noise = Buffer.from(Array.from({ length: 1800 * 1200 * 3 }, (_, n) => (n * 7919) % 251));
    const bytes = await sharp(noise, { raw: { width: 1800, height: 1200, channels: 3 } })
      .jpeg({ quality: 95 })
      .withExif({ IFD0: { Make: "PhoneMaker" }, IFD3: { GPSLatitude: "32/1 48/1 11/1" } })
      .toBuffer();
    const done = await upload(bytes);
    if (!done.ok) throw new Error(done.reason);
    expect(done.value).toMatchObject({ width: 1800, height: 1200 });
    const token = done.value.base.replace("/media/", "");
    for (const rendition of RENDITIONS) {
      const key = await findStoredMedia(ctx, { token, rendition });
      const file = await storage.get(key ?? "none/none");
      if (!file) throw new Error(rendition);
      const meta = await sharp(file).metadata();
      expect([rendition, meta.format, meta.exif, file.includes("PhoneMaker")]).toEqual([
        rendition,
        "jpeg",
        undefined,
        false,
      ]);
      const most = rendition === "preview.jpg" || rendition === "card.jpg" ? 1024 * 1024 : 10 * 1024 * 1024;
      expect(file.length).toBeLessThanOrEqual(most);
      if (MAP_WIDTHS.map(String).includes(rendition)) expect(meta.width).toBe(Number(rendition));
    }
    const places = await findMediaPlaces(ctx, { ids: [done.value.id], base: "https://pub.test/" });
    expect(places[done.value.id]).toEqual({
      base: `https://pub.test/media/${token}`,
      width: 1800,
      height: 1200,
      heightAt1040: 693,
    });
    const audit = await base.db.select().from(auditEntries);
    expect(audit.map((entry) => [entry.action, entry.subjectId])).toEqual([["media.upload", done.value.id]]);
  });

  it("a PNG with a see-through ground becomes a picture on white, upright", async () => {
    const bytes = await sharp({
      create: { width: 300, height: 400, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const done = await upload(bytes);
    if (!done.ok) throw new Error(done.reason);
    const key = await findStoredMedia(ctx, { token: done.value.base.slice(7), rendition: "original.jpg" });
    const { dominant } = await sharp((await storage.get(key ?? "")) ?? undefined).stats();
    expect(Math.min(dominant.r, dominant.g, dominant.b)).toBeGreaterThan(240);
  });
});

describe("what is no picture is not kept", () => {
  const jpegHead = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
  const pngHead = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const disguises: [string, () => Buffer | Promise<Buffer>, string][] = [
    ["nothing", () => Buffer.alloc(0), "not-an-image"],
    ["a page", () => Buffer.from("<!doctype html><script>alert(1)</script>"), "not-an-image"],
    [
      "a drawing with a script",
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
      "not-an-image",
    ],
    ["a GIF", () => blank(300, 300).gif().toBuffer(), "not-an-image"],
    ["a WebP", () => blank(300, 300).webp().toBuffer(), "not-an-image"],
    ["a page behind a JPEG's first bytes", () => Buffer.concat([jpegHead, Buffer.from("<html>")]), "broken"],
    [
      "a program behind a PNG's first bytes",
      () => Buffer.concat([pngHead, Buffer.from("MZ\u0090")]),
      "broken",
    ],
    ["a JPEG cut in half", async () => (await blank(900, 900).jpeg().toBuffer()).subarray(0, 900), "broken"],
    [
      "a spot",
      () =>
        blank(MIN_SIDE_PX - 1, 900)
          .png()
          .toBuffer(),
      "too-small",
    ],
    [
      "a bomb of pixels",
      () => blank(12_000, 12_000).png({ compressionLevel: 9 }).toBuffer(),
      "too-many-pixels",
    ],
    ["one byte too many", () => Buffer.concat([jpegHead, Buffer.alloc(MAX_UPLOAD_BYTES - 3)]), "too-large"],
  ];
  it.each(disguises)("%s", async (_, make, reason) => {
    const [files, rows] = [stored().length, (await base.db.select().from(media)).length];
    expect(await upload(await make())).toMatchObject({ ok: false, reason });
    expect([stored().length, (await base.db.select().from(media)).length]).toEqual([files, rows]);
  });
  it("a page after a picture's end does not survive", async () => {
    const done = await upload(
      Buffer.concat([await blank(300, 300).jpeg().toBuffer(), Buffer.from("<script>alert(1)</script>")]),
    );
    if (!done.ok) throw new Error(done.reason);
    for (const file of stored())
      expect(fs.readFileSync(path.join(file.parentPath, file.name)).includes("<script>")).toBe(false);
  });
  it("the smallest one that is taken", async () => {
    expect(await upload(await blank(MIN_SIDE_PX, MIN_SIDE_PX).jpeg().toBuffer())).toMatchObject({ ok: true });
  });
});
