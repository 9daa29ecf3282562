/** The residents' settings page: app/(resident)/settings. */
const PAGES = new Set(["/settings", "/settings/mine"]);
/** What a build puts there: names of letters and digits only. */
const ASSETS = /^(?:\/_next\/static(?:\/[\w.~-]+)+|\/icon\.svg)$/;

export type PublicRequest = {
  method: string | undefined;
  url: string | undefined;
  /** The header by which a page names one of the server's actions. */
  action: string | string[] | undefined;
};

/**
 * Does the public side serve this of the console's build? Residents' pages, what they load, and their own actions: a
 * page's address would take any action of the build, staff's too, and a form without a script names its action inside.
 */
export function isForResidents(
  { method, url, action }: PublicRequest,
  actions: ReadonlySet<string>,
): boolean {
  const path = url?.split("?", 1)[0] ?? "";
  if (method === "POST") return PAGES.has(path) && typeof action === "string" && actions.has(action);
  if (method !== "GET" && method !== "HEAD") return false;
  return action === undefined && (PAGES.has(path) || (ASSETS.test(path) && !path.includes("..")));
}

/** A build's list of its actions, by id: which pages carry each. */
export type ActionManifest = Record<string, { workers: Record<string, unknown> }>;

/** The ids of actions that residents' pages alone carry. */
export const residentActions = (manifest: ActionManifest): Set<string> =>
  new Set(
    Object.entries(manifest)
      .filter(([, { workers }]) => {
        const pages = Object.keys(workers);
        return pages.length > 0 && pages.every((page) => page.startsWith("app/(resident)/"));
      })
      .map(([id]) => id),
  );
