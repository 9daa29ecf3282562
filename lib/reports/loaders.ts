import "server-only";
import { findSketchText } from "@/lib/areas/queries";
import { orNotFound, requireStaff } from "@/lib/auth/gate";
import { findCityProfile, listAreas, listCategories, listSections } from "@/lib/city/queries";
import { env } from "@/lib/core/env";
import { listWorkers } from "./casework/queries";
import { recordOpening } from "./detail/commands";
import { getReportByNumber, listNearbyReports } from "./detail/queries";
import { parseReportNumber } from "./number";
import { countWithoutPoint, listReports, summarizeReports } from "./queries";
import { abilitiesOn, reportScope } from "./scope";
import { parseReportSearch, type SearchSource } from "./search";

/** Reports this near are shown beside a case: the far side of a crossing, not the next one. */
const NEARBY_METERS = 80;

/** What the toolbar offers to filter by. */
const loadFacets = async (ctx: Parameters<typeof listAreas>[0]) => {
  const [areas, sections, categories] = await Promise.all([
    listAreas(ctx),
    listSections(ctx),
    listCategories(ctx),
  ]);
  return { areas, sections, categories };
};

/** The list page: one page of rows, counts, what to filter by, and what the map stands on. */
export async function loadReports(source: SearchSource) {
  const ctx = await requireStaff("report.view");
  const filter = parseReportSearch(source);
  const [page, summary, withoutPoint, facets, city, sketch] = await Promise.all([
    listReports(ctx, { filter }),
    summarizeReports(ctx, { filter: { ...filter, status: [] } }),
    countWithoutPoint(ctx, { filter }),
    loadFacets(ctx),
    findCityProfile(ctx),
    findSketchText(ctx),
  ]);
  return {
    now: ctx.now,
    filter,
    page,
    summary,
    withoutPoint,
    facets,
    cityName: city?.name ?? "",
    sketch,
    tileUrl: env().MAP_TILE_URL,
  };
}

/** One case, and its opening in the audit. What the person may not see does not exist for them. */
export async function loadReport(typed: string) {
  const ctx = await requireStaff("report.view");
  const number = parseReportNumber(typed) ?? "";
  const asked = { permission: "report.view", target: { number } } as const;
  const report = await orNotFound(ctx, asked, () => getReportByNumber(ctx, { number }));
  const sectionId = report.section?.id ?? null;
  const nearby = report.point
    ? await listNearbyReports(ctx, {
        point: report.point,
        radiusMeters: NEARBY_METERS,
        except: number,
        category: report.category,
      })
    : [];
  const sections = await listSections(ctx);
  const workers = await listWorkers(ctx);
  const sketch = await findSketchText(ctx);
  const city = await findCityProfile(ctx);
  await recordOpening(ctx, { reportId: report.id });
  return {
    now: ctx.now,
    staffId: ctx.actor.staffId,
    /** False: cases of other sections do not exist for this person. */
    seesAll: reportScope(ctx.actor).kind === "all",
    accountName: city?.accountName ?? "",
    report,
    nearby,
    sections: sections.map(({ id, name }) => ({ id, name })),
    workers,
    abilities: abilitiesOn(ctx.actor, { status: report.status, sectionId }),
    sketch,
    tileUrl: env().MAP_TILE_URL,
  };
}
export type LoadedReport = Awaited<ReturnType<typeof loadReport>>;
