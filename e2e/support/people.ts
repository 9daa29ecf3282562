import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { Stack } from "./stacks";

/** A browser of somebody's own, nothing shared with the others. It reaches this machine alone: playwright.config.ts. */
export async function personAt(
  browser: Browser,
  stack: Stack,
  viewport = { width: 1440, height: 900 },
): Promise<{ page: Page; context: BrowserContext; errors: string[] }> {
  const context = await browser.newContext({ baseURL: stack.appUrl, viewport });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !/net::ERR_FAILED|Failed to load resource/.test(message.text()))
      errors.push(message.text());
  });
  return { page, context, errors };
}

/** Talks to the stack's sandbox as the platform's own control interface. */
export async function platform<T>(stack: Stack, path: string, body?: unknown, method?: string): Promise<T> {
  const response = await fetch(`${stack.sandboxUrl.replace("localhost", "127.0.0.1")}/_sandbox${path}`, {
    method: method ?? (body === undefined ? "GET" : "POST"),
    ...(body === undefined
      ? {}
      : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`sandbox ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
