import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeResident, encodeResident } from "./resident-code";

const KEY = "a key of the tests, long enough to do";
const ids = fc.integer({ min: 1, max: 27 ** 7 - 1 });

describe("the code a resident can show", () => {
  it("leads back to the same friend, however it is typed", () => {
    fc.assert(
      fc.property(ids, (id) => {
        const code = encodeResident(id, KEY);
        expect(code).toMatch(/^[346789ACDEFGHJKLMNPQRTUVWXY]{4}-[346789ACDEFGHJKLMNPQRTUVWXY]{4}$/);
        const wide = code.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
        for (const typed of [
          code,
          code.toLowerCase(),
          ` ${code.replace("-", " ")} `,
          wide,
          code.replace("-", "ー"),
        ])
          expect(decodeResident(typed, KEY)).toBe(id);
      }),
      { numRuns: 200, seed: 1 },
    );
  });
  it("notices every wrong letter and every swap of neighbours", () => {
    const alphabet = [..."346789ACDEFGHJKLMNPQRTUVWXY"];
    const code = encodeResident(4_711, KEY).replace("-", "");
    const slips = [...code].flatMap((right, place) =>
      alphabet
        .filter((wrong) => wrong !== right)
        .map((wrong) => code.slice(0, place) + wrong + code.slice(place + 1)),
    );
    const swaps = [...code.slice(1)].map(
      (next, place) => code.slice(0, place) + next + code[place] + code.slice(place + 2),
    );
    for (const wrong of [...slips, ...swaps.filter((each) => each !== code)])
      expect(decodeResident(wrong, KEY)).toBeNull();
  });
  it("does not count up, and another key reads another friend", () => {
    const codes = Array.from({ length: 50 }, (_, n) => encodeResident(n + 1, KEY));
    expect(new Set(codes.map((code) => code.slice(0, 3))).size).toBeGreaterThan(40);
    expect(decodeResident(codes[0] ?? "", "another key altogether, quite as long")).not.toBe(1);
  });
  it.each(["", "ABC", "R8-000123", "AAAA-AAAA-A", "0000-0000", "💥💥💥💥"])("%j is no code", (text) =>
    expect(decodeResident(text, KEY)).toBeNull(),
  );
});
