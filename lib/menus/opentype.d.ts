/** The part of opentype.js that we use; the package ships no types. */
declare module "opentype.js" {
  export type Font = {
    getAdvanceWidth: (text: string, fontSize: number) => number;
    getPath: (
      text: string,
      x: number,
      y: number,
      fontSize: number,
    ) => { toPathData: (decimals: number) => string };
  };
  const opentype: { parse: (buffer: ArrayBuffer) => Font };
  export default opentype;
}
