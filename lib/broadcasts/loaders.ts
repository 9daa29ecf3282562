import "server-only";
import { z } from "zod";
import { orNotFound, requireStaff } from "@/lib/auth/gate";
import { can, reachOf } from "@/lib/auth/permission";
import { findCityProfile, listSections } from "@/lib/city/queries";
import { AppError } from "@/lib/core/errors";
import { isoDate } from "@/lib/core/time";
import { findMediaPlaces } from "@/lib/media/queries";
import { figuresFor, SMALL, told } from "@/lib/segments/figures";
import { countAudience, listNamedRules, listRuleChoices } from "@/lib/segments/queries";
import { ruleSentence } from "@/lib/segments/sentence";
import { countJump } from "./alike";
import { isEveryone, segmentsOfEveryone } from "./audience";
import { mediaIdsOf } from "./content";
import { listLeftOut } from "./correction/queries";
import {
  countBlocksAfter,
  findInsights,
  findPreviousCount,
  findSeries,
  listAlike,
  listCorrections,
  listEntries,
  listNames,
  listTesters,
} from "./desk/queries";
import { diffVersions } from "./diff";
import { lintContent } from "./lint";
import { countShelves, listBroadcasts } from "./list/queries";
import { parseListSearch } from "./list/search";
import { tellRow, tellVersion } from "./numbers";
import { getBroadcast, listVersions } from "./queries";
import { isQuietAt } from "./quiet";
import { getForecast } from "./quota/queries";
import { checkSchedule, firstDue, plannedAt } from "./schedule";
import * as status from "./status";

export async function loadBroadcasts(source: Record<string, string | string[] | undefined>) {
  const ctx = await requireStaff("broadcast.view");
  const search = parseListSearch(source);
  const [page, shelves] = await Promise.all([listBroadcasts(ctx, { search }), countShelves(ctx)]);
  return { now: ctx.now, search, page, shelves, mayWrite: can(ctx.actor, "broadcast.write").ok };
}

/** Where a new draft may belong: a section of one's own, or (null) the whole city. */
export async function loadNewBroadcast() {
  const ctx = await requireStaff("broadcast.write");
  const reach = reachOf(ctx.actor, "broadcast.write");
  const sections = await listSections(ctx);
  return {
    wholeCity: reach === "all",
    sections: sections
      .filter((section) => reach === "all" || reach.includes(section.id))
      .map(({ id, name }) => ({ id, name })),
  };
}

/** Everything the page of one broadcast shows, and what this person may do on it. */
export async function loadBroadcast(typed: string) {
  const ctx = await requireStaff("broadcast.view");
  const asked = { permission: "broadcast.view", target: { id: typed } } as const;
  const { row, standing, who } = await orNotFound(ctx, asked, async () => {
    const id = z.uuid().safeParse(typed).data;
    if (!id) throw new AppError("not-found", "broadcast");
    return getBroadcast(ctx, { id });
  });
  const { id } = row;
  const versions = await listVersions(ctx, { id });
  const version = versions.find((v) => v.version === row.version) ?? null;
  const before = versions.find((v) => v.version < (version?.version ?? Number.POSITIVE_INFINITY)) ?? null;
  const shown = version ?? row;
  const rule = shown.rule;
  const planned = plannedAt(shown.schedule, row.occurrenceAt);
  const passed = planned !== null && planned.getTime() <= ctx.now.getTime();
  const [
    audience,
    city,
    places,
    entries,
    testers,
    alike,
    previous,
    corrections,
    series,
    insights,
    choices,
    blocksAfter,
  ] = await Promise.all([
    countAudience(ctx, { rule, kind: row.kind }),
    findCityProfile(ctx),
    findMediaPlaces(ctx, { ids: mediaIdsOf(shown.content), base: "" }),
    listEntries(ctx, { id }),
    listTesters(ctx),
    listAlike(ctx, { row: { ...row, content: shown.content, rule } }),
    findPreviousCount(ctx, { row }),
    listCorrections(ctx, { id }),
    findSeries(ctx, { id: row.seriesId }),
    findInsights(ctx, { id }),
    listRuleChoices(ctx),
    countBlocksAfter(ctx, { row }),
  ]);
  const corrected = row.correctsId ? await getBroadcast(ctx, { id: row.correctsId }).catch(() => null) : null;
  const leftOut =
    corrected && row.version === null ? await listLeftOut(ctx, { row, corrected: corrected.row }) : [];
  const mayView = can(ctx.actor, "segment.small-counts").ok;
  const figures = figuresFor(audience, mayView);
  const shownRow = tellRow(row, mayView);
  const lastTold = previous === null ? null : told(previous, mayView);
  const forecast = await getForecast(ctx, {
    id,
    kind: row.kind,
    // What is frozen is what would go out.
    beside: row.countAtFreeze === null ? "planned" : "frozen",
    // What is left before and after must not tell a number that the person may not see.
    count: (row.countAtFreeze === null ? figures.total : shownRow.countAtFreeze) ?? 0,
    due: row.dueAt ?? (passed ? null : (planned ?? firstDue(shown.schedule, ctx.now))),
  });
  const wholeSegments = segmentsOfEveryone(await listNamedRules(ctx));
  const names = await listNames(ctx, [
    row.authorId,
    ...versions.flatMap((v) => [v.submittedBy, ...(v.decidedBy ? [v.decidedBy] : [])]),
  ]);
  return {
    now: ctx.now,
    staffId: ctx.actor.staffId,
    row: shownRow,
    version: version && tellVersion(version, mayView),
    diff: version && before ? { since: before.version, changes: diffVersions(before, version) } : null,
    returned: row.state === "returned" && versions[0] ? tellVersion(versions[0], mayView) : null,
    /** As this person may see it: small numbers are not told to everybody. */
    audience: figures,
    choices,
    today: isoDate(ctx.now),
    sentence: ruleSentence(rule, choices),
    everyone: isEveryone(rule, wholeSegments),
    wholeSegments,
    forecast,
    accountName: city?.accountName ?? "",
    places,
    entries,
    testers,
    corrections,
    corrected: corrected && {
      id: corrected.row.id,
      title: corrected.row.title,
      isGoingOut: corrected.row.state === "sending",
      firstAcceptedAt: corrected.row.firstAcceptedAt,
      /** Languages whose last message the draft began without. */
      leftOut,
    },
    series: series ?? null,
    insights,
    blocksAfter: told(blocksAfter ?? 0, mayView),
    names: Object.fromEntries(names),
    warnings: {
      findings: lintContent({ kind: row.kind, content: shown.content }),
      alike,
      jump: countJump(audience.total, previous === null ? null : (lastTold ?? SMALL)),
      previous: lastTold,
      schedule: checkSchedule(shown.schedule, row.kind, ctx.now),
      /** The approved time is over. */
      passed,
      quietNow: isQuietAt(ctx.now),
    },
    may: {
      edit: status.canEdit(standing, who).ok,
      submit: status.canSubmit(standing, who).ok,
      withdraw: status.canWithdraw(standing, who).ok,
      approve: status.canApprove(standing, who),
      schedule: status.canSchedule(standing, who).ok,
      scheduleLate: status.canScheduleLate(standing, who).ok,
      unschedule: status.canUnschedule(standing, who).ok,
      cancel: status.canCancel(standing, who).ok,
      emergency: status.canSendEmergency(standing, who).ok,
      approveAfter: status.canApproveAfter(standing, who),
      correct: status.canCorrect(standing, who).ok,
      copy: status.canCopy(standing, who).ok,
      test: status.canTest(standing, who).ok,
      explain:
        can(ctx.actor, "broadcast.control", row).ok &&
        (version?.decision === "approved" || row.frozenAt !== null),
      write: who.mayWrite,
    },
  };
}
export type LoadedBroadcast = Awaited<ReturnType<typeof loadBroadcast>>;
