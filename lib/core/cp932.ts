/**
 * Text as Windows-31J (CP932), which programs in Japanese offices still ask for. The table comes from the platform's own
 * decoder (WHATWG `shift_jis`, which is Windows-31J); of two codes of one sign the one that Windows writes is taken.
 */
const GETA = "〓";
/** NEC's selection of IBM's extensions: read, never written. */
const NEC_SELECTED = [0xed, 0xee];

/** Signs that look the same and stand at another place in Windows' table than in JIS X 0208. */
const TWINS: Record<string, string> = {
  "\u301c": "\uff5e",
  "\u2016": "\u2225",
  "\u2212": "\uff0d",
  "\u2014": "\u2015",
  "\u00a2": "\uffe0",
  "\u00a3": "\uffe1",
  "\u00ac": "\uffe2",
  "\u00a5": "\uffe5",
};

let table: Map<string, number> | null = null;

function codes(): Map<string, number> {
  if (table) return table;
  const decoder = new TextDecoder("shift_jis");
  const found = new Map<string, number>();
  const put = (bytes: number[], code: number) => {
    const sign = decoder.decode(Uint8Array.from(bytes));
    const isPrivate = sign >= "\ue000" && sign <= "\uf8ff";
    if ([...sign].length === 1 && sign !== "\ufffd" && !isPrivate && !found.has(sign)) found.set(sign, code);
  };
  for (let byte = 0; byte <= 0xdf; byte++) if (byte < 0x80 || byte > 0xa0) put([byte], byte);
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    if ((lead >= 0xa0 && lead <= 0xdf) || NEC_SELECTED.includes(lead)) continue;
    for (let trail = 0x40; trail <= 0xfc; trail++) if (trail !== 0x7f) put([lead, trail], lead * 256 + trail);
  }
  table = found;
  return found;
}

const codeOf = (sign: string): number | undefined => codes().get(sign) ?? codes().get(TWINS[sign] ?? "");

/** The signs of a text that CP932 has not, each once, in the order of the text. */
export const missingInCp932 = (text: string): string[] =>
  [...new Set(text)].filter((sign) => codeOf(sign) === undefined);

/** What CP932 has not becomes 〓, as printers of old did: never a question mark that could have been typed. */
export function encodeCp932(text: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  for (const sign of text) {
    const code = codeOf(sign) ?? codeOf(GETA) ?? 0x3f;
    if (code > 0xff) bytes.push(code >> 8);
    bytes.push(code & 0xff);
  }
  return Uint8Array.from(bytes);
}
