import { fileURLToPath } from "node:url";

/**
 * The folder that STORAGE_URL names, or what is wrong with it. `file:` and a path as it is written (`file:.data/blobs`,
 * `file:/srv/madoguchi/blobs`), or a `file:///` URL, in which other signs than ASCII may be percent-encoded.
 */
export function storagePlace(given: string): { folder: string } | { problem: string } {
  const [, scheme = "", rest = ""] = /^([a-z][a-z0-9+.-]*):(.*)$/is.exec(given) ?? [];
  if (scheme.toLowerCase() === "s3")
    return { problem: "s3: is not there yet; use file: and a folder that all machines share" };
  if (scheme.toLowerCase() !== "file")
    return { problem: "must be file: and a folder, such as file:/srv/madoguchi/blobs" };
  const place = rest.startsWith("//") ? placeOfUrl(given) : { folder: rest };
  if ("problem" in place) return place;
  return /^\/*$/.test(place.folder)
    ? { problem: "must name a folder, such as file:/srv/madoguchi/blobs" }
    : place;
}

function placeOfUrl(given: string): { folder: string } | { problem: string } {
  if (!URL.canParse(given)) return { problem: "is no well-formed file: URL" };
  const url = new URL(given);
  if (url.host)
    return {
      problem: `names a host (${url.host}); a folder of this machine is file:.data/blobs or file:///srv/madoguchi/blobs`,
    };
  if (url.search || url.hash) return { problem: "a ? or # in the folder's name is written %3F or %23" };
  try {
    const folder = fileURLToPath(url);
    return folder.includes("\0") ? { problem: "is no well-formed file: URL" } : { folder };
  } catch {
    return { problem: "is no well-formed file: URL (% is written %25)" };
  }
}

/** What is wrong with MAP_TILE_URL, or null. What passes is what the map and the pages' headers take. */
export function tileProblem(given: string): string | null {
  if (!/^https?:\/\/(?:\{s\}\.)?[a-z0-9.-]+(?::\d{1,5})?\//i.test(given))
    return "must be an http(s) address, or none for no tiles";
  if (!/\{z\}.*(\{x\}.*\{y\}|\{y\}.*\{x\})/.test(given))
    return "must hold {z}, and after it {x} and {y}; or none for no tiles";
  const unknown = [...given.matchAll(/\{[^}]*\}/g)].map(String).find((each) => !/^\{[szxyr]\}$/.test(each));
  return unknown === undefined ? null : `${unknown} is not known, only {s} {z} {x} {y} {r}`;
}
