import { type SQL, sql } from "drizzle-orm";

/**
 * A number in [0, 1) that is always the same for the same row (`n`), purpose and seed: what volume is made of. Names a
 * column `n` of the statement it stands in.
 */
export const chance = (seed: string, purpose: string, n = "n"): SQL =>
  sql.raw(`((hashint8extended(${n}, ${saltOf(`${seed}/${purpose}`)}) & 2147483647)::float8 / 2147483648)`);

/** FNV-1a, 31 bits. */
function saltOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 1;
}

/** Around 0, as wide as 1: two chances made into one of the normal distribution. */
export const normal = (seed: string, purpose: string, n = "n"): SQL =>
  sql`(sqrt(-2 * ln(1 - ${chance(seed, `${purpose} a`, n)})) * cos(2 * pi() * ${chance(seed, `${purpose} b`, n)}))`;

/** The element of an array at a chance; `bend` over 1: the first ones more often. */
export const oneOf = (list: SQL, size: number, at: SQL, bend = 1): SQL =>
  sql`(${list})[1 + least(${size - 1}::int, floor(${size}::int * power(${at}, ${bend}::float8))::int)]`;

/** Hours of the day as people use their phones: few at night, most at noon and in the evening. */
export const HOURS: SQL = sql`array[0,6,7,7,8,8,9,9,10,10,11,11,12,12,12,12,13,13,14,15,15,16,17,17,18,18,19,19,19,20,20,20,20,21,21,21,22,22,23,1]`;
export const HOURS_SIZE = 40;

/** An instant of that civil day in Tokyo, at an hour of HOURS. */
export const inDay = (day: SQL, seed: string, purpose: string, n = "n"): SQL =>
  sql`((${day} + ${oneOf(HOURS, HOURS_SIZE, chance(seed, `${purpose} hour`, n))} * interval '1 hour' + ${chance(seed, `${purpose} second`, n)} * interval '3599 seconds') at time zone 'Asia/Tokyo')`;
