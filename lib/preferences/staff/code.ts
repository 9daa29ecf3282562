/** Without letters and digits that look alike: people copy it from a screen to a phone. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const LENGTH = 8;

/** Eight letters from random bytes. A byte beyond the last whole run of the alphabet would favour some: left out. */
export function codeFrom(bytes: Uint8Array): string | null {
  const usable = [...bytes].filter((byte) => byte < 256 - (256 % ALPHABET.length));
  if (usable.length < LENGTH) return null;
  return usable
    .slice(0, LENGTH)
    .map((byte) => ALPHABET[byte % ALPHABET.length])
    .join("");
}

/** ABCD-EFGH: as it is shown. Typed with or without the hyphen it is the same. */
export const spacedCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
