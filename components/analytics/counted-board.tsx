import { tilesFrom } from "@/components/map/map-data";
import type { LoadedAnalytics } from "@/lib/analytics/loaders";
import { fixedSearch, toAnalyticsParams } from "@/lib/analytics/search";
import { Board } from "./board";
import { boardOf } from "./boards";
import { GRANULARITY_LABELS, TAB_LABELS, analyticsLabels as t } from "./labels";
import { News } from "./news";
import type { CardSetting } from "./setting";
import { periodWords } from "./words";

/** Waits for the numbers of a tab and shows its cards. */
export async function CountedBoard({ loaded }: { loaded: Omit<LoadedAnalytics, "now" | "tabs"> }) {
  const { search, range, today, cityName, opensBroadcasts } = loaded;
  const { view: found, sketch, tileUrl } = await loaded.board;
  if (!found) return null;
  const period = periodWords(range.period);
  const setting: CardSetting = {
    query: toAnalyticsParams({ ...fixedSearch(search, range), tables: [] }).toString(),
    tab: search.tab,
    period,
    against: range.against && periodWords(range.against),
    source: t.source(cityName, `${TAB_LABELS[search.tab]}・${period}`),
    axis: { range, today },
    map: sketch === null ? null : { sketch, tiles: tilesFrom(tileUrl) },
    opensBroadcasts,
  };
  const within = found.tab === "reports" ? found.view.sections : null;
  const { against } = setting;
  const [tab, granularity] = [TAB_LABELS[search.tab], GRANULARITY_LABELS[range.granularity]];
  return (
    <>
      <Board
        board={boardOf(found)}
        setting={setting}
        tables={search.tables}
        above={within ? t.sections(within.map((section) => section.name).join("・")) : undefined}
      />
      <News words={t.arrived({ tab, period, against, granularity })} />
    </>
  );
}
