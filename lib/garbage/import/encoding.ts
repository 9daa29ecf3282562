import iconv from "iconv-lite";
import type { Encoding } from "./encoding-name";

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

/** Of this much of a file its encoding is told: the first characters decide, and dictionaries are not long. */
const SAMPLE = 256 * 1024;

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // `stream`: a character cut at the sample's end is no fault.
    new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, SAMPLE), { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Commas, digits and line ends leave one byte of two empty in UTF-16, nearly always the same one: that tells the order. */
function utf16Of(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, Math.min(SAMPLE, bytes.length - (bytes.length % 2)));
  let [even, odd] = [0, 0];
  for (let at = 0; at < sample.length; at += 2) {
    if (sample[at] === 0) even += 1;
    if (sample[at + 1] === 0) odd += 1;
  }
  const pairs = sample.length / 2;
  if (pairs < 4 || bytes.length % 2 !== 0) return null;
  const least = Math.max(4, pairs * 0.01);
  if (odd >= least && odd > even * 5) return "utf-16le";
  if (even >= least && even > odd * 5) return "utf-16be";
  return null;
}

/** What speaks against an encoding: characters it cannot read, and half-width kana, which EUC read as CP932 is full of. */
function unlikely(bytes: Uint8Array, encoding: Encoding): number {
  const text = iconv.decode(Buffer.from(bytes.subarray(0, SAMPLE)), encoding);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const halfWidth = text.match(/[\uff61-\uff9f]/g)?.length ?? 0;
  return broken * 20 + halfWidth;
}

/** The encoding that the bytes speak for; staff see it and may say otherwise. */
export function sniffEncoding(bytes: Uint8Array): Encoding {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return "utf-8";
  if (startsWith(bytes, 0xff, 0xfe)) return "utf-16le";
  if (startsWith(bytes, 0xfe, 0xff)) return "utf-16be";
  const wide = utf16Of(bytes);
  if (wide) return wide;
  if (isUtf8(bytes)) return "utf-8";
  return unlikely(bytes, "euc-jp") < unlikely(bytes, "cp932") ? "euc-jp" : "cp932";
}

/** `broken`: characters that the encoding cannot read, and that now stand as U+FFFD. A byte order mark is no text. */
export function decodeText(bytes: Uint8Array, encoding: Encoding): { text: string; broken: number } {
  const text = iconv.decode(Buffer.from(bytes), encoding, { stripBOM: true });
  return { text, broken: text.match(/\ufffd/g)?.length ?? 0 };
}
