/** Three of four had the account before the 60 days of the demo's life began. */
const BEFORE = 0.75;
const FIRST_DAYS = 60;
const OLDEST_DAYS = 900;

/** How many days ago the resident of this index (from 0) added the account: in order, the newest last. */
export function addedDaysAgo(index: number, count: number): number {
  const old = Math.floor(count * BEFORE);
  if (index < old) return FIRST_DAYS + 2 + (1 - index / old) ** 2 * (OLDEST_DAYS - FIRST_DAYS - 2);
  return FIRST_DAYS * (1 - (index - old + 0.5) / (count - old));
}

/** How many of them had added it a day before then, and so may write. */
export function residentsBy(daysAgo: number, count: number): number {
  let n = Math.floor(count * BEFORE);
  while (n < count && addedDaysAgo(n, count) > daysAgo + 1) n += 1;
  return n;
}
