import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEntries, staffRoles } from "@/db/schema/index";
import { testDatabase } from "@/lib/core/testing/database";
import * as commands from "./commands";
import { confirmPassword } from "./proof";
import { signOut } from "./sign-in";
import { openOffice, PASSWORD, peopleIn } from "./testing/people";

const database = testDatabase();
let now: Date;
let sectionId: number;
const { ctx, person, signedIn, clear } = peopleIn(database, () => now);
const later = (ms: number) => {
  now = new Date(now.getTime() + ms);
};
const actions = async () =>
  (await database.db.select().from(auditEntries).orderBy(auditEntries.id)).map((e) => e.action);

beforeAll(async () => {
  sectionId = await openOffice(database);
});
beforeEach(async () => {
  now = new Date("2026-11-22T00:00:00Z");
  await clear();
  await person("a@city.example", [{ role: "administrator", sectionId: null }]);
});

describe("before the accounts of others are changed", () => {
  const QUARTER = 15 * 60_000;
  const fresh = async () => {
    const admin = await signedIn();
    const staffId = await person("b@city.example");
    const at = (): typeof admin.ctx => ({ ...admin.ctx, now });
    const deeds = [
      () => commands.inviteStaff(at(), { email: `${Math.random()}@city.example`, name: "新人", roles: [] }),
      () => commands.reissueLink(at(), { staffId }),
      () => commands.changeStaffRoles(at(), { staffId, roles: [{ role: "section", sectionId }] }),
      () => commands.disableStaff(at(), { staffId }),
      () => commands.enableStaff(at(), { staffId }),
    ];
    return { admin, at, staffId, deeds };
  };
  const outcomes = async (deeds: (() => Promise<{ ok: boolean; reason?: string }>)[]) => {
    const seen = [];
    for (const deed of deeds) {
      const answer = await deed();
      seen.push(answer.ok || answer.reason);
    }
    return seen;
  };

  it("the password was typed within a quarter of an hour, at the door or since", async () => {
    const { deeds, at } = await fresh();
    later(QUARTER - 1_000);
    expect(await outcomes(deeds)).toEqual(deeds.map(() => true));
    later(1_000);
    const before = await database.db.select().from(staffRoles);
    expect(await outcomes(deeds)).toEqual(deeds.map(() => "password-needed"));
    expect(await database.db.select().from(staffRoles)).toEqual(before);
    expect(await confirmPassword(at(), { password: PASSWORD })).toEqual({ ok: true, value: null });
    expect(await outcomes(deeds)).toEqual(deeds.map(() => true));
    expect(await actions()).toContain("session.confirm");
  });

  it("a wrong one opens nothing, is written down, and soon has to wait", async () => {
    const { deeds, at } = await fresh();
    later(QUARTER);
    const noted = async () => (await actions()).filter((action) => action === "staff.refuse-password").length;
    const before = await noted();
    const tries = [];
    for (let i = 0; i < 6; i++) {
      const answer = await confirmPassword(at(), { password: "wrong password 1" });
      tries.push(answer.ok || answer.reason);
    }
    expect(tries).toEqual([...Array(5).fill("wrong-password"), "wait"]);
    expect((await noted()) - before).toBe(5);
    expect(await confirmPassword(at(), { password: PASSWORD })).toMatchObject({ reason: "wait" });
    expect(await outcomes(deeds)).toEqual(deeds.map(() => "password-needed"));
  });

  it("one's other sessions do not count, and an ended one neither", async () => {
    const { deeds, at, admin } = await fresh();
    later(QUARTER);
    await signedIn();
    expect(await outcomes(deeds)).toEqual(deeds.map(() => "password-needed"));
    await confirmPassword(at(), { password: PASSWORD });
    await signOut(ctx(), admin.tokenHash);
    expect(await outcomes(deeds)).toEqual(deeds.map(() => "password-needed"));
  });

  it("a password that was just changed has been typed", async () => {
    const { deeds, at } = await fresh();
    later(QUARTER);
    expect(
      await commands.changePassword(at(), { current: PASSWORD, password: "green tram to the lake" }),
    ).toMatchObject({ ok: true });
    expect(await outcomes(deeds)).toEqual(deeds.map(() => true));
  });
});
