/** Where a picture lies (`https://…/media/<token>`, no slash at the end), its size, and its height at a width of 1040. */
export type MediaPlace = { base: string; width: number; height: number; heightAt1040: number };
export type MediaPlaces = Readonly<Record<string, MediaPlace | undefined>>;

/** LINE asks an image map's picture for in these widths, by number and without an extension. */
export const MAP_WIDTHS = [240, 300, 460, 700, 1040] as const;

/** What every uploaded picture is stored as; the last part of its public address. */
export const RENDITIONS = ["original.jpg", "preview.jpg", "card.jpg", ...MAP_WIDTHS.map(String)] as const;
export type Rendition = (typeof RENDITIONS)[number];

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** `/media/<token>/<rendition>` taken apart; null for everything else. */
export function parseMediaPath(path: string): { token: string; rendition: string } | null {
  const [, root, token = "", rendition = "", ...rest] = path.split("/");
  if (root !== "media" || rest.length > 0 || !TOKEN.test(token)) return null;
  return (RENDITIONS as readonly string[]).includes(rendition) ? { token, rendition } : null;
}
