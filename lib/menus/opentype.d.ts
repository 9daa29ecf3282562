/** The part of opentype.js that we use; the package ships no types. */
declare module "opentype.js" {
  export type PathCommand =
    | { type: "M" | "L"; x: number; y: number }
    | { type: "Q"; x1: number; y1: number; x: number; y: number }
    | { type: "C"; x1: number; y1: number; x2: number; y2: number; x: number; y: number }
    | { type: "Z" };
  export type Shaping = { kerning: boolean };
  export type Font = {
    charToGlyphIndex: (letter: string) => number;
    getAdvanceWidth: (text: string, fontSize: number, options: Shaping) => number;
    getPath: (
      text: string,
      x: number,
      y: number,
      fontSize: number,
      options: Shaping,
    ) => { commands: PathCommand[] };
  };
  const opentype: { parse: (buffer: ArrayBuffer) => Font };
  export default opentype;
}
