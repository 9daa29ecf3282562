import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { sha256 } from "@/lib/core/id";
import { drawScene, SCENE_NAMES } from "../scenes/all";
import { storePhotos } from "./jobs";
import { takePhotos } from "./render-gateway";

describe("drawn photos", () => {
  it("are scenes of their own: no two of the same lines", () => {
    const drawn = SCENE_NAMES.map((name) => drawScene(name, { light: "clear", setting: "town", seed: "1" }));
    expect(new Set(drawn.map(sha256)).size).toBe(SCENE_NAMES.length);
    expect(SCENE_NAMES.length).toBeGreaterThanOrEqual(36);
    const bad = SCENE_NAMES.filter((_, i) => /NaN|Infinity|undefined/.test(drawn[i] ?? ""));
    // No text in any picture: no plates, no names.
    const written = SCENE_NAMES.filter((_, i) => drawn[i]?.includes("<text"));
    expect([bad, written]).toEqual([[], []]);
  });

  it("differ by light, setting and seed, and are the same for the same", () => {
    const of = (light: "clear" | "rain", setting: "town" | "suburb", seed: string) =>
      sha256(drawScene("potholeFar", { light, setting, seed }));
    const all = [
      of("clear", "town", "1"),
      of("rain", "town", "1"),
      of("clear", "suburb", "1"),
      of("clear", "town", "2"),
    ];
    expect(new Set(all).size).toBe(4);
    expect(of("clear", "town", "1")).toBe(all[0]);
  });

  it("are JPEGs in two sizes with nothing but pixels, each key another cut, the same key the same", async () => {
    const drawing = {
      scene: "potholeNear" as const,
      light: "rain" as const,
      setting: "town" as const,
      seed: "1",
    };
    const [a, b] = await takePhotos(drawing, ["a", "b"]);
    const [again] = await takePhotos(drawing, ["a"]);
    if (!a || !b || !again) throw new Error("no photo");
    expect(sha256(a.full)).toBe(sha256(again.full));
    expect(sha256(a.full)).not.toBe(sha256(b.full));
    const [full, thumb] = [await sharp(a.full).metadata(), await sharp(a.thumb).metadata()];
    expect([full.format, thumb.format, full.exif, full.icc]).toEqual(["jpeg", "jpeg", undefined, undefined]);
    expect([full.width, full.height]).toEqual([a.width, a.height]);
    expect(thumb.width).toBe(480);
    const { channels } = await sharp(a.full).stats();
    expect(Math.max(...channels.map((c) => c.stdev))).toBeGreaterThan(5);
  });

  it("are kept under keys that the storage takes", async () => {
    const kept = new Map<string, number>();
    const storage = { put: async (key: string, bytes: Uint8Array) => void kept.set(key, bytes.length) };
    const drawing = {
      scene: "tactileNear" as const,
      light: "clear" as const,
      setting: "town" as const,
      seed: "1",
    };
    const report = { key: "life-1", receivedAt: new Date("2026-11-01T00:00:00Z") } as never;
    const photo = {
      scene: "tactileNear" as const,
      light: "clear" as const,
      label: "near",
      state: "ready" as const,
    };
    const rows = await storePhotos(
      [{ drawing, photos: [{ id: "0aaa", report, photo, position: 0 }] }],
      storage,
    );
    const row = rows.get("0aaa");
    expect(row).toMatchObject({ state: "ready", label: "near", fullKey: "photos/0a/0aaa.jpg" });
    expect(kept.get(row?.fullKey ?? "")).toBe(row?.bytes);
    expect([...kept.keys()].every((key) => /^[a-z0-9][a-z0-9_-]*(\/[a-z0-9][a-z0-9_.-]*)+$/i.test(key))).toBe(
      true,
    );
  });
});
