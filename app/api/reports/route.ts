import { NextResponse } from "next/server";
import { routeStaff } from "@/lib/auth/gate";
import { countWithoutPoint, listReports, summarizeReports } from "@/lib/reports/queries";
import { parseReportSearch } from "@/lib/reports/search";

export const dynamic = "force-dynamic";

/**
 * The list's page and counts again, for an open list that heard of a change: the same filter as the page's address. A
 * failure leaves what is on the screen, and asking keeps no session awake.
 */
export const GET = routeStaff(
  "report.view",
  async (ctx, request) => {
    const filter = parseReportSearch(request.nextUrl.searchParams);
    const [page, summary, withoutPoint] = await Promise.all([
      listReports(ctx, { filter }),
      summarizeReports(ctx, { filter: { ...filter, status: [] } }),
      countWithoutPoint(ctx, { filter }),
    ]);
    return NextResponse.json({ now: ctx.now, page, summary, withoutPoint });
  },
  { background: true },
);
