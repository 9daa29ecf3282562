import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { auditEntries, interests } from "@/db/schema";
import { type StaffActor, systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { loadCityContent } from "@/lib/presets/commands";
import { kumamoto } from "@/lib/presets/kumamoto/city";
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
