import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { vi } from "vitest";
import { parseHosts } from "../hosts";
import type { Resident } from "../protocol";
import { type Sandbox, type SandboxOptions, startSandbox } from "../server";

// Whole programs start in these tests, on machines that do other things too.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

export const CHANNEL = {
  id: "1650000001",
  secret: "8c570fa6dd201bb328f1c1eac23a96d8",
  longLivedToken: "long-lived-token",
};
export const LOGIN_CHANNEL_ID = "1650000002";

/** What tests read of an answer. */
export type Got = { status: number; headers: Headers; json: Record<string, unknown>; text: string };

export type TestSandbox = {
  sandbox: Sandbox;
  url: string;
  folder: string;
  /** A call to the platform with the long-lived token. */
  line(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Got>;
  /** A call to `/_sandbox`; throws unless it is answered with 200. */
  control<T>(method: string, path: string, body?: unknown): Promise<T>;
  residents(count: number, more?: object): Promise<Resident[]>;
  close(): Promise<void>;
};

export async function read(response: Response): Promise<Got> {
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") === true;
  return { status: response.status, headers: response.headers, json: isJson ? JSON.parse(text) : {}, text };
}

/** A sandbox of its own on a free port; in `folder` when one is given (a restart), else in a new one. */
export async function openSandbox(
  more: Partial<SandboxOptions> & { hostsText?: string } = {},
): Promise<TestSandbox> {
  const folder = more.folder ?? mkdtempSync(path.join(tmpdir(), "sandbox-"));
  const { hostsText, ...options } = more;
  const sandbox = await startSandbox({
    port: 0,
    control: true,
    channel: CHANNEL,
    loginChannelId: LOGIN_CHANNEL_ID,
    hosts: parseHosts(hostsText ?? ""),
    ...options,
    folder,
  });
  const control = async <T>(method: string, at: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${sandbox.url}/_sandbox${at}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${at}: ${response.status} ${text}`);
    return JSON.parse(text) as T;
  };
  return {
    sandbox,
    url: sandbox.url,
    folder,
    async line(method, at, body, headers = {}) {
      const raw = body instanceof Uint8Array || typeof body === "string";
      return read(
        await fetch(`${sandbox.url}${at}`, {
          method,
          headers: {
            authorization: `Bearer ${CHANNEL.longLivedToken}`,
            ...(body === undefined || raw ? {} : { "content-type": "application/json" }),
            ...headers,
          },
          ...(body === undefined ? {} : { body: raw ? (body as BodyInit) : JSON.stringify(body) }),
        }),
      );
    },
    control,
    async residents(count, asked = {}) {
      const body = { count, seed: "test", follow: "silent", ...asked };
      return (await control<{ residents: Resident[] }>("POST", "/residents", body)).residents;
    },
    async close() {
      await sandbox.close();
      if (more.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A text message. */
export const text = (words: string): { type: "text"; text: string } => ({ type: "text", text: words });

/** Asks until the answer is good. */
export async function poll<T>(ask: () => Promise<T> | T, isGood: (answer: T) => boolean): Promise<T> {
  for (let n = 0; ; n += 1) {
    const answer = await ask();
    if (isGood(answer)) return answer;
    if (n === 1000) throw new Error("what was waited for did not come");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The first of a list, which the test relies on. */
export function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error("the list is empty");
  return item;
}
