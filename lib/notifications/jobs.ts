import { findCityProfile } from "@/lib/city/queries";
import type { Ctx } from "@/lib/core/context";
import type { MailOutcome } from "@/lib/outbox/outcome";
import { listScenarioVersions } from "@/lib/scenarios/queries";
import type { Storage } from "@/lib/storage/gateway";
import { buildArrivalMail, seenInMail } from "./mail";
import { arrivalPayload, isSingleAddress } from "./payload";
import { findReportForMail } from "./queries";
import type { MailGateway } from "./smtp-gateway";

/** How long a mail waits for its report's first picture before it goes without. */
const PHOTO_PATIENCE_MS = 20_000;
const CID = "photo";

export type MailGateways = {
  smtp: MailGateway;
  storage: Pick<Storage, "get">;
  appUrl: string;
};
export type MailRow = { mailTo: string; payload: unknown; reportId: string | null; ageMs: number };

type Found = NonNullable<Awaited<ReturnType<typeof findReportForMail>>>;

async function firstThumbnail(found: Found, storage: MailGateways["storage"]): Promise<Buffer | null> {
  const key = found.photos.find((photo) => photo.state === "ready" && photo.thumbKey)?.thumbKey;
  return key ? storage.get(key) : null;
}

/** What a resident typed may name people and stays in the console; what they chose from buttons goes into the mail. */
async function chosenAnswers(ctx: Ctx, found: Found): Promise<Found["answers"]> {
  if (found.scenarioKey === null || found.scenarioVersion === null) return [];
  const versions = await listScenarioVersions(ctx);
  const walked = versions.find((v) => v.key === found.scenarioKey && v.version === found.scenarioVersion);
  const chosen = new Set(
    walked?.definition.steps
      .filter((step) => step.kind === "choice" || step.kind === "band")
      .map((step) => step.id),
  );
  return found.answers.filter((answer) => chosen.has(answer.stepId));
}

/**
 * Sends one mail of the outbox. Answers with what came of it and throws only when the database does; the worker that
 * holds the row writes the outcome down.
 */
export async function deliverMail(ctx: Ctx, row: MailRow, gateways: MailGateways): Promise<MailOutcome> {
  const payload = arrivalPayload.safeParse(row.payload);
  if (!payload.success) return { kind: "failed", error: "bad-payload" };
  if (!isSingleAddress(row.mailTo)) return { kind: "failed", error: "bad-address" };
  const found = await findReportForMail(ctx, { reportId: payload.data.reportId });
  if (!found) return { kind: "failed", error: "report-gone" };

  const waiting = found.photos.some((photo) => photo.state === "waiting");
  const thumbnail = await firstThumbnail(found, gateways.storage);
  if (!thumbnail && waiting && row.ageMs < PHOTO_PATIENCE_MS)
    return { kind: "retry", error: "waiting-for-photo" };

  const { smtp, appUrl } = gateways;
  const profile = await findCityProfile(ctx);
  const mail = buildArrivalMail({
    cityName: profile?.name ?? "",
    number: found.number,
    categoryLabel: [found.topLabel ?? found.categoryKey, found.subLabel].filter(Boolean).join(" > "),
    areaName: found.areaName,
    hasAddress: found.address !== null,
    point: found.lat === null || found.lng === null ? null : { lat: found.lat, lng: found.lng },
    seenText: seenInMail(found.seenText),
    receivedAt: found.receivedAt,
    sectionName: found.sectionName,
    high: found.priority === "high",
    answers: await chosenAnswers(ctx, found),
    hasOwnWords: found.body.trim() !== "",
    photo: thumbnail
      ? { kind: "attached", count: found.photos.length, cid: CID }
      : { kind: waiting ? "waiting" : "none" },
    caseUrl: `${appUrl}/reports/${encodeURIComponent(found.number)}`,
  });
  const answer = await smtp.send({
    ...mail,
    to: row.mailTo,
    messageId: `arrival.${payload.data.messageKey}@${
      smtp.from
        .split("@")
        .pop()
        ?.replace(/[^\w.-]/g, "") || "madoguchi"
    }`,
    inline: thumbnail ? [{ cid: CID, fileName: `${found.number}.jpg`, bytes: thumbnail }] : [],
  });
  if (answer.kind === "sent") return { kind: "sent" };
  return { kind: answer.kind === "refused" ? "failed" : "retry", error: answer.error };
}
