import fs from "node:fs";
import type http from "node:http";
import path from "node:path";
import { errorFields, log } from "@/lib/core/log";
import { type ActionManifest, isForResidents, residentActions } from "./public-path";

type Handler = (request: http.IncomingMessage, response: http.ServerResponse) => Promise<void>;
type Build = { handle: Handler; close: () => Promise<void> };

/** The residents' settings page out of the console's build, and nothing else of it. */
export type ResidentPages = {
  serves: (request: http.IncomingMessage) => boolean;
  /** Throws when the build cannot be opened. */
  handle: Handler;
  close: () => Promise<void>;
};

function readActions(folder: string): ActionManifest | null {
  try {
    const file = path.join(folder, ".next/server/server-reference-manifest.json");
    return (JSON.parse(fs.readFileSync(file, "utf8")) as { node: ActionManifest }).node;
  } catch (error) {
    log.error({ event: "intake.no-build", ...errorFields(error) });
    return null;
  }
}

async function openBuild(folder: string, port: number): Promise<Build> {
  const { default: next } = await import("next");
  const app = next({ dev: false, dir: folder, port });
  await app.prepare();
  return { handle: app.getRequestHandler(), close: () => app.close() };
}

/**
 * The pages of the build in `folder`; null without one. It is opened with the first resident who comes: a receiver of
 * webhooks that nobody asks for pages stays small and starts at once.
 */
export function openResidentPages(folder: string, port: number): ResidentPages | null {
  const manifest = readActions(folder);
  if (!manifest) return null;
  const actions = residentActions(manifest);
  let opening: Promise<Build> | undefined;
  return {
    serves: ({ method, url, headers }) =>
      isForResidents({ method, url, action: headers["next-action"] }, actions),
    async handle(request, response) {
      opening ??= openBuild(folder, port);
      const build = await opening.catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
      await build.handle(request, response);
    },
    close: async () => (await opening?.catch(() => undefined))?.close(),
  };
}
