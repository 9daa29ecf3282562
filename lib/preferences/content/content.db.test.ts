import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { auditEntries, friends, interests } from "@/db/schema";
import { type StaffActor, systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { loadCityContent } from "@/lib/presets/commands";
import { kumamoto } from "@/lib/presets/kumamoto/city";
import { setSlabs } from "@/lib/segments/slabs/commands";
import { factCount } from "@/lib/segments/slabs/sql";
import { archiveInterest, moveInterest, restoreInterest, saveInterest, saveOption } from "./commands";
import { listContent } from "./queries";
import { interestSchema } from "./schema";

const database = testDatabase();
const actor = (role: "administrator" | "author"): StaffActor => ({
  kind: "staff",
  staffId: 1,
  name: "管理",
  email: "a@city.example",
  roles: [{ role, sectionId: null }],
  sessionId: "s",
});
const ctx = () => ({ ...systemContext(database.db, "test"), actor: actor("administrator") });
const fresh = (ja: string) =>
  interestSchema.parse({
    bit: null,
    seen: null,
    label: { ja },
    description: { ja: "" },
    icon: null,
    validFrom: "",
    validUntil: "",
  });
const rows = async () => (await listContent(ctx())).interests;

beforeAll(() => loadCityContent(systemContext(database.db, "test"), kumamoto));

describe("the items of 受信設定", () => {
  it("get a bit of their own that is never given out again, and keep staff's words when the city is loaded anew", async () => {
    expect(await saveInterest(ctx(), fresh("市電"))).toMatchObject({ ok: true });
    expect((await rows()).at(-1)).toMatchObject({ bit: 11, label: { ja: "市電" } });
    await archiveInterest(ctx(), { bit: 11 });
    await saveInterest(ctx(), fresh("バス"));
    expect((await rows()).map((row) => row.bit).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 13 }, (_, i) => i),
    );
    const [events] = await rows();
    const seen = events?.updatedAt.toISOString() ?? "";
    const change = interestSchema.parse({
      bit: 0,
      seen,
      label: { ja: "もよおし" },
      description: { ja: "" },
      icon: "star",
      validFrom: "",
      validUntil: "",
    });
    expect(await saveInterest(ctx(), change)).toMatchObject({ ok: true });
    expect(await saveInterest(ctx(), change)).toMatchObject({ ok: false, reason: "changed" });
    await loadCityContent(systemContext(database.db, "test"), kumamoto);
    const [kept] = await database.db.select().from(interests).where(eq(interests.bit, 0));
    expect(kept?.label).toEqual({ ja: "もよおし" });
    expect(await rows()).toHaveLength(13);
  });

  it("move one place, and back", async () => {
    const order = async () => (await rows()).map((row) => row.bit);
    const before = await order();
    await moveInterest(ctx(), { bit: before[0] ?? 0, direction: "up" });
    expect(await order()).toEqual(before);
    await moveInterest(ctx(), { bit: before[0] ?? 0, direction: "down" });
    expect((await order()).slice(0, 2)).toEqual([before[1], before[0]]);
  });

  it("are never fewer than two, nor more than sixty", async () => {
    for (const { bit } of await rows()) await archiveInterest(ctx(), { bit });
    const now = new Date();
    expect((await rows()).filter((row) => row.validUntil === null || row.validUntil > now)).toHaveLength(2);
    expect(await restoreInterest(ctx(), { bit: 0 })).toMatchObject({ ok: true });
    for (let n = 13; n < 60; n += 1) await saveInterest(ctx(), fresh(`項目${n}`));
    expect(await saveInterest(ctx(), fresh("多すぎ"))).toMatchObject({ ok: false, reason: "full" });
  });

  it("are changed by those who may, and it is written down without the words", async () => {
    const author = { ...ctx(), actor: actor("author") };
    await expect(saveInterest(author, fresh("x"))).rejects.toMatchObject({ code: "forbidden" });
    expect(await saveOption(ctx(), { trait: "gender", code: null, label: { ja: "別の答え" } })).toMatchObject(
      { ok: true },
    );
    const entries = await database.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectKind, "preference"));
    expect(entries.map((entry) => entry.action)).toContain("option.add");
    expect(JSON.stringify(entries)).not.toContain("別の答え");
  });
});

describe("how many chose what", () => {
  it("is the same by bits, by rows, and by both while some change", async () => {
    await database.db.execute(sql`insert into friends (line_user_id, state, interests, age_band, gender, followed_at)
      select 'U' || md5(n::text), case when n % 7 = 0 then 'blocked' else 'following' end, (n * 2654435761) % 2048,
        n % 4, n % 3, now() from generate_series(1, 500) n`);
    const told = async () => {
      const { interests: topics, options } = await listContent(ctx());
      return {
        topics: topics.map((topic) => [topic.bit, topic.chosenBy]),
        ages: options.age_band.map((option) => [option.code, option.chosenBy]),
        genders: options.gender.map((option) => [option.code, option.chosenBy]),
      };
    };
    const truth = async () => {
      const all = await database.db.select().from(friends);
      const count = (test: (friend: (typeof all)[number]) => boolean) => all.filter(test).length;
      const { interests: topics, options } = await listContent(ctx());
      return {
        topics: topics.map(({ bit }) => [bit, count((f) => (f.interests >> BigInt(bit)) % 2n === 1n)]),
        ages: options.age_band.map(({ code }) => [code, count((f) => f.ageBand === code)]),
        genders: options.gender.map(({ code }) => [code, count((f) => f.gender === code)]),
      };
    };
    expect(await told()).toEqual(await truth());
    await setSlabs(ctx(), 1);
    expect(await told()).toEqual(await truth());
    await database.db.execute(
      sql`update friends set interests = 5, age_band = 1, gender = 2 where id % 11 = 0`,
    );
    await database.db.execute(sql`delete from friends where id % 13 = 0`);
    expect(await told()).toEqual(await truth());
    await setSlabs(ctx(), 1);
    expect(await told()).toEqual(await truth());
    const { rows } = await database.db.execute<{ "QUERY PLAN": string }>(
      sql`explain ${factCount([{ key: "interest 1", row: sql`true` }])}`,
    );
    // One look-up a change: with nothing changed nobody's row is looked at, however many friends there are.
    expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).not.toMatch(/Seq Scan on friends\b/);
  });
});
