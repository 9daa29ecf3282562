import { createHmac } from "node:crypto";

/**
 * A short code that a resident can show or read out, instead of anything that names them: the friend's id, put through
 * a keyed permutation, so that codes neither count up nor can be listed by who does not have the key. No two letters
 * look alike (0 O 1 I L, 2 Z, 5 S, 8 B are not both in it); one wrong letter or two swapped ones never make another
 * code.
 */
const ALPHABET = "346789ACDEFGHJKLMNPQRTUVWXY";
const BASE = ALPHABET.length;
const DATA = 7;
const SPACE = BASE ** DATA;
const HALF_BITS = 17;
const HALF = 2 ** HALF_BITS;
const ROUNDS = 8;

function round(value: number, n: number, key: string): number {
  return createHmac("sha256", key).update(`resident code ${n} ${value}`).digest().readUInt32BE(0) % HALF;
}

function encrypt(value: number, key: string): number {
  let left = Math.floor(value / HALF);
  let right = value % HALF;
  for (let n = 0; n < ROUNDS; n++) [left, right] = [right, left ^ round(right, n, key)];
  return left * HALF + right;
}

function decrypt(value: number, key: string): number {
  let left = Math.floor(value / HALF);
  let right = value % HALF;
  for (let n = ROUNDS - 1; n >= 0; n--) [left, right] = [right ^ round(left, n, key), left];
  return left * HALF + right;
}

/** The permutation is of a somewhat larger space: walk on until it comes back into ours. */
function walk(value: number, step: (value: number) => number): number {
  let at = step(value);
  while (at >= SPACE) at = step(at);
  return at;
}

/** Weights 1 and 2 in turn: with 27 letters every single slip and every swap of neighbours changes the sum. */
const checkOf = (letters: readonly number[]): number =>
  letters.reduce((sum, letter, place) => sum + letter * ((place % 2) + 1), 0) % BASE;

/** `ABCD-EFGH` */
export function encodeResident(friendId: number, key: string): string {
  if (!Number.isSafeInteger(friendId) || friendId < 0 || friendId >= SPACE)
    throw new RangeError("friend id out of range");
  let rest = walk(friendId, (value) => encrypt(value, key));
  const letters: number[] = [];
  for (let n = 0; n < DATA; n++) {
    letters.unshift(rest % BASE);
    rest = Math.floor(rest / BASE);
  }
  const text = [...letters, checkOf(letters)].map((letter) => ALPHABET[letter]).join("");
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

/** What was typed as a friend's id; null when it is no code. Full-width, lower case, spaces and dashes are understood. */
export function decodeResident(text: string, key: string): number | null {
  const plain = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\-‐-―−ー]/g, "");
  const letters = [...plain].map((letter) => ALPHABET.indexOf(letter));
  if (letters.length !== DATA + 1 || letters.includes(-1)) return null;
  const data = letters.slice(0, DATA);
  if (checkOf(data) !== letters[DATA]) return null;
  const value = data.reduce((sum, letter) => sum * BASE + letter, 0);
  return walk(value, (each) => decrypt(each, key));
}
