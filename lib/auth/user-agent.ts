/** A browser and system as words, from its User-Agent. Guesses: enough to recognise one's own machine. */
export function describeBrowser(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const first = (table: [RegExp, string][]) => table.find(([pattern]) => pattern.test(userAgent))?.[1];
  const browser = first([
    [/Edg(A|iOS)?\//, "Edge"],
    [/Firefox\/|FxiOS\//, "Firefox"],
    [/Chrome\/|CriOS\//, "Chrome"],
    [/Safari\//, "Safari"],
  ]);
  const system = first([
    [/Windows/, "Windows"],
    [/iPhone/, "iPhone"],
    [/iPad/, "iPad"],
    [/Android/, "Android"],
    [/CrOS/, "ChromeOS"],
    [/Mac OS X/, "Mac"],
    [/Linux/, "Linux"],
  ]);
  return [browser, system].filter(Boolean).join(" / ") || null;
}
