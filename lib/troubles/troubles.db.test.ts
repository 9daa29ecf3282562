import { randomUUID } from "node:crypto";
import { eq, inArray, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Role } from "@/db/enums";
import { auditEntries, inboxLeases, lineEvents, outbox } from "@/db/schema";
import { loadCityMap } from "@/lib/areas/commands";
import { systemContext } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { testDatabase } from "@/lib/core/testing/database";
import {
  dismissParkedEvent,
  MAX_EVENT_ATTEMPTS,
  retryParkedEvent,
  retryParkedEvents,
} from "@/lib/inbox/commands";
import type { InboxTools } from "@/lib/inbox/jobs";
import { listParkedEvents } from "@/lib/inbox/queries";
import { createContentStore } from "@/lib/inbox/store";
import { newUser, receiveIn, webhook, workThrough } from "@/lib/inbox/testing/webhook";
import { claimOutbox, resendMail } from "@/lib/outbox/commands";
import { loadCityContent } from "@/lib/presets/commands";
import { kumamoto } from "@/lib/presets/kumamoto/city";
import { kumamotoSketch } from "@/lib/presets/kumamoto/map";
import { makeReport, makeStaff } from "@/lib/reports/testing/city";
import { countTroubles, listUndelivered } from "./queries";

const database = testDatabase();
const ctx = () => systemContext(database.db, "test");
type Staff = Awaited<ReturnType<typeof makeStaff>>;
let triage: Staff;
let sectionIds: number[];

const person = (role: Role, sectionId: number | null) => makeStaff(database.db, role, [{ role, sectionId }]);

beforeAll(async () => {
  await loadCityContent(ctx(), kumamoto);
  await loadCityMap(ctx(), kumamotoSketch);
  const sections = await database.db.query.sections.findMany({ columns: { id: true } });
  sectionIds = sections.map((section) => section.id);
  triage = await person("triage", null);
});
beforeEach(async () => {
  await database.db.delete(lineEvents);
  await database.db.delete(inboxLeases);
  await database.db.delete(outbox);
});

const SECRET = "田中です、090-0000-0000まで";
const { event } = webhook(Date.UTC(2026, 10, 22, 14, 40));
/** An event as LINE sends it, of a resident of its own. */
const lineEvent = (
  body: object = { type: "message", message: { id: "1", type: "text", text: "市民レポート" } },
) => event(newUser(), 1, body);
const receive = (...events: object[]) => receiveIn(database, ...events);

async function receiveParked(n: number, body?: object): Promise<string[]> {
  const events = Array.from({ length: n }, () => lineEvent(body));
  await receive(...events);
  const ids = events.map((e) => e.webhookEventId);
  await database.db
    .update(lineEvents)
    .set({ state: "parked", attempts: MAX_EVENT_ATTEMPTS, lastError: "TypeError" })
    .where(inArray(lineEvents.webhookEventId, ids));
  return ids;
}

const work = (content: InboxTools["content"]): Promise<number> =>
  workThrough(database, { owner: randomUUID(), leaseMs: 20_000, content, language: async () => null });
const eventRow = async (id: string) =>
  (await database.db.select().from(lineEvents).where(eq(lineEvents.webhookEventId, id)))[0];
const auditOf = (subjectId: string) =>
  database.db
    .select({
      action: auditEntries.action,
      actorId: auditEntries.actorId,
      subjectKind: auditEntries.subjectKind,
      fields: auditEntries.fields,
    })
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, subjectId));

describe("an event that could not be processed", () => {
  it("is parked by a fault, and processed by a retry once the fault is mended", async () => {
    const event = lineEvent();
    await receive(event);
    const id = event.webhookEventId;
    const broken = async (): Promise<never> => {
      throw new TypeError("the content cannot be read");
    };
    for (let i = 0; i < MAX_EVENT_ATTEMPTS; i++) {
      await work(broken);
      await database.db.update(lineEvents).set({ nextAttemptAt: sql`now()` });
    }
    expect(await eventRow(id)).toMatchObject({ state: "parked", attempts: 5, lastError: "TypeError" });
    expect(await countTroubles(ctx())).toEqual({ parked: 1, unknown: 0, failed: 0 });

    expect(await retryParkedEvent(triage, { id })).toEqual({ ok: true, value: { id } });
    expect(await eventRow(id)).toMatchObject({ state: "pending", attempts: 0 });
    await work(createContentStore(database.db));
    expect(await eventRow(id)).toMatchObject({ state: "done", lastError: null });
    const replies = await database.db.select().from(outbox).where(eq(outbox.lineUserId, event.source.userId));
    expect(replies).toMatchObject([{ kind: "reply", dedupeKey: `reply:${id}` }]);
    expect(await countTroubles(ctx())).toEqual({ parked: 0, unknown: 0, failed: 0 });
    expect(await auditOf(id)).toEqual([
      {
        action: "inbox.retry",
        actorId: triage.actor.staffId,
        subjectKind: "line-event",
        fields: ["state", "attempts"],
      },
    ]);
  });

  it("has all its tries again, and is parked again while the fault lasts", async () => {
    const [id = ""] = await receiveParked(1);
    await retryParkedEvent(triage, { id });
    for (let i = 0; i < MAX_EVENT_ATTEMPTS; i++) {
      expect((await eventRow(id))?.state).toBe("pending");
      await work(async () => {
        throw new RangeError();
      });
      await database.db.update(lineEvents).set({ nextAttemptAt: sql`now()` });
    }
    expect(await eventRow(id)).toMatchObject({ state: "parked", lastError: "RangeError" });
  });

  it("is retried once when two people ask at once; the other one is told", async () => {
    const [id = ""] = await receiveParked(1);
    const answers = await Promise.all([retryParkedEvent(triage, { id }), retryParkedEvent(triage, { id })]);
    expect(answers.map((a) => a.ok).sort()).toEqual([false, true]);
    expect(answers.find((a) => !a.ok)).toMatchObject({
      reason: "not-parked",
      message: expect.stringContaining("ほかの人"),
    });
    expect(await auditOf(id)).toHaveLength(1);
    expect(await retryParkedEvent(triage, { id: "no-such-event" })).toMatchObject({ reason: "not-parked" });
  });

  it("is retried with all the others, and only those", async () => {
    const parked = await receiveParked(3);
    const waiting = lineEvent();
    const done = lineEvent();
    await receive(waiting, done);
    await database.db
      .update(lineEvents)
      .set({ state: "done" })
      .where(eq(lineEvents.webhookEventId, done.webhookEventId));
    expect(await retryParkedEvents(triage)).toEqual({ ok: true, value: { retried: 3, left: 0 } });
    for (const id of parked) {
      expect((await eventRow(id))?.state).toBe("pending");
      expect(await auditOf(id)).toHaveLength(1);
    }
    expect((await eventRow(done.webhookEventId))?.state).toBe("done");
    expect(await retryParkedEvents(triage)).toMatchObject({ ok: false, reason: "not-parked" });
  });

  it("is left unprocessed for a reason, which the audit keeps", async () => {
    const [id = ""] = await receiveParked(1);
    expect(await dismissParkedEvent(triage, { id, reason: "handled" })).toMatchObject({ ok: true });
    expect(await eventRow(id)).toMatchObject({ state: "skipped", processedAt: expect.any(Date) });
    await work(createContentStore(database.db));
    expect((await eventRow(id))?.state).toBe("skipped");
    expect(await auditOf(id)).toMatchObject([{ action: "inbox.dismiss", fields: ["state", "handled"] }]);
    expect(await dismissParkedEvent(triage, { id, reason: "trial" })).toMatchObject({ reason: "not-parked" });
    expect(await retryParkedEvent(triage, { id })).toMatchObject({ reason: "not-parked" });
  });

  it("is not left unprocessed when a resident took words back with it", async () => {
    const [id = ""] = await receiveParked(1, { type: "unsend", unsend: { messageId: "1" } });
    expect(await dismissParkedEvent(triage, { id, reason: "outdated" })).toMatchObject({
      ok: false,
      reason: "must-process",
    });
    expect((await eventRow(id))?.state).toBe("parked");
    expect(await auditOf(id)).toEqual([]);
  });

  it("is listed without what the resident wrote, page by page", async () => {
    const ids = await receiveParked(5, {
      type: "message",
      message: { id: "1", type: "text", text: SECRET },
    });
    const first = await listParkedEvents(ctx(), { limit: 3 });
    const rest = await listParkedEvents(ctx(), { limit: 3, after: first.at(-1)?.id });
    expect([...first, ...rest].map((row) => row.id).sort()).toEqual([...ids].sort());
    expect(first[0]).toMatchObject({ kind: "text", attempts: 5, error: "TypeError", resident: "U0000…" });
    expect(JSON.stringify(first)).not.toContain("田中");
    // The last one of a page may be gone from the list when the next page is asked for.
    await retryParkedEvent(triage, { id: first.at(-1)?.id ?? "" });
    expect(await listParkedEvents(ctx(), { limit: 3, after: first.at(-1)?.id })).toEqual(rest);
  });
});

type Sent = Partial<typeof outbox.$inferInsert>;
async function makeMessage(change: Sent = {}): Promise<string> {
  const id = randomUUID();
  await database.db.insert(outbox).values({
    id,
    kind: "mail",
    dedupeKey: id,
    mailTo: "road@example.jp",
    payload: "{}",
    state: "failed",
    attempts: 4,
    firstAttemptAt: new Date("2026-11-20T00:00:00Z"),
    lastError: "smtp-550",
    ...change,
  });
  return id;
}
const messageRow = async (id: string) =>
  (await database.db.select().from(outbox).where(eq(outbox.id, id)))[0];

describe("a message that did not arrive", () => {
  it("is listed with its report for those who may see it, newest first, page by page", async () => {
    const [own = 0, other = 0] = sectionIds;
    const mine = await makeReport(database.db, { sectionId: own });
    const theirs = await makeReport(database.db, { sectionId: other });
    const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 1, minute));
    await makeMessage({ reportId: mine.id, createdAt: at(1) });
    await makeMessage({
      kind: "push",
      state: "unknown",
      lastError: "silent-timeout",
      reportId: theirs.id,
      createdAt: at(2),
    });
    await makeMessage({ kind: "reply", state: "unknown", createdAt: at(3) });
    await makeMessage({ state: "sent", createdAt: at(4) });
    await makeMessage({ state: "cancelled", createdAt: at(5) });

    const all = await listUndelivered(triage, { limit: 10 });
    expect(all).toMatchObject([
      { kind: "reply", aboutReport: false, reportNumber: null, mayResend: false },
      { kind: "push", state: "unknown", reportNumber: theirs.number, mayResend: false },
      { kind: "mail", state: "failed", reportNumber: mine.number, mayResend: true, advice: "check-mailbox" },
    ]);
    const first = await listUndelivered(triage, { limit: 2 });
    expect([...first, ...(await listUndelivered(triage, { limit: 2, after: first[1]?.id }))]).toEqual(all);
    expect(await countTroubles(triage)).toEqual({ parked: 0, unknown: 2, failed: 1 });

    const narrow = await listUndelivered(await person("section", own), { limit: 10 });
    expect(narrow.map((row) => row.reportNumber)).toEqual([null, null, mine.number]);
    expect(narrow[1]).toMatchObject({ aboutReport: true });
  });

  it("goes out again when it is a mail that failed, with its whole time to try", async () => {
    const id = await makeMessage();
    expect(await resendMail(triage, { id })).toEqual({ ok: true, value: { id } });
    expect(await messageRow(id)).toMatchObject({ state: "pending", attempts: 0, lastError: null });
    const taken = await claimOutbox(ctx(), { to: "mailbox", owner: "w", leaseMs: 1_000, limit: 10 });
    expect(taken).toMatchObject([{ id, attempts: 1, mayHaveArrived: false }]);
    expect(Date.now() - (taken[0]?.firstAttemptAt?.getTime() ?? 0)).toBeLessThan(60_000);
    expect(await auditOf(id)).toMatchObject([{ action: "mail.resend", subjectKind: "outbox" }]);
    expect(await resendMail(triage, { id })).toMatchObject({ ok: false, reason: "not-failed" });
  });

  it.each<[string, Sent, string]>([
    ["a reply nobody can vouch for", { kind: "reply", state: "unknown" }, "not-mail"],
    ["a push that failed", { kind: "push", state: "failed" }, "not-mail"],
    ["a mail on its way", { state: "pending" }, "not-failed"],
    ["a mail that cannot arrive", { lastError: "bad-address" }, "hopeless"],
  ])("stays as it is when it is %s", async (_what, change, reason) => {
    const id = await makeMessage(change);
    const before = await messageRow(id);
    expect(await resendMail(triage, { id })).toMatchObject({ ok: false, reason });
    expect(await messageRow(id)).toEqual(before);
    expect(await auditOf(id)).toEqual([]);
  });
});

describe("others", () => {
  it.each<[string, Role, "all" | "one"]>([
    ["section staff", "section", "one"],
    ["a viewer of all", "viewer", "all"],
    ["an author", "author", "all"],
    ["a triage role of one section alone", "triage", "one"],
  ])("are refused before anything changes: %s", async (_who, role, scope) => {
    const who = await person(role, scope === "all" ? null : (sectionIds[0] ?? null));
    const [id = ""] = await receiveParked(1);
    const mail = await makeMessage();
    const audits = () => database.db.$count(auditEntries, eq(auditEntries.actorId, who.actor.staffId));
    for (const act of [
      () => retryParkedEvent(who, { id }),
      () => retryParkedEvents(who),
      () => dismissParkedEvent(who, { id, reason: "trial" }),
      () => resendMail(who, { id: mail }),
    ]) {
      const refusal = await act().catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(AppError);
      expect(refusal).toMatchObject({ code: "forbidden" });
    }
    expect((await eventRow(id))?.state).toBe("parked");
    expect((await messageRow(mail))?.state).toBe("failed");
    expect(await audits()).toBe(0);
  });
  it("may when they are administrators", async () => {
    const [id = ""] = await receiveParked(1);
    expect(await retryParkedEvent(await person("administrator", null), { id })).toMatchObject({ ok: true });
  });
});
