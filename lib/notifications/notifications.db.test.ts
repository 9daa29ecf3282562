import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { outbox, reportPhotos, reports, scenarios, scenarioVersions } from "@/db/schema";
import { systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { makeReport, makeTown } from "@/lib/reports/testing/city";
import { enqueueArrivalMails } from "./commands";
import { deliverMail } from "./jobs";
import { listReportMails } from "./queries";
import type { MailAnswer, OutgoingMail } from "./smtp-gateway";

const base = testDatabase();
const ctx = () => systemContext(base.db, "outbox");
beforeAll(async () => {
  await makeTown(base.db);
});

function gateways(answer: MailAnswer = { kind: "sent" }, thumbnail: Buffer | null = Buffer.from("jpeg")) {
  const sent: OutgoingMail[] = [];
  const smtp = {
    from: "madoguchi@city.example",
    close: () => {},
    send: async (mail: OutgoingMail) => {
      sent.push(mail);
      return answer;
    },
  };
  return { sent, with: { smtp, storage: { get: async () => thumbnail }, appUrl: "http://localhost:3000" } };
}
const payloadFor = (reportId: string) => ({ type: "arrival", reportId, messageKey: randomUUID() });
const rowFor = (reportId: string, ageMs = 0) => ({
  mailTo: "road@example.jp",
  payload: payloadFor(reportId),
  reportId,
  ageMs,
});
const photo = (reportId: string, state: "waiting" | "ready", position = 0) =>
  base.db.insert(reportPhotos).values({
    id: randomUUID(),
    reportId,
    position,
    state,
    ...(state === "ready" ? { thumbKey: "photos/a.jpg" } : {}),
  });

describe("mails on arrival", () => {
  it("are one for each address of the branch, once", async () => {
    const report = await makeReport(base.db, { categoryKey: "road" });
    const input = { reportId: report.id, categoryKey: "road", areaId: null };
    expect(await enqueueArrivalMails(ctx(), input)).toBe(2);
    expect(await enqueueArrivalMails(ctx(), input)).toBe(0);
    const mails = await listReportMails(ctx(), { reportId: report.id });
    expect(mails.map((m) => [m.mailTo, m.delivery.state]).sort()).toEqual([
      ["duty@example.jp", "pending"],
      ["road@example.jp", "pending"],
    ]);
    const rows = await base.db.select().from(outbox).where(eq(outbox.reportId, report.id));
    expect(rows.map((row) => Object.keys(JSON.parse(row.payload)).sort())).toEqual(
      rows.map(() => ["messageKey", "reportId", "type"]),
    );
  });

  it("are none where nobody is named, or no branch is known", async () => {
    const report = await makeReport(base.db, { categoryKey: "park" });
    for (const categoryKey of ["park", "unknown"]) {
      expect(await enqueueArrivalMails(ctx(), { reportId: report.id, categoryKey, areaId: null })).toBe(0);
    }
  });
});

describe("sending one", () => {
  it("waits a little for the first picture, then goes without", async () => {
    const report = await makeReport(base.db);
    await photo(report.id, "waiting");
    const early = gateways();
    expect(await deliverMail(ctx(), rowFor(report.id, 3_000), early.with)).toEqual({
      kind: "retry",
      error: "waiting-for-photo",
    });
    expect(early.sent).toEqual([]);
    const late = gateways();
    expect(await deliverMail(ctx(), rowFor(report.id, 21_000), late.with)).toEqual({ kind: "sent" });
    expect(late.sent[0]?.inline).toEqual([]);
    expect(late.sent[0]?.text).toContain("取得を待っています");
  });

  it("carries the picture inline, and the same Message-ID at every attempt", async () => {
    const report = await makeReport(base.db);
    await photo(report.id, "ready");
    const { sent, with: given } = gateways({ kind: "later", error: "smtp-451" });
    const row = rowFor(report.id);
    expect(await deliverMail(ctx(), row, given)).toEqual({ kind: "retry", error: "smtp-451" });
    expect(await deliverMail(ctx(), row, given)).toEqual({ kind: "retry", error: "smtp-451" });
    expect(sent[0]?.inline[0]).toMatchObject({ cid: "photo", fileName: `${report.number}.jpg` });
    expect(sent[0]?.html).toContain("cid:photo");
    expect(sent[0]?.messageId).toBe(sent[1]?.messageId);
    expect(sent[0]?.messageId).toMatch(/^arrival\.[0-9a-f-]{36}@city\.example$/);
  });

  it("holds back hidden pictures and what the resident typed", async () => {
    const step = { id: "road-what", label: { ja: "内容" } };
    await base.db.insert(scenarios).values({ key: "typed", title: "t", publishedVersion: 1 });
    await base.db.insert(scenarioVersions).values({
      scenarioKey: "typed",
      version: 1,
      definition: {
        key: "typed",
        title: { ja: "t" },
        opening: { ja: "o" },
        triggers: ["t"],
        shortcuts: [],
        requires: {},
        start: "item",
        steps: [
          {
            kind: "choice",
            id: "item",
            label: { ja: "種類" },
            prompt: { ja: "?" },
            options: [{ key: "a", label: { ja: "穴" }, next: "road-what" }],
          },
          {
            kind: "text",
            ...step,
            prompt: { ja: "?" },
            required: true,
            maxLength: 200,
            body: false,
            next: "end",
          },
          { kind: "confirm", id: "end", prompt: { ja: "?" }, thanks: { ja: "!" } },
        ],
      },
    });
    const report = await makeReport(base.db, {
      scenarioKey: "typed",
      scenarioVersion: 1,
      body: "山田の家の前です",
      address: "山田さんの家の前",
      lat: null,
      lng: null,
      seenText: "11月21日(土)（きのう山田さんが見た）",
      answers: [
        { stepId: "item", label: "種類", display: "穴" },
        { stepId: "road-what", label: "内容", display: "山田 090-0000-0000" },
      ],
    });
    await base.db.insert(reportPhotos).values({
      id: randomUUID(),
      reportId: report.id,
      state: "ready",
      thumbKey: "photos/h.jpg",
      hidden: true,
    });
    const { sent, with: given } = gateways();
    expect(await deliverMail(ctx(), rowFor(report.id), given)).toEqual({ kind: "sent" });
    const all = `${sent[0]?.subject}${sent[0]?.text}${sent[0]?.html}`;
    expect(all).toContain("種類");
    expect(all).toContain("11月21日(土)");
    expect(all).toContain("住所や目印は、画面で読んでください");
    expect(all).not.toMatch(/山田|090/);
    expect(sent[0]?.inline).toEqual([]);
  });

  it.each([
    [
      { kind: "refused", error: "smtp-550" },
      { kind: "failed", error: "smtp-550" },
    ],
    [
      { kind: "later", error: "smtp-econnection" },
      { kind: "retry", error: "smtp-econnection" },
    ],
  ] as const)("turns the server's answer %j into an outcome", async (answer, outcome) => {
    const report = await makeReport(base.db);
    expect(await deliverMail(ctx(), rowFor(report.id), gateways(answer).with)).toEqual(outcome);
  });

  it("gives up what can never be sent", async () => {
    const report = await makeReport(base.db);
    const { with: given } = gateways();
    const cases = [
      [{ ...rowFor(report.id), payload: { type: "other" } }, "bad-payload"],
      [{ ...rowFor(report.id), mailTo: "a@b.jp\r\nBcc: c@d.jp" }, "bad-address"],
      [rowFor(randomUUID()), "report-gone"],
    ] as const;
    for (const [row, error] of cases)
      expect(await deliverMail(ctx(), row, given)).toEqual({ kind: "failed", error });
    expect(await base.db.select().from(reports).where(eq(reports.id, report.id))).toHaveLength(1);
  });
});
