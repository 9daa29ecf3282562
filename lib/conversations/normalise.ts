import type { Point } from "@/lib/core/geo";
import type { TalkEvent } from "./talk";

/** Tells where a point lies; the caller brings it (lib/areas). */
export type Locate = (point: Point, address: string | null) => { inside: boolean; areaKey: string | null };

/** A webhook event as LINE sent it (parsed JSON of unknown shape) as the talk sees it. Null: it has no usable id or time. */
export function normalise(raw: unknown, locate: Locate): TalkEvent | null {
  void raw;
  void locate;
  return null;
}
