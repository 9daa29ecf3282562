import { createHash } from "node:crypto";
import type { auditEntries, outbox, reportEntries, reports } from "@/db/schema";
import { idFrom } from "@/lib/core/id";
import { dueAt, searchTextOf } from "@/lib/reports/derive";
import { draftMessage, draftStatusMessage } from "@/lib/reports/messages";
import { formatReportNumber, numberYear } from "@/lib/reports/number";
import { contentOf } from "@/lib/reports/submit/content";
import type { CaseEvent } from "./casework";
import type { LifeReport } from "./life";

export type ReportInsert = typeof reports.$inferInsert;
export type EntryInsert = typeof reportEntries.$inferInsert;
export type OutboxInsert = typeof outbox.$inferInsert;
export type AuditInsert = typeof auditEntries.$inferInsert;
export type CaseRows = {
  report: ReportInsert;
  entries: EntryInsert[];
  outbox: OutboxInsert[];
  audit: AuditInsert[];
};

/** Names and ids of the city's rows, and who works there. */
export type Town = {
  labels: Map<string, string>;
  sectionNames: Map<number, string>;
  findArea: (report: LifeReport) => { areaId: number | null; source: ReportInsert["areaSource"] };
  findRoute: (categoryKey: string, areaId: number | null) => { sectionId: number; mailTo: string[] } | null;
  residents: { id: number; lineUserId: string }[];
  desk: { id: number; name: string };
  crewOf: (sectionId: number | null, key: string) => { id: number; name: string };
};

/** `U` and the MD5 of seed and number: the same residents as the LINE sandbox makes from this seed. */
export const residentLineId = (seed: string, n: number): string =>
  `U${createHash("md5").update(`${seed}:${n}`).digest("hex")}`;

export const reportIdOf = (key: string): string => idFrom(`report:${key}`);

const ACTIONS: Record<CaseEvent["kind"], string> = {
  assigned: "report.assign",
  note: "report.note",
  status: "report.change-status",
  message: "report.message",
};

/**
 * A message that went to the resident: in time, or as two of them fared, not surely or not at all. It is over, so its
 * words are gone (lib/outbox/commands.ts).
 */
function sentRow(
  key: string,
  report: LifeReport,
  town: Town,
  at: Date,
  kind: "reply" | "push",
): OutboxInsert {
  const resident = town.residents[report.resident ?? -1];
  return {
    id: idFrom(`outbox:${key}`),
    kind,
    dedupeKey: `seed:${key}`,
    friendId: resident?.id ?? null,
    lineUserId: resident?.lineUserId ?? null,
    reportId: reportIdOf(report.key),
    payload: "[]",
    retryKey: kind === "push" ? idFrom(`retry:${key}`) : null,
    state: "sent",
    attempts: 1,
    firstAttemptAt: at,
    nextAttemptAt: at,
    httpStatus: 200,
    sentAt: new Date(at.getTime() + 700),
    createdAt: at,
  };
}

/** One case as rows, just as the commands of lib/reports would have written them at the time. */
export function rowsOf(
  report: LifeReport,
  running: number,
  town: Town,
  numberOf: Map<string, string>,
): CaseRows {
  const id = reportIdOf(report.key);
  const number = formatReportNumber(numberYear(report.receivedAt), running);
  numberOf.set(report.key, number);
  const byLine = report.source === "line";
  const content = contentOf(report.submission);
  const answers = byLine ? content.answers : [];
  const area = town.findArea(report);
  const route = town.findRoute(content.categoryKey, area.areaId);
  const sectionId = route?.sectionId ?? null;
  const crew = town.crewOf(sectionId, report.key);
  const topLabel = town.labels.get(content.categoryKey) ?? content.categoryKey;
  const subLabel = content.subcategoryKey ? (town.labels.get(content.subcategoryKey) ?? null) : null;
  const forMessage = { number, categoryKey: content.categoryKey, topLabel };
  const entries: EntryInsert[] = [
    {
      reportId: id,
      at: report.receivedAt,
      kind: "submitted",
      visibility: "public",
      actorKind: byLine ? "friend" : "staff",
      actorId: byLine ? null : town.desk.id,
      toStatus: "received",
      requestKey: `submitted:${report.key}`,
    },
  ];
  const outbox: OutboxInsert[] = [];
  const audit: AuditInsert[] = [
    {
      at: report.receivedAt,
      actorKind: byLine ? "friend" : "staff",
      actorId: byLine ? report.resident : town.desk.id,
      action: "report.submit",
      subjectKind: "report",
      subjectId: id,
    },
  ];
  if (byLine) outbox.push(sentRow(`${report.key}:receipt`, report, town, report.receivedAt, "reply"));

  const state = {
    status: "received" as ReportInsert["status"],
    statusAt: report.receivedAt,
    revision: 1,
    assigneeId: null as number | null,
  };
  const say = (
    event: CaseEvent,
    actorId: number,
    text: string,
    toStatus: EntryInsert["toStatus"],
    step: number,
  ) => {
    const row = sentRow(`${report.key}:message-${step}`, report, town, event.at, "push");
    outbox.push(row);
    entries.push({
      reportId: id,
      at: event.at,
      kind: "message",
      visibility: "public",
      actorKind: "staff",
      actorId,
      toStatus,
      body: text,
      outboxId: row.id,
    });
  };
  for (const [step, event] of report.events.entries()) {
    const actor = event.by === "desk" ? town.desk : crew;
    const common = {
      reportId: id,
      at: event.at,
      visibility: "internal" as const,
      actorKind: "staff" as const,
      actorId: actor.id,
    };
    if (event.kind === "assigned") {
      state.revision += 1;
      state.assigneeId = crew.id;
      entries.push({
        ...common,
        kind: "assigned",
        body: [sectionId === null ? "課なし" : town.sectionNames.get(sectionId), crew.name].join(" / "),
      });
    } else if (event.kind === "note") {
      entries.push({ ...common, kind: "note", body: event.text });
    } else if (event.kind === "message") {
      say(event, actor.id, draftMessage(forMessage, event.template), null, step);
    } else {
      state.revision += 1;
      state.status = event.to;
      state.statusAt = event.at;
      const original =
        event.to === "duplicate" && report.duplicateOf ? numberOf.get(report.duplicateOf) : undefined;
      entries.push({
        ...common,
        kind: "status",
        fromStatus: event.from,
        toStatus: event.to,
        body: [original, event.reason].filter(Boolean).join("\n"),
        silentReason: event.tell ? null : event.silent,
      });
      if (event.tell) say(event, actor.id, draftStatusMessage(forMessage, event.to), event.to, step);
    }
    audit.push({
      at: event.at,
      actorKind: "staff",
      actorId: actor.id,
      action: ACTIONS[event.kind],
      subjectKind: "report",
      subjectId: id,
    });
  }
  if (byLine && route) {
    for (const address of new Set(route.mailTo)) {
      const key = `mail:arrival:${id}:${address}`;
      const at = new Date(report.receivedAt.getTime() + 2_400);
      outbox.push({
        id: idFrom(`outbox:${key}`),
        kind: "mail",
        dedupeKey: key,
        mailTo: address,
        reportId: id,
        payload: JSON.stringify({ type: "arrival", reportId: id, messageKey: idFrom(key) }),
        state: "sent",
        attempts: 1,
        firstAttemptAt: at,
        nextAttemptAt: at,
        sentAt: at,
        createdAt: report.receivedAt,
      });
    }
  }
  return {
    entries,
    outbox,
    audit,
    report: {
      id,
      number,
      source: report.source,
      sourceKey: report.key,
      friendId: town.residents[report.resident ?? -1]?.id ?? null,
      scenarioKey: byLine ? report.submission.scenarioKey : null,
      scenarioVersion: byLine ? report.submission.scenarioVersion : null,
      ...content,
      answers,
      areaId: area.areaId,
      areaSource: area.areaId === null ? null : area.source,
      receivedAt: report.receivedAt,
      status: state.status,
      statusAt: state.statusAt,
      sectionId,
      assigneeId: state.assigneeId,
      priority: report.priority,
      dueAt: dueAt(report.receivedAt, report.priority),
      duplicateOfId: report.duplicateOf ? reportIdOf(report.duplicateOf) : null,
      photoCount: report.photos.length,
      revision: state.revision,
      searchText: searchTextOf({ number, labels: [topLabel, subLabel], ...content, answers }),
      updatedAt: report.events.at(-1)?.at ?? report.receivedAt,
    },
  };
}
