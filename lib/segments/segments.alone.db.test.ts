import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "@/db";
import { auditEntries, broadcasts, friends, segments, traitOptions } from "@/db/schema";
import type { StaffCtx } from "@/lib/auth/gate";
import { startSettings } from "@/lib/core/env";
import { newId } from "@/lib/core/id";
import { testDatabase } from "@/lib/core/testing/database";
import { stubSettings } from "@/lib/core/testing/settings";
import { makeReport, makeStaff, makeTown, type Town } from "@/lib/reports/testing/city";
import { archiveSegment, explainReach, saveSegment, weighAudience } from "./commands";
import { listRuleChoices, listSegments, residentCode } from "./queries";
import { EVERYONE, type Rule } from "./rule";
import { roomForHistory } from "./sql";

const base = testDatabase();
const NOW = new Date("2026-11-22T14:40:00Z");
let town: Town;
let admin: StaffCtx;
let roads: StaffCtx;
let parks: StaffCtx;

beforeAll(async () => {
  stubSettings(base.url);
  startSettings("web");
  town = await makeTown(base.db);
  admin = await makeStaff(base.db, "管理", [{ role: "administrator", sectionId: null }], NOW);
  roads = await makeStaff(base.db, "広報", [{ role: "author", sectionId: town.roads }], NOW);
  parks = await makeStaff(base.db, "公園", [{ role: "author", sectionId: town.parks }], NOW);
  await base.db.insert(traitOptions).values([
    { trait: "age_band", code: 1, label: { ja: "30代" }, position: 1 },
    { trait: "age_band", code: 2, label: { ja: "40代" }, position: 2, validUntil: NOW },
  ]);
});
beforeEach(async () => {
  await base.db.delete(broadcasts);
  await base.db.delete(segments);
});

const save = (ctx: StaffCtx, name: string, rule: Rule = EVERYONE, id = newId()) =>
  saveSegment(ctx, { id, revision: null, name, rule }).then((result) => ({ result, id }));
const uses = (segmentId: string): Rule => ({ op: "not", rule: { op: "segment", segmentId } });

describe("saving a segment", () => {
  it("keeps it in its person's section with an audit entry, and once however often it is sent", async () => {
    const { result, id } = await save(roads, "子育て");
    expect(result).toEqual({ ok: true, value: { id, revision: 1 } });
    expect((await save(roads, "子育て", EVERYONE, id)).result).toEqual(result);
    expect(await listSegments(admin)).toMatchObject([{ id, name: "子育て", section: "道路課", by: "広報" }]);
    const audit = await base.db.select().from(auditEntries).where(eq(auditEntries.subjectId, id));
    expect(audit.map(({ action }) => action)).toEqual(["segment.create"]);
  });
  it("refuses the second of two people who edit at once, and another section", async () => {
    const { id } = await save(roads, "A");
    const change = (ctx: StaffCtx, name: string) =>
      saveSegment(ctx, { id, revision: 1, name, rule: EVERYONE });
    expect(await change(admin, "B")).toMatchObject({ ok: true, value: { revision: 2 } });
    expect(await change(roads, "C")).toMatchObject({ ok: false, reason: "conflict" });
    await expect(change(parks, "D")).rejects.toMatchObject({ code: "forbidden" });
  });
  it("refuses a name that is taken, a circle, and a segment that is not there", async () => {
    const a = await save(roads, "A");
    expect((await save(roads, "A")).result).toMatchObject({ reason: "name-taken" });
    const b = await save(roads, "B", uses(a.id));
    const circle = await saveSegment(roads, { id: a.id, revision: 1, name: "A", rule: uses(b.id) });
    expect(circle).toMatchObject({ ok: false, reason: "cycle" });
    expect((await save(roads, "C", uses(newId()))).result).toMatchObject({ reason: "missing" });
    const itself = newId();
    expect((await save(roads, "D", uses(itself), itself)).result).toMatchObject({ reason: "cycle" });
  });
  it("never closes a circle from two sides at once", async () => {
    const a = await save(roads, "A");
    const b = await save(roads, "B");
    const both = await Promise.all([
      saveSegment(roads, { id: a.id, revision: 1, name: "A", rule: uses(b.id) }),
      saveSegment(roads, { id: b.id, revision: 1, name: "B", rule: uses(a.id) }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("putting a segment away", () => {
  it("says where it is still used, and works once it is not", async () => {
    const a = await save(roads, "A");
    const b = await save(roads, "B", uses(a.id));
    await base.db.insert(broadcasts).values({
      id: newId(),
      kind: "routine",
      title: "花火",
      sectionId: town.roads,
      authorId: roads.actor.staffId,
      content: {},
      rule: { op: "all", rules: [uses(a.id)] },
      schedule: {},
    });
    const refused = await archiveSegment(roads, { id: a.id, revision: 1 });
    expect(refused).toMatchObject({ ok: false, reason: "in-use" });
    expect(refused.ok ? "" : refused.message).toContain("対象「B」、配信「花火」");
    await base.db.delete(broadcasts);
    await archiveSegment(roads, { id: b.id, revision: 1 });
    expect(await archiveSegment(roads, { id: a.id, revision: 1 })).toMatchObject({ ok: true });
    expect(await listSegments(admin)).toEqual([]);
    expect(await saveSegment(roads, { id: a.id, revision: 2, name: "A", rule: EVERYONE })).toMatchObject({
      reason: "gone",
    });
    const { segments: named, ageBands } = await listRuleChoices(admin);
    expect(named.map(({ label, retired }) => [label, retired])).toEqual([
      ["A", true],
      ["B", true],
    ]);
    expect(ageBands.map(({ retired }) => retired)).toEqual([false, true]);
  });
});

describe("what one person sees", () => {
  it("counts under five only with the right to", async () => {
    await base.db.insert(friends).values(
      [0, 0, 0, 0, 0, 0, 2, 2].map((spoken, n) => ({
        lineUserId: `U${n}`,
        state: "following" as const,
        spoken,
        ageBand: n < 3 ? 1 : 0,
      })),
    );
    const input = { rule: EVERYONE, kind: "routine" as const };
    expect(await weighAudience(admin, input)).toMatchObject({
      value: { total: 8, bySpoken: { ja: 6, en: 2 } },
    });
    expect(await weighAudience(roads, input)).toMatchObject({
      value: { total: 8, bySpoken: { ja: null, en: null } },
    });
    const few: Rule = { op: "age_band", codes: [1] };
    expect(await weighAudience(admin, { rule: few, kind: "routine" })).toMatchObject({
      value: { total: 3, leftOut: { unanswered: 5 } },
    });
    expect(await weighAudience(roads, { rule: few, kind: "routine" })).toMatchObject({
      value: { total: null },
    });
    expect(await weighAudience(roads, { rule: uses(newId()), kind: "routine" })).toMatchObject({
      reason: "missing",
    });
  });

  it("why nothing arrives, by receipt number or by the code the resident shows, with an audit entry", async () => {
    const [friend] = await base.db
      .insert(friends)
      .values({ lineUserId: "Uwhy", state: "blocked", ageBand: 0 })
      .returning({ id: friends.id });
    const friendId = friend?.id ?? 0;
    const report = await makeReport(base.db, { number: "R8-000777", friendId });
    expect(report).toBeTruthy();
    const { id: segmentId } = await save(roads, "30代", { op: "age_band", codes: [1] });
    const both = await makeStaff(
      base.db,
      "広報と管理",
      [
        { role: "author", sectionId: town.roads },
        { role: "viewer", sectionId: null },
      ],
      NOW,
    );
    const ask = (who: string, ctx = both) => explainReach(ctx, { segmentId, who });
    const byNumber = await ask("Ｒ８－７７７");
    expect(byNumber).toMatchObject({ ok: true, value: { reached: false } });
    expect(await ask(residentCode(roads, friendId))).toEqual(byNumber);
    expect(byNumber.ok && byNumber.value.reasons).toEqual([
      "この方は公式アカウントをブロックしています。ブロックを解除されるまで何も届きません。",
      "年代に答えていません（条件: 30代の人）。",
    ]);
    // Who may not see the report learns nothing from its number; the code they were shown is another thing.
    expect(await ask("R8-777", roads)).toEqual(await ask("R8-999999", roads));
    expect(await ask(residentCode(roads, friendId), roads)).toEqual(byNumber);
    for (const nobody of ["R8-999999", "だれか", "AAAA-AAAA"])
      expect(await ask(nobody)).toMatchObject({ ok: false, reason: "nobody" });
    const audit = await base.db.select().from(auditEntries).where(eq(auditEntries.action, "segment.explain"));
    expect(audit.map(({ subjectId, fields }) => [subjectId, fields])).toEqual(
      Array.from({ length: 3 }, () => [String(friendId), [`segment:${segmentId}`]]),
    );
    await base.db.update(segments).set({ archivedAt: NOW });
    expect(await ask("R8-777")).toMatchObject({ reason: "gone" });
  });

  it("cannot be asked without end", async () => {
    const { id: segmentId } = await save(parks, "全員");
    const ask = () => explainReach(parks, { segmentId, who: "R8-999999" });
    for (let n = 0; n < 30; n += 1) expect(await ask()).toMatchObject({ reason: "nobody" });
    expect(await ask()).toMatchObject({ reason: "too-often" });
    const count = () => weighAudience(parks, { rule: uses(newId()), kind: "routine" });
    for (let n = 0; n < 120; n += 1) expect(await count()).toMatchObject({ reason: "missing" });
    expect(await count()).toMatchObject({ reason: "too-often" });
  });
});

describe("another section's broadcast", () => {
  const write = async (sectionId: number | null, title: string) => {
    const id = newId();
    await base.db.insert(broadcasts).values({
      id,
      sectionId,
      kind: "routine",
      title,
      authorId: admin.actor.staffId,
      content: {},
      rule: EVERYONE,
      schedule: {},
      firstAcceptedAt: NOW,
    });
    return id;
  };
  const got = (broadcastId: string): Rule => ({ op: "received", broadcastId });

  it("is neither offered nor named, and no rule may ask about it", async () => {
    const own = await write(town.roads, "道路の工事");
    const theirs = await write(town.parks, "公園の秘密");
    const city = await write(null, "市の秘密");
    const offered = async (ctx: StaffCtx) =>
      (await listRuleChoices(ctx)).broadcasts.filter(({ retired }) => !retired).map(({ key }) => key);
    expect(await offered(roads)).toEqual([own]);
    expect((await offered(admin)).sort()).toEqual([own, theirs, city].sort());
    expect(JSON.stringify(await listRuleChoices(roads))).not.toContain("秘密");
    expect((await save(roads, "自分の", got(own))).result).toMatchObject({ ok: true });
    for (const id of [theirs, city, newId()])
      expect((await save(roads, "よその", got(id))).result).toMatchObject({ reason: "foreign" });
    expect((await save(admin, "よその", got(theirs))).result).toMatchObject({ ok: true });
  });

  it("stays in a rule where somebody who may see it put it, and is not named when a segment is put away", async () => {
    const theirs = await write(town.parks, "公園の秘密");
    const { id } = await save(roads, "A");
    await saveSegment(admin, { id, revision: 1, name: "A", rule: got(theirs) });
    expect(await saveSegment(roads, { id, revision: 2, name: "B", rule: got(theirs) })).toMatchObject({
      ok: true,
    });
    await base.db.update(broadcasts).set({ rule: uses(id) });
    const refused = await archiveSegment(roads, { id, revision: 3 });
    expect(refused.ok ? "" : refused.message).toContain("ほかの課の配信");
    expect(refused.ok ? "" : refused.message).not.toContain("秘密");
  });
});

describe("a statement of the console", () => {
  it("takes one process, and several where all friends are looked through", async () => {
    const { db, close } = openDatabase(base.url, { max: 1, oneProcess: true });
    const most = async (tx: Pick<typeof db, "execute">) => {
      const { rows } = await tx.execute<{ n: string }>(
        sql`select current_setting('max_parallel_workers_per_gather') as n`,
      );
      return rows[0]?.n;
    };
    expect(await most(db)).toBe("0");
    const inside = await db.transaction(async (tx) => {
      await tx.execute(roomForHistory);
      return most(tx);
    });
    expect([inside, await most(db)]).toEqual(["2", "0"]);
    await close();
  });
});
