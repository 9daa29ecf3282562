import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { renderPhoto } from "./render-gateway";
import { MAX_PHOTO_BYTES, nextFetchAfterMs, refuseEarly, sniffImage } from "./verdict";

/** Left half red, right half blue: tells which way up a picture is. */
const picture = (width = 400, height = 200) =>
  sharp({ create: { width, height, channels: 3, background: "#2040ff" } }).composite([
    { input: { create: { width: width / 2, height, channels: 3, background: "#ff2020" } }, left: 0, top: 0 },
  ]);

const withSecrets = (orientation: number) =>
  picture()
    .jpeg()
    .withExif({
      IFD0: { ImageDescription: "自宅前", Make: "PhoneMaker" },
      IFD3: { GPSLatitude: "32/1 48/1 11/1", GPSLongitude: "130/1 42/1 28/1" },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret>hidden</secret></x:xmpmeta>')
    .withMetadata({ orientation })
    .toBuffer();

const rendered = async (bytes: Buffer) => {
  const result = await renderPhoto(bytes);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
};

describe("a photo that is kept", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "loses all metadata and stands upright (EXIF orientation %i)",
    async (orientation) => {
      const { full, thumb, width, height } = await rendered(await withSecrets(orientation));
      for (const bytes of [full, thumb]) {
        const meta = await sharp(bytes).metadata();
        expect([meta.exif, meta.xmp, meta.iptc, meta.icc, meta.orientation]).toEqual([
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
        ]);
        expect(bytes.includes(Buffer.from("PhoneMaker"))).toBe(false);
        expect(bytes.includes(Buffer.from("hidden"))).toBe(false);
      }
      expect([width, height]).toEqual(orientation >= 5 ? [200, 400] : [400, 200]);
      const { data } = await sharp(full)
        .resize(2, 2, { fit: "fill" })
        .raw()
        .toBuffer({ resolveWithObject: true });
      const red = [0, 1, 2, 3].map((i) => (data[i * 3] ?? 0) > (data[i * 3 + 2] ?? 0));
      // Where red lies once the camera's turn is undone: EXIF 2.32, tag 0x0112.
      const upright: Record<number, boolean[]> = {
        1: [true, false, true, false],
        2: [false, true, false, true],
        3: [false, true, false, true],
        4: [true, false, true, false],
        5: [true, true, false, false],
        6: [true, true, false, false],
        7: [false, false, true, true],
        8: [false, false, true, true],
      };
      expect(red).toEqual(upright[orientation]);
    },
  );
  it("is at most 2048 px, its thumbnail 480 px, and never blown up", async () => {
    const large = await rendered(await picture(4000, 1000).jpeg().toBuffer());
    expect([large.width, large.height]).toEqual([2048, 512]);
    expect((await sharp(large.thumb).metadata()).width).toBe(480);
    expect((await rendered(await picture(100, 60).png().toBuffer())).width).toBe(100);
  });
  it.each(["png", "webp", "gif"] as const)("may be a %s and becomes a JPEG", async (format) => {
    const { full } = await rendered(await picture().toFormat(format).toBuffer());
    expect(sniffImage(full)).toBe("jpeg");
  });
  it("hides nothing behind its end: what follows the picture is gone", async () => {
    const polyglot = Buffer.concat([
      await picture().jpeg().toBuffer(),
      Buffer.from("<script>alert(1)</script>PK\u0003\u0004"),
    ]);
    expect((await rendered(polyglot)).full.includes(Buffer.from("script"))).toBe(false);
  });
});

describe("a photo that is refused", () => {
  const refusal = async (bytes: Buffer) => {
    const result = await renderPhoto(bytes);
    return result.ok ? "kept" : result.reason;
  };
  it.each([
    ["HTML called .jpg", Buffer.from("<!doctype html><script>alert(1)</script>"), "not-an-image"],
    [
      "an SVG with a script",
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      "not-an-image",
    ],
    ["a PDF", Buffer.from("%PDF-1.7\n"), "not-an-image"],
    ["nothing", Buffer.alloc(0), "not-an-image"],
    [
      "an iPhone's HEIC",
      Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic"), Buffer.alloc(64)]),
      "unsupported-format",
    ],
    ["only a JPEG's first bytes", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), "broken"],
  ])("%s", async (_name, bytes, reason) => expect(await refusal(bytes)).toBe(reason));
  it("a truncated JPEG", async () => {
    const whole = await picture(1200, 900).jpeg().toBuffer();
    expect(await refusal(whole.subarray(0, whole.length / 2))).toBe("broken");
  });
  it("a picture of a few kB that would unfold to 56 megapixels", async () => {
    const bomb = await sharp({ create: { width: 8_000, height: 7_000, channels: 3, background: "#fff" } })
      .toColourspace("b-w")
      .png({ compressionLevel: 1 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await refusal(bomb)).toBe("too-many-pixels");
  }, 30_000);
  it("a file over 20 MB, before it is read", () => {
    expect(refuseEarly(new Uint8Array(MAX_PHOTO_BYTES + 1))).toBe("too-large");
  });
});

it("asks again soon, then rarely, and stops after a day", () => {
  expect([1, 2, 3, 4, 5].map(nextFetchAfterMs)).toEqual([2_000, 10_000, 60_000, 300_000, 1_800_000]);
  const total = Array.from({ length: 50 }, (_, i) => nextFetchAfterMs(i + 1) ?? 0).reduce((a, b) => a + b, 0);
  expect(total).toBeGreaterThan(22 * 3_600_000);
  expect(nextFetchAfterMs(51)).toBeNull();
});
