import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEntries, menuJobs, menuVersions, staff } from "@/db/schema";
import { type Ctx, type StaffActor, systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { openArmFile } from "@/lib/delivery/arm-gateway";
import { armDatabase } from "@/lib/delivery/channel/commands";
import { loadCityContent } from "@/lib/presets/commands";
import { kumamoto } from "@/lib/presets/kumamoto/city";
import { kumamotoMenus } from "@/lib/presets/kumamoto/menu";
import {
  adoptMenus,
  discardDraft,
  publishDraft,
  repairMenu,
  restoreVersion,
  saveDraft,
  switchMenu,
} from "./commands";
import type { MenuContent } from "./plan";
import { versionPicture } from "./preview-gateway";
import { findLiveContents, findLiveMode, findVersion, listJobs, listVersions } from "./queries";
import { setUpMenus } from "./setup/jobs";
import { openLine } from "./testing/line";
import type { SeenDraft } from "./view";

const at = testDatabase();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "menu-arm-"));
const arm = () => openArmFile(path.join(folder, "arm.json"));
const unarmed = () => openArmFile(path.join(folder, "none.json"));
afterAll(() => fs.rmSync(folder, { recursive: true }));
let staffId = 0;
const system = () => systemContext(at.db, "test");
const as = (role: StaffActor["roles"][number]["role"], sectionId: number | null = null): Ctx<StaffActor> => ({
  ...system(),
  actor: {
    kind: "staff",
    staffId,
    name: "管理",
    email: "a@city.example",
    roles: [{ role, sectionId }],
    sessionId: "s",
  },
});
const worded = (words: string): MenuContent => ({ ...kumamotoMenus.normal, chatBarText: words });
const save = (draft: SeenDraft | null, content: MenuContent) =>
  saveDraft(as("administrator"), { mode: "normal", draft, content });
/** The first draft after a publication, as its editor then sees it. */
async function begin(content: string | MenuContent): Promise<SeenDraft> {
  const done = await save(null, typeof content === "string" ? worded(content) : content);
  if (!done.ok) throw new Error(done.reason);
  return done.value;
}

beforeAll(async () => {
  await loadCityContent(system(), kumamoto);
  const [row] = await at.db
    .insert(staff)
    .values({ name: "管理", email: "a@city.example" })
    .returning({ id: staff.id });
  staffId = row?.id ?? 0;
  await armDatabase(system(), arm());
});
beforeEach(async () => {
  await at.db.execute(sql`truncate menu_jobs, menu_state, menu_versions cascade`);
  await adoptMenus(system(), kumamotoMenus);
});

describe("the city's own menus", () => {
  it("come once, follow the city's data, and never write over what staff published", async () => {
    await adoptMenus(system(), kumamotoMenus);
    expect(await at.db.select().from(menuVersions)).toHaveLength(2);
    await adoptMenus(system(), { ...kumamotoMenus, normal: worded("新しい") });
    expect((await findLiveContents(system()))?.normal.chatBarText).toBe("新しい");
    const draft = await begin("職員の");
    await publishDraft(arm)(as("administrator"), { mode: "normal", draft });
    await adoptMenus(system(), kumamotoMenus);
    expect((await findLiveContents(system()))?.normal.chatBarText).toBe("職員の");
    expect((await listVersions(system(), "normal")).map((row) => [row.number, row.state])).toEqual([
      [3, "live"],
      [2, "retired"],
      [1, "retired"],
    ]);
  });
});

describe("a draft", () => {
  it("is kept, guarded against a second person, published, and taken up again", async () => {
    const ctx = as("administrator");
    const first = await begin("一");
    const second = { ...first, revision: 2 };
    expect(first.revision).toBe(1);
    expect(await save(null, worded("二"))).toMatchObject({ ok: false, reason: "changed" });
    expect(await save(first, worded("三"))).toEqual({ ok: true, value: second });
    expect(await publishDraft(arm)(ctx, { mode: "normal", draft: first })).toMatchObject({
      reason: "changed",
    });
    expect(await publishDraft(arm)(ctx, { mode: "normal", draft: second })).toMatchObject({ ok: true });
    expect(await findVersion(ctx, "normal", "draft")).toBeNull();
    expect((await listJobs(ctx, 5))[0]).toMatchObject({ kind: "publish", mode: "normal", state: "pending" });
    const [, older] = await listVersions(ctx, "normal");
    expect(await restoreVersion(ctx, { id: older?.id ?? 0, draft: null })).toMatchObject({ ok: true });
    const draft = await findVersion(ctx, "normal", "draft");
    if (!draft) throw new Error("nothing was restored");
    expect(draft.content).toEqual(kumamotoMenus.normal);
    const discard = (seen: SeenDraft) => discardDraft(ctx, { mode: "normal", draft: seen });
    expect(await discard({ id: draft.id, revision: 9 })).toMatchObject({ reason: "changed" });
    expect(await discard(draft)).toMatchObject({ ok: true });
    expect(await versionPicture(ctx, { id: older?.id ?? 0, tab: 2 })).toContain("<svg");
    expect(await versionPicture(ctx, { id: older?.id ?? 0, tab: 3 })).toBeNull();
    expect(await versionPicture(ctx, { id: Number.NaN, tab: 1 })).toBeNull();
  });

  it.each([
    ["saved over", (seen: SeenDraft) => save(seen, worded("古い画面の"))],
    [
      "published",
      (seen: SeenDraft) => publishDraft(arm)(as("administrator"), { mode: "normal", draft: seen }),
    ],
    ["discarded", (seen: SeenDraft) => discardDraft(as("administrator"), { mode: "normal", draft: seen })],
    [
      "replaced by an older version",
      async (seen: SeenDraft) => {
        const ctx = as("administrator");
        const [live] = await listVersions(ctx, "normal");
        return restoreVersion(ctx, { id: live?.id ?? 0, draft: seen });
      },
    ],
  ])("begun after the one that was seen is not %s, though both are at revision 1", async (_what, act) => {
    const seen = await begin("先の");
    await discardDraft(as("administrator"), { mode: "normal", draft: seen });
    const other = await begin("ほかの人の");
    expect(other.revision).toBe(seen.revision);
    expect(await act(seen)).toMatchObject({ ok: false, reason: "changed" });
    expect(await findVersion(system(), "normal", "draft")).toMatchObject({
      ...other,
      content: worded("ほかの人の"),
    });
  });

  it.each([
    ["problems", { label: "長すぎるボタンの文字です" }],
    ["letters", { label: "道路①" }],
    ["unknown-topic", { action: { kind: "topic", topic: "moon" } }],
    ["unknown-start", { action: { kind: "start", scenario: "report.moon" } }],
  ] as const)("that LINE or residents could not use is not published: %s", async (reason, part) => {
    const content = structuredClone(kumamotoMenus.normal);
    Object.assign(content.tabs[0]?.tiles[2] ?? {}, part);
    const draft = await begin(content);
    const publish = publishDraft(arm)(as("administrator"), { mode: "normal", draft });
    expect(await publish).toMatchObject({ ok: false, reason });
    expect(await findVersion(system(), "normal", "draft")).not.toBeNull();
    expect(await at.db.select().from(menuJobs)).toEqual([]);
  });
});

describe("turning the menu", () => {
  it("is for whoever may send an emergency, in whichever section, and is written down", async () => {
    expect(await switchMenu(arm)(as("approver", 1), { to: "disaster" })).toMatchObject({ ok: true });
    expect(await findLiveMode(system())).toMatchObject({ mode: "disaster", by: "管理" });
    expect(await switchMenu(arm)(as("administrator"), { to: "disaster" })).toMatchObject({
      reason: "already",
    });
    for (const role of ["author", "triage", "section", "viewer"] as const)
      await expect(switchMenu(arm)(as(role), { to: "normal" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      saveDraft(as("approver"), { mode: "normal", draft: null, content: kumamotoMenus.normal }),
    ).rejects.toMatchObject({ code: "forbidden" });
    const written = await at.db.select().from(auditEntries).where(eq(auditEntries.action, "menu.switch"));
    expect(written.at(-1)).toMatchObject({ subjectId: "disaster", fields: ["mode"] });
  });

  it("by two at once is one turn", async () => {
    const both = await Promise.all([1, 2].map(() => switchMenu(arm)(as("approver"), { to: "disaster" })));
    expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
    expect(await at.db.select().from(menuJobs)).toHaveLength(1);
  });

  it("is not done from a database that may not send, nor is anything else", async () => {
    const ctx = as("administrator");
    const draft = await begin(kumamotoMenus.normal);
    const refused = { ok: false, reason: "not-armed" };
    expect(await switchMenu(unarmed)(ctx, { to: "disaster" })).toMatchObject(refused);
    expect(await publishDraft(unarmed)(ctx, { mode: "normal", draft })).toMatchObject(refused);
    expect(await repairMenu(unarmed)(ctx)).toMatchObject(refused);
    expect(await findLiveMode(system())).toMatchObject({ mode: "normal" });
    expect(await at.db.select().from(menuJobs)).toEqual([]);
  });
});

describe("line:setup", () => {
  it("publishes, is safe to repeat, and leaves LINE alone from a copy of the database", async () => {
    const line = await openLine();
    try {
      const setUp = (file: typeof arm) =>
        setUpMenus(system(), { channel: line.channel, arm: file(), owner: "setup" });
      // A city that begins has not armed anything yet.
      expect(await setUp(unarmed)).toEqual({ kind: "published" });
      expect(await setUp(unarmed)).toEqual({ kind: "unchanged" });
      await adoptMenus(system(), { ...kumamotoMenus, normal: worded("別の内容") });
      const before = await line.channel.listMenus();
      expect(await setUp(unarmed)).toEqual({ kind: "notArmed" });
      expect(await line.channel.listMenus()).toEqual(before);
      expect(await setUp(arm)).toEqual({ kind: "published" });
      await at.db.execute(sql`truncate menu_versions cascade`);
      expect(await setUp(arm)).toEqual({ kind: "noContent" });
    } finally {
      await line.close();
    }
  }, 90_000);
});
