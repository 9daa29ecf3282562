/** Where the settings page opens: as a LIFF app, inside LINE. Null while the city has none. */
export const settingsUrl = (liffId: string): string | null =>
  liffId === "" ? null : `https://liff.line.me/${encodeURIComponent(liffId)}`;
