import { errorFields, log } from "./log";

const MOST_FRAMES = 8;
const MOST_TEXT = 500;

/** Where it happened; not the message, which repeats what a query was asked with. */
const framesOf = (error: Error): string[] =>
  (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => line.trim());

/** What somebody wrote to the console, as fields of a log line. Words of people stand behind `params:`, if anywhere. */
export function consoleFields(args: readonly unknown[]): object {
  const error = args.find((arg) => arg instanceof Error);
  if (error) {
    const { digest } = error as { digest?: unknown };
    return {
      event: "console",
      ...errorFields(error),
      ...(typeof digest === "string" ? { digest } : {}),
      at: framesOf(error),
    };
  }
  const said = args.filter((arg) => typeof arg === "string").join(" ");
  return { event: "console", said: said.replace(/params:[\s\S]*/, "params: …").slice(0, MOST_TEXT) };
}

/**
 * Next prints what fails in a page by itself: in plain text, with the parameters of a query, that is with residents' and
 * staff's words. From here on what is printed as an error or a warning is a line of the log (log.ts).
 */
export function logConsole(): void {
  console.error = (...args: unknown[]) => log.error(consoleFields(args));
  console.warn = (...args: unknown[]) => log.warn(consoleFields(args));
}
