import { errorFields, log } from "./log";

/**
 * Works while a lease is kept alive: `extend` is called four times a lease, and what it cannot do now it does next time.
 * What takes longer than its lease would else be done by another worker too.
 */
export async function whileLeased<T>(
  leaseMs: number,
  extend: () => Promise<void>,
  work: () => Promise<T>,
): Promise<T> {
  const timer = setInterval(() => {
    extend().catch((error) => log.warn({ event: "lease.not-extended", ...errorFields(error) }));
  }, leaseMs / 4);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
