import { groupByLikeness } from "../likeness";

/** A question that found nothing, or whose answer did not help: one line of `bot_misses`. */
export type Miss = {
  folded: string;
  /** As it was last asked, masked. */
  sample: string;
  unanswered: number;
  unhelpful: number;
  firstAt: Date;
  lastAt: Date;
  /** Settled once, and asked in vain again after publishing. */
  isBack: boolean;
};

/** Questions that are alike. The most asked one speaks for them. */
export type MissGroup = Pick<Miss, "unanswered" | "unhelpful" | "firstAt" | "lastAt" | "isBack"> & {
  first: Miss;
  misses: Miss[];
};

const times = (miss: Pick<Miss, "unanswered" | "unhelpful">): number => miss.unanswered + miss.unhelpful;

/** Groups by likeness, ranked by how often or how lately their questions were asked. */
export function groupMisses(misses: readonly Miss[], sort: "count" | "recent"): MissGroup[] {
  const ranked = [...misses].sort(
    (a, b) =>
      times(b) - times(a) || b.lastAt.getTime() - a.lastAt.getTime() || (a.folded < b.folded ? -1 : 1),
  );
  const groups = groupByLikeness(ranked).flatMap((members): MissGroup[] => {
    const [first] = members;
    if (!first) return [];
    const sum = (of: (miss: Miss) => number) => members.reduce((total, miss) => total + of(miss), 0);
    const at = (of: (miss: Miss) => Date) => members.map((miss) => of(miss).getTime());
    return [
      {
        first,
        misses: members,
        unanswered: sum((miss) => miss.unanswered),
        unhelpful: sum((miss) => miss.unhelpful),
        firstAt: new Date(Math.min(...at((miss) => miss.firstAt))),
        lastAt: new Date(Math.max(...at((miss) => miss.lastAt))),
        isBack: members.some((miss) => miss.isBack),
      },
    ];
  });
  const late = (a: MissGroup, b: MissGroup) => b.lastAt.getTime() - a.lastAt.getTime();
  const often = (a: MissGroup, b: MissGroup) => times(b) - times(a);
  return groups.sort((a, b) => (sort === "count" ? often(a, b) || late(a, b) : late(a, b) || often(a, b)));
}
