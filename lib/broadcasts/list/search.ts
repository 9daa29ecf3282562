import { z } from "zod";
import { BROADCAST_KINDS, type BroadcastKind, type BroadcastState } from "@/db/enums";

/** What a person looks for in the list: not thirteen states, but where something has to be done. */
export const SHELVES = ["all", "draft", "waiting", "planned", "running", "done", "cancelled"] as const;
export type Shelf = (typeof SHELVES)[number];

export const STATES_OF: Record<Exclude<Shelf, "all">, readonly BroadcastState[]> = {
  draft: ["draft", "returned"],
  waiting: ["submitted"],
  planned: ["approved", "scheduled", "late"],
  running: ["held", "sending", "paused"],
  done: ["sent", "partly_failed", "stopped"],
  cancelled: ["cancelled"],
};

export type ListSearch = { shelf: Shelf; kind: BroadcastKind | null; after: { at: Date; id: string } | null };

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
const AFTER = /^(\d{1,15})_([0-9a-f-]{36})$/;

/** The list's address, read; anything unknown in it counts as not said. */
export function parseListSearch(source: Record<string, string | string[] | undefined>): ListSearch {
  const after = AFTER.exec(one(source.after) ?? "");
  return {
    shelf: z.enum(SHELVES).catch("all").parse(one(source.shelf)),
    kind: z
      .enum(BROADCAST_KINDS)
      .nullable()
      .catch(null)
      .parse(one(source.kind) ?? null),
    after: after?.[1] && after[2] ? { at: new Date(Number(after[1])), id: after[2] } : null,
  };
}

export function listHref(search: ListSearch): string {
  const query = new URLSearchParams();
  if (search.shelf !== "all") query.set("shelf", search.shelf);
  if (search.kind) query.set("kind", search.kind);
  if (search.after) query.set("after", `${search.after.at.getTime()}_${search.after.id}`);
  const text = query.toString();
  return text ? `/broadcasts?${text}` : "/broadcasts";
}
