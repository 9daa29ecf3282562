let isBusy = false;

/** One import of this process at a time, as each takes much memory and time; null: another one is under way. */
export async function alone<T>(work: () => Promise<T>): Promise<T | null> {
  if (isBusy) return null;
  isBusy = true;
  try {
    return await work();
  } finally {
    isBusy = false;
  }
}
