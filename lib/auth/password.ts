import { hash, verify } from "@node-rs/argon2";

/** argon2id (the library's default algorithm), OWASP's parameters: about 30 ms a hash. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** NFKC: the same keys pressed with the Japanese input on must give the same password. */
const canonical = (password: string): string => password.normalize("NFKC");

export const hashPassword = (password: string): Promise<string> => hash(canonical(password), PARAMETERS);

let dummy: Promise<string> | undefined;

/** Always costs one hash: a missing account or password must take as long as a wrong one. */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  dummy ??= hashPassword("no account has this one");
  const matches = await verify(stored ?? (await dummy), canonical(password)).catch(() => false);
  return matches && typeof stored === "string";
}
