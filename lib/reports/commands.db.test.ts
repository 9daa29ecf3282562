import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "@/db/enums";
import { auditEntries, outbox, reportEntries, reports } from "@/db/schema";
import { type Ctx, within } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { addNote, assignReport, placeReport, setPriority } from "./casework/commands";
import { changeReportStatus, sendMessageToResident } from "./commands";
import { getReportByNumber } from "./detail/queries";
import { draftStatusMessage, residentMessages } from "./messages";
import { changeStatusInput } from "./schema";
import { makeFriend, makeReport, makeStaff, makeTown, type Town } from "./testing/city";

const base = testDatabase();
let town: Town;
let triage: Awaited<ReturnType<typeof makeStaff>>;
beforeAll(async () => {
  town = await makeTown(base.db);
  triage = await makeStaff(base.db, "山田", [{ role: "triage", sectionId: null }]);
});

const row = async (id: string) => {
  const [report] = await base.db.select().from(reports).where(eq(reports.id, id));
  if (!report) throw new Error("no report");
  return report;
};
const entriesOf = (id: string) =>
  base.db.select().from(reportEntries).where(eq(reportEntries.reportId, id)).orderBy(reportEntries.id);
const outboxOf = (id: string) => base.db.select().from(outbox).where(eq(outbox.reportId, id));
const silent = { tell: false, silentReason: "電話で伝えた" } as const;
const tell = (text: string) => ({ tell: true, text }) as const;
const withFriend = async (change: Parameters<typeof makeReport>[1] = {}) =>
  makeReport(base.db, { friendId: await makeFriend(base.db), sectionId: town.roads, ...change });
const seen = (report: { number: string; revision: number }) => ({
  number: report.number,
  revision: report.revision,
  requestKey: randomUUID(),
});

describe("changing the status", () => {
  it("writes report, timeline, audit and the resident's message in one go", async () => {
    const report = await withFriend();
    const text = draftStatusMessage(
      { number: report.number, categoryKey: "road", topLabel: "道路" },
      "working",
    );
    const result = await changeReportStatus(triage, { ...seen(report), to: "working", message: tell(text) });
    expect(result).toEqual({
      ok: true,
      value: { number: report.number, revision: 2, sectionIds: [town.roads] },
    });
    expect(await row(report.id)).toMatchObject({ status: "working", revision: 2 });
    const [status, message] = await entriesOf(report.id);
    expect(status).toMatchObject({
      kind: "status",
      visibility: "internal",
      fromStatus: "received",
      toStatus: "working",
      silentReason: null,
      actorId: triage.actor.staffId,
    });
    const [sent] = await outboxOf(report.id);
    expect(message).toMatchObject({ kind: "message", visibility: "public", body: text, outboxId: sent?.id });
    expect(sent).toMatchObject({
      kind: "push",
      state: "pending",
      payload: JSON.stringify(residentMessages(text)),
    });
    const audit = await base.db.select().from(auditEntries).where(eq(auditEntries.subjectId, report.id));
    expect(audit.map((a) => [a.action, a.fields])).toEqual([["report.change-status", ["status"]]]);
  });

  it("leaves no message behind when the transaction fails", async () => {
    const report = await withFriend();
    await expect(
      base.db.transaction(async (tx) => {
        const input = { ...seen(report), to: "checking", message: tell("確認中です") } as const;
        expect((await changeReportStatus(within(triage, tx), input)).ok).toBe(true);
        throw new Error("crash");
      }),
    ).rejects.toThrow("crash");
    expect(await outboxOf(report.id)).toEqual([]);
    expect(await entriesOf(report.id)).toEqual([]);
    expect(await row(report.id)).toMatchObject({ status: "received", revision: 1 });
  });

  it("counts a double click once", async () => {
    const report = await withFriend();
    const input = { ...seen(report), to: "checking", message: tell("確認中です") } as const;
    const results = await Promise.all([1, 2, 3].map(() => changeReportStatus(triage, input)));
    expect(results.every((r) => r.ok)).toBe(true);
    expect((await outboxOf(report.id)).length).toBe(1);
    expect((await entriesOf(report.id)).map((e) => e.kind)).toEqual(["status", "message"]);
    expect((await row(report.id)).revision).toBe(2);
  });

  it("lets one of two people win and tells the other who it was", async () => {
    const report = await withFriend();
    const other = await makeStaff(base.db, "佐藤", [{ role: "section", sectionId: town.roads }]);
    const results = await Promise.all([
      changeReportStatus(triage, { ...seen(report), to: "checking", message: tell("一") }),
      changeReportStatus(other, { ...seen(report), to: "working", message: tell("二") }),
    ]);
    expect(results.filter((r) => r.ok)).toHaveLength(1);
    const lost = results.find((r) => !r.ok);
    expect(lost).toMatchObject({ reason: "conflict" });
    expect(lost && !lost.ok && lost.message).toMatch(
      /(山田|佐藤)さんが\d\d:\d\dに状態を「(確認中|対応中)」に変更しました/,
    );
    expect((await outboxOf(report.id)).length).toBe(1);
  });

  it.each([
    ["received", "not_needed", {}, "reason-missing"],
    ["received", "duplicate", {}, "original-missing"],
    ["received", "duplicate", { duplicateOf: "R8-999999" }, "original-unknown"],
    ["done", "received", { reason: "x" }, "no-such-move"],
    ["done", "done", {}, "same-status"],
  ] as const)("%s → %s with %j is refused: %s", async (status, to, given, reason) => {
    const report = await withFriend({ status });
    const result = await changeReportStatus(triage, { ...seen(report), to, ...given, message: silent });
    expect(result).toMatchObject({ ok: false, reason });
    expect(result.ok || result.message).toBeTruthy();
    expect(await row(report.id)).toMatchObject({ status, revision: 1 });
  });

  it("hangs duplicates on the first of a chain, never in a circle", async () => {
    const [first, second, third] = [await withFriend(), await withFriend(), await withFriend()];
    const repeat = (report: typeof first, original: string) =>
      changeReportStatus(triage, {
        ...seen(report),
        to: "duplicate",
        duplicateOf: original,
        message: silent,
      });
    expect((await repeat(second, first.number)).ok).toBe(true);
    expect((await repeat(third, `  ${second.number.toLowerCase()}`)).ok).toBe(true);
    expect((await row(third.id)).duplicateOfId).toBe(first.id);
    expect(await repeat(first, third.number)).toMatchObject({ ok: false, reason: "original-itself" });
    expect(await repeat(first, first.number)).toMatchObject({ ok: false, reason: "original-itself" });
    const reopened = await changeReportStatus(triage, {
      ...seen(await row(second.id)),
      to: "checking",
      reason: "別の穴だった",
      message: silent,
    });
    expect(reopened.ok).toBe(true);
    expect((await row(second.id)).duplicateOfId).toBeNull();
  });

  it("lists at the first of a chain also what hung on a case that was closed as a duplicate later", async () => {
    const first = await withFriend({ sectionId: town.parks });
    const [second, third] = [await withFriend(), await withFriend()];
    const repeat = async (id: string, original: string) => {
      const input = { to: "duplicate", duplicateOf: original, message: silent } as const;
      return changeReportStatus(triage, { ...seen(await row(id)), ...input });
    };
    const duplicates = async (number: string) => (await getReportByNumber(triage, { number })).duplicates;
    await repeat(third.id, second.number);
    // Open pages of the first, in another section, hear of it.
    expect(await repeat(second.id, first.number)).toMatchObject({
      value: { sectionIds: [town.roads], others: [{ number: first.number, sectionIds: [town.parks] }] },
    });
    expect(await duplicates(first.number)).toEqual([second.number, third.number].sort());
    expect(await duplicates(second.number)).toEqual([third.number]);
    const back = { to: "checking", reason: "別の穴だった", message: silent } as const;
    const reopened = await changeReportStatus(triage, { ...seen(await row(third.id)), ...back });
    if (!reopened.ok) throw new Error(reopened.reason);
    expect(reopened.value.others?.map((o) => o.number).sort()).toEqual([first.number, second.number].sort());
    expect(await duplicates(first.number)).toEqual([second.number]);
  });

  it("keeps the reason among staff and the message for the resident", async () => {
    const report = await withFriend();
    const input = {
      ...seen(report),
      to: "referred",
      reason: "国道のため国へ",
      message: tell("管理者へ伝えました"),
    } as const;
    expect((await changeReportStatus(triage, input)).ok).toBe(true);
    for (const entry of await entriesOf(report.id)) {
      if (entry.visibility === "public") expect(entry.body).not.toContain("国道");
      else expect(entry.body).toContain("国道");
    }
  });

  it("will not pretend to tell somebody who blocked the account or never came by LINE", async () => {
    const blocked = await makeReport(base.db, {
      friendId: await makeFriend(base.db, "blocked"),
      sectionId: town.roads,
    });
    const byPhone = await makeReport(base.db, { source: "phone", sectionId: town.roads });
    for (const report of [blocked, byPhone]) {
      const asked = { ...seen(report), to: "checking" } as const;
      expect(await changeReportStatus(triage, { ...asked, message: tell("x") })).toMatchObject({
        reason: "unreachable",
      });
      expect((await changeReportStatus(triage, { ...asked, message: silent })).ok).toBe(true);
      expect((await entriesOf(report.id)).map((e) => e.silentReason)).toEqual(["電話で伝えた"]);
    }
  });
});

describe("the form's input", () => {
  const good = {
    number: "R8-1",
    requestKey: randomUUID(),
    revision: 1,
    to: "done",
    message: tell("終わりました"),
  };
  it.each([
    ["nothing but spaces as the message", { message: tell(" \n ") }],
    ["a message over LINE's 5,000", { message: tell("あ".repeat(5001)) }],
    ["silence without a reason", { message: { tell: false, silentReason: " " } }],
    ["an unknown status", { to: "closed" }],
    ["no number", { number: "1; drop table" }],
    ["a made-up key", { requestKey: "x" }],
  ])("refuses %s", (_, change) => {
    expect(changeStatusInput.safeParse({ ...good, ...change }).success).toBe(false);
  });
  it("takes what a person means", () => {
    expect(changeStatusInput.parse({ ...good, number: "ｒ８－１" }).number).toBe("R8-000001");
    expect(changeStatusInput.parse({ ...good, message: tell("a".repeat(5000)) }).message).toMatchObject({
      tell: true,
    });
    expect(changeStatusInput.parse({ ...good, message: tell("a\u0000b") }).message).toEqual({
      tell: true,
      text: "ab",
    });
  });
});

describe("working a case", () => {
  it("gives a case to a section and a person who can work it", async () => {
    const report = await withFriend({ sectionId: null });
    const worker = await makeStaff(base.db, "佐藤", [{ role: "section", sectionId: town.parks }]);
    const wrong = await makeStaff(base.db, "鈴木", [{ role: "viewer", sectionId: town.parks }]);
    const give = (assigneeId: number | null) =>
      assignReport(triage, { ...seen(report), sectionId: town.parks, assigneeId });
    expect(await give(wrong.actor.staffId)).toMatchObject({ ok: false, reason: "assignee-unfit" });
    expect(await give(worker.actor.staffId)).toMatchObject({
      ok: true,
      value: { revision: 2, sectionIds: [null, town.parks], stillVisible: true },
    });
    expect((await entriesOf(report.id)).map((e) => [e.kind, e.visibility, e.body])).toEqual([
      ["assigned", "internal", "公園課 / 佐藤"],
    ]);
  });

  it("is not left with a person who may not work it in the new section", async () => {
    const worker = await makeStaff(base.db, "佐藤", [{ role: "section", sectionId: town.roads }]);
    const report = await withFriend({ sectionId: town.roads, assigneeId: worker.actor.staffId });
    const give = (assigneeId: number | null) =>
      assignReport(triage, { ...seen(report), sectionId: town.parks, assigneeId });
    const kept = await give(worker.actor.staffId);
    expect(kept).toMatchObject({ ok: false, reason: "assignee-unfit", message: expect.any(String) });
    expect(await row(report.id)).toMatchObject({ sectionId: town.roads, revision: 1 });
    expect(await give(null)).toMatchObject({ ok: true });
    expect(await row(report.id)).toMatchObject({ sectionId: town.parks, assigneeId: null });
  });

  it("lets a section give its case away, after which it is gone for them", async () => {
    const report = await withFriend();
    const own = await makeStaff(base.db, "佐藤", [{ role: "section", sectionId: town.roads }]);
    const given = await assignReport(own, { ...seen(report), sectionId: town.parks, assigneeId: null });
    expect(given).toMatchObject({ ok: true, value: { stillVisible: false } });
    await expect(addNote(own, { ...seen(report), text: "まだ見えるか" })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("takes notes from two people at once, and none twice", async () => {
    const report = await withFriend();
    const [one, two] = [randomUUID(), randomUUID()];
    const note = (requestKey: string, text: string) =>
      addNote(triage, { number: report.number, requestKey, text });
    await Promise.all([note(one, "一"), note(two, "二"), note(one, "一")]);
    expect((await entriesOf(report.id)).map((e) => e.body).sort()).toEqual(["一", "二"]);
    expect((await row(report.id)).revision).toBe(1);
    expect(await outboxOf(report.id)).toEqual([]);
  });

  it("places a case by hand, with its cell, and takes it off the map again", async () => {
    const report = await withFriend({ point: null, sectionId: town.roads });
    expect((await placeReport(triage, { ...seen(report), point: { lat: 32.8, lng: 130.7 } })).ok).toBe(true);
    const placed = await row(report.id);
    expect(placed).toMatchObject({ lat: 32.8, lng: 130.7, areaSource: "staff", revision: 2 });
    expect(placed.cellX).not.toBeNull();
    expect((await placeReport(triage, { ...seen(placed), point: null })).ok).toBe(true);
    expect(await row(report.id)).toMatchObject({ lat: null, cellX: null, revision: 3 });
  });

  it("makes a pressing case due sooner", async () => {
    const report = await withFriend({ receivedAt: new Date("2026-11-22T14:40:00Z") });
    expect((await setPriority(triage, { ...seen(report), priority: "high" })).ok).toBe(true);
    expect((await row(report.id)).dueAt).toEqual(new Date("2026-11-25T23:59:59.999+09:00"));
  });

  it("sends a message of its own once", async () => {
    const report = await withFriend();
    const input = { number: report.number, requestKey: randomUUID(), text: "現地を確認しました" };
    const results = await Promise.all([
      sendMessageToResident(triage, input),
      sendMessageToResident(triage, input),
    ]);
    expect(results.every((r) => r.ok)).toBe(true);
    expect((await outboxOf(report.id)).map((o) => o.state)).toEqual(["pending"]);
    expect((await entriesOf(report.id)).map((e) => e.visibility)).toEqual(["public"]);
  });
});

describe("who may do what: every command × role × section", () => {
  const commands: Record<
    string,
    (ctx: Ctx, report: { number: string; revision: number }) => Promise<{ ok: boolean; reason?: string }>
  > = {
    status: (ctx, r) => changeReportStatus(ctx, { ...seen(r), to: "checking", message: silent }),
    message: (ctx, r) =>
      sendMessageToResident(ctx, { number: r.number, requestKey: randomUUID(), text: "x" }),
    assign: (ctx, r) => assignReport(ctx, { ...seen(r), sectionId: null, assigneeId: null }),
    note: (ctx, r) => addNote(ctx, { number: r.number, requestKey: randomUUID(), text: "x" }),
    place: (ctx, r) => placeReport(ctx, { ...seen(r), point: { lat: 32.81, lng: 130.71 } }),
    priority: (ctx, r) => setPriority(ctx, { ...seen(r), priority: "high" }),
  };
  // What each of these people may do with a case of the roads section, and with one of no section.
  const people: [
    string,
    { role: Role; in: "all" | "roads" | "parks" }[],
    "may" | "sees" | "blind",
    "may" | "sees" | "blind",
  ][] = [
    ["administrator", [{ role: "administrator", in: "all" }], "may", "may"],
    ["triage", [{ role: "triage", in: "all" }], "may", "may"],
    ["own section", [{ role: "section", in: "roads" }], "may", "blind"],
    ["other section", [{ role: "section", in: "parks" }], "blind", "blind"],
    ["viewer of all", [{ role: "viewer", in: "all" }], "sees", "sees"],
    ["viewer of roads", [{ role: "viewer", in: "roads" }], "sees", "blind"],
    ["author", [{ role: "author", in: "all" }], "blind", "blind"],
    ["approver", [{ role: "approver", in: "all" }], "blind", "blind"],
    ["nobody", [], "blind", "blind"],
    [
      "other section who also views roads",
      [
        { role: "section", in: "parks" },
        { role: "viewer", in: "roads" },
      ],
      "sees",
      "blind",
    ],
  ];
  const cases = people.flatMap(([name, roles, onRoads, onNone]) =>
    Object.keys(commands).flatMap((command) => [
      { name, roles, command, where: "roads" as const, expected: onRoads },
      { name, roles, command, where: "none" as const, expected: onNone },
    ]),
  );

  it.each(cases)(
    "$name, $command, case of $where: $expected",
    async ({ name, roles, command, where, expected }) => {
      const ctx = await makeStaff(
        base.db,
        name,
        roles.map((r) => ({ role: r.role, sectionId: r.in === "all" ? null : town[r.in] })),
      );
      const report = await withFriend({ sectionId: where === "roads" ? town.roads : null });
      const run = async () => commands[command]?.(ctx, report);
      const outcome = await run().then(
        (result) => (result?.ok || result?.reason === "no-change" ? "may" : result?.reason),
        (error: { code?: string }) => error.code,
      );
      const meaning = { may: "may", sees: "forbidden", blind: "not-found" }[expected];
      expect(outcome).toBe(meaning);
      if (expected !== "may") {
        expect(await row(report.id)).toEqual(report);
        expect(await entriesOf(report.id)).toEqual([]);
        expect(await outboxOf(report.id)).toEqual([]);
      }
    },
  );
});
