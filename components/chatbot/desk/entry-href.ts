/** The editor of one entry. */
export const entryHref = (key: string): string => `/bot/entries/${encodeURIComponent(key)}`;
