import type { Journal } from "../journal";
import type { Ledger, LedgerRow } from "./ledger";
import { PARTS } from "./talk";

/** LINE counts what happens within so many days of the sending. */
const COUNTED_MS = 14 * 24 * 3_600_000;
/** Fewer people than this: LINE does not say how many. */
const FEWEST = 20;

type View = { upTo: number; now: number };
type Click = { i: number; seq: number; part: number; url: string; now: number };

type UnitFigures = {
  overview: Record<
    "uniqueImpression" | "uniqueClick" | "uniqueMediaPlayed" | "uniqueMediaPlayed100Percent",
    number | null
  >;
  messages: Record<string, number | null>[];
  clicks: Record<string, number | string | null>[];
};

export type Insight = {
  /** What the recipients of this unit's messages saw and tapped in [`since`, `until`). */
  ofUnit(unit: string, since: number, until: number): UnitFigures;
};

/** Whose phone showed what, and which links were opened, as the sandbox's residents did it. */
export function createInsight(journal: Journal, ledger: Ledger): Insight {
  const views = new Map<number, View[]>();
  const clicks: Click[] = [];
  journal.on("viewed", ({ i, seq, now }) => {
    views.set(i, [...(views.get(i) ?? []), { upTo: seq, now }]);
  });
  journal.on("clicked", (click) => {
    clicks.push(click);
  });

  const seenAt = (row: LedgerRow, i: number, part: number): number | null =>
    row.recipients.includes(i) && !row.missed?.has(i)
      ? (views.get(i)?.find((view) => view.upTo >= row.seq * PARTS + part)?.now ?? null)
      : null;
  const told = (n: number, people: number): number | null => (people < FEWEST ? null : n);

  return {
    ofUnit(unit, since, until) {
      const rows = ledger.rows.filter((row) => row.units.includes(unit));
      const counts = (row: LedgerRow, at: number | null): at is number =>
        at !== null && at >= since && at < until && at < row.now + COUNTED_MS;
      const parts = Math.max(0, ...rows.map((row) => ledger.body(row.body).messages.length));
      const viewers = Array.from({ length: parts }, () => new Set<number>());
      for (const row of rows)
        for (const i of views.keys())
          for (let part = 0; part < parts; part += 1)
            if (counts(row, seenAt(row, i, part))) viewers[part]?.add(i);
      const tapped = clicks.filter((click) => {
        const row = rows.find((each) => each.seq === click.seq);
        return row !== undefined && counts(row, click.now);
      });
      const people = (of: Click[]) => new Set(of.map((click) => click.i)).size;
      const everybody = new Set(viewers.flatMap((each) => [...each])).size;
      const keys = [...new Set(tapped.map(({ part, url }) => JSON.stringify([part, url])))].sort();
      return {
        overview: {
          uniqueImpression: told(everybody, everybody),
          uniqueClick: told(people(tapped), people(tapped)),
          uniqueMediaPlayed: null,
          uniqueMediaPlayed100Percent: null,
        },
        messages: viewers.map((each, part) => ({ seq: part + 1, impression: told(each.size, each.size) })),
        clicks: keys.map((key) => {
          const [part, url] = JSON.parse(key) as [number, string];
          const own = tapped.filter((click) => click.part === part && click.url === url);
          const any = people(tapped.filter((click) => click.url === url));
          return {
            seq: part + 1,
            url,
            click: told(own.length, people(own)),
            uniqueClick: told(people(own), people(own)),
            uniqueClickOfRequest: told(any, any),
          };
        }),
      };
    },
  };
}
