import { boardOf } from "@/components/analytics/boards";
import { tableOf } from "@/components/analytics/card-table-of";
import { getTabView } from "@/lib/analytics/queries";
import { parseAnalyticsSearch, rangeOfSearch, TABS } from "@/lib/analytics/search";
import { findSketchText } from "@/lib/areas/queries";
import { routeStaff } from "@/lib/auth/gate";
import { csvResponse } from "@/lib/core/csv";
import { AppError } from "@/lib/core/errors";
import { isoDate } from "@/lib/core/time";

export const dynamic = "force-dynamic";

/** The numbers of one card as CSV, from the same object that the page draws. `as`: excel or cp932. */
export const GET = routeStaff<{ tab: string; card: string }>(
  "analytics.view",
  async (ctx, request, params) => {
    const query = request.nextUrl.searchParams;
    const tab = TABS.find((name) => name === params.tab);
    const range = rangeOfSearch(parseAnalyticsSearch(query), isoDate(ctx.now));
    const found = tab && (await getTabView(ctx, tab, range));
    const card = found && boardOf(found).cards.find(({ id }) => id === params.card);
    if (!card) throw new AppError("not-found", "card");
    const sketch = card.body.kind === "heat" ? await findSketchText(ctx) : null;
    const { from, to } = range.period;
    return csvResponse({
      ...tableOf(card, sketch),
      encoding: query.get("as") === "cp932" ? "cp932" : "utf-8",
      fileName: `${card.title}_${from}_${to}.csv`,
    });
  },
);
