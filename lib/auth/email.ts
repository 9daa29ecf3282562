/**
 * A staff member's address as it is stored and looked up; null for what is none. NFKC first: a Japanese keyboard types
 * full-width letters and ＠, and the same person must not exist twice. Only ASCII is left over: no look-alikes.
 */
export function normalizeEmail(text: string): string | null {
  const email = text.normalize("NFKC").trim().toLowerCase();
  const shape =
    /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
  return email.length <= 254 && shape.test(email) ? email : null;
}

/** An account of the demo (lib/demo/accounts.ts). RFC 2606 keeps the name: no mailbox is there. */
export const DEMO_DOMAIN = "@demo.example";
export const isDemoEmail = (email: string): boolean => email.endsWith(DEMO_DOMAIN);
