import { NextResponse } from "next/server";
import { routeStaff } from "@/lib/auth/gate";
import { AppError } from "@/lib/core/errors";
import { clusterReports } from "@/lib/reports/queries";
import { parseBounds, parseReportSearch } from "@/lib/reports/search";

export const dynamic = "force-dynamic";

/** The list's filter as a query, and `view=south,west,north,east&zoom=13`: what the map draws there. */
export const GET = routeStaff(
  "report.view",
  async (ctx, request) => {
    const query = request.nextUrl.searchParams;
    const bounds = parseBounds(query.get("view"));
    const zoom = Number(query.get("zoom") ?? Number.NaN);
    if (!bounds || !Number.isFinite(zoom)) throw new AppError("invalid", "view or zoom");
    return NextResponse.json(await clusterReports(ctx, { filter: parseReportSearch(query), bounds, zoom }));
  },
  { background: true },
);
