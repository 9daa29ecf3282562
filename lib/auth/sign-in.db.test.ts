import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEntries, staff, staffLinks, staffSessions } from "@/db/schema/index";
import { systemContext } from "@/lib/core/context";
import { sha256 } from "@/lib/core/id";
import { testDatabase } from "@/lib/core/testing/database";
import { addressKey } from "./attempts";
import * as commands from "./commands";
import { issueLink, redeemLink } from "./links";
import {
  findActor,
  listLiveActors,
  SESSION_ABSOLUTE_MS,
  SESSION_IDLE_MS,
  sessionStillValid,
} from "./sessions";
import { type SignInInput, signOut } from "./sign-in";
import { openOffice, PASSWORD, peopleIn } from "./testing/people";

const database = testDatabase();
let now: Date;
let sectionId: number;

const later = (ms: number) => {
  now = new Date(now.getTime() + ms);
};
const { ctx, attempt, person, signedIn, clear } = peopleIn(database, () => now);
const wrong = (over: Partial<SignInInput> = {}) => attempt({ password: "wrong password 1", ...over });

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

describe("sign-in", () => {
  it.each([
    "a@city.example",
    "A@City.Example",
    "ａ＠ｃｉｔｙ．ｅｘａｍｐｌｅ",
    "a＠city.example",
    "  a﹫city.example ",
  ])("knows %j", async (email) => expect(await attempt({ email })).toMatchObject({ ok: true }));
  it("takes the password as typed with the Japanese input on", async () =>
    expect(await attempt({ password: "四つの　山と　川　２０２６" })).toMatchObject({ ok: true }));
  it.each(["b@city.example", "a@city.example\n", "a@city.example,b@city.example", "а@city.example", "@", ""])(
    "refuses %j like a wrong password",
    async (email) => {
      const known = await wrong();
      expect(await attempt({ email: email === "a@city.example\n" ? "a\n@city.example" : email })).toEqual(
        known,
      );
    },
  );
  it("refuses a disabled person and one without a password in the same words", async () => {
    const known = await wrong();
    await database.db.update(staff).set({ disabledAt: now });
    expect(await attempt()).toEqual(known);
    await database.db.update(staff).set({ disabledAt: null, passwordHash: null });
    expect(await attempt()).toEqual(known);
  });
  it("keeps only hashes and writes down who and what, no values", async () => {
    const result = await attempt();
    if (!result.ok) throw new Error(result.reason);
    const [row] = await database.db.select().from(staffSessions);
    expect(JSON.stringify(row)).not.toContain(result.value.token);
    expect(row?.tokenHash).toBe(sha256(result.value.token));
    const entries = JSON.stringify(await database.db.select().from(auditEntries));
    expect(entries).toContain("session.start");
    expect(entries).not.toContain("city.example");
    expect(entries).not.toContain("192.0.2.1");
  });
});

describe("throttle", () => {
  it("makes an account wait longer and longer, and lets it in after the wait", async () => {
    const waits: (string | undefined)[] = [];
    for (let n = 0; n < 7; n++) {
      const result = await wrong({ address: null });
      waits.push(result.ok ? "in" : result.reason);
    }
    expect(waits).toEqual(["no-match", "no-match", "no-match", "no-match", "no-match", "wait", "wait"]);
    expect(await attempt({ address: null })).toMatchObject({ ok: false, reason: "wait" });
    later(1_000);
    expect(await attempt({ address: null })).toMatchObject({ ok: true });
    expect(await wrong({ address: null })).toMatchObject({ reason: "no-match" });
  });
  it("never waits more than a minute", async () => {
    for (let n = 0; n < 40; n++) {
      await wrong({ address: null });
      later(60_000);
    }
    expect(await attempt({ address: null })).toMatchObject({ ok: true });
  });
  it("throttles accounts that do not exist just the same", async () => {
    const reasons = [];
    for (let n = 0; n < 6; n++) reasons.push(await wrong({ email: "nobody@city.example", address: null }));
    const real = [];
    for (let n = 0; n < 6; n++) real.push(await wrong({ address: null }));
    expect(reasons).toEqual(real);
  });
  it("lets a hundred tries sent at once through as five", async () => {
    const results = await Promise.all(Array.from({ length: 100 }, () => wrong({ address: null })));
    expect(results.filter((r) => !r.ok && r.reason === "no-match")).toHaveLength(5);
  });
  it("counts an address over many accounts", async () => {
    const reasons = [];
    for (let n = 0; n < 32; n++) {
      const result = await wrong({ email: `x${n}@city.example` });
      reasons.push(result.ok ? "in" : result.reason);
    }
    expect(reasons.lastIndexOf("no-match")).toBe(29);
    expect(await attempt()).toMatchObject({ reason: "wait" });
    expect(await attempt({ address: "192.0.2.2" })).toMatchObject({ ok: true });
  });
  it("does not let a full-width spelling start afresh", async () => {
    for (const email of [
      "a@city.example",
      "A@city.example",
      "a＠city.example",
      "ａ@city.example",
      " a@city.example",
    ])
      await wrong({ email, address: null });
    expect(await wrong({ email: "a@CITY.example", address: null })).toMatchObject({ reason: "wait" });
  });
  it("lets the owner's own browser in while strangers fail on the account", async () => {
    for (let n = 0; n < 6; n++) await wrong({ address: null });
    expect(await attempt({ address: null })).toMatchObject({ reason: "wait" });
    expect(await attempt({ address: null, browserId: "known" })).toMatchObject({ ok: true });
    expect(await attempt({ address: null })).toMatchObject({ reason: "wait" });
  });
  it("does not let one machine of the town hall keep its colleagues waiting, nor lend it their tries", async () => {
    for (let i = 0; i < 31; i++) await wrong({ email: `u${i}@city.example` });
    expect(await attempt()).toMatchObject({ reason: "wait" });
    expect(await attempt({ browserId: "its-owner-was-here" })).toMatchObject({ ok: true });
    expect(await attempt()).toMatchObject({ reason: "wait" });
    for (let i = 0; i < 6; i++) await wrong({ browserId: "its-owner-was-here" });
    expect(await attempt({ browserId: "its-owner-was-here" })).toMatchObject({ reason: "wait" });
  });
  it("takes an IPv6 network as one", () => {
    expect(addressKey("2001:db8:0:1::1")).toEqual(addressKey("2001:db8::1:2:3:4:5"));
    expect(addressKey("2001:db8:0:1::1")).not.toEqual(addressKey("2001:db8:0:2::1"));
  });
});

describe("sessions", () => {
  it("ends idle after 30 minutes, kept awake by use and not by polling", async () => {
    const { tokenHash } = await signedIn();
    later(SESSION_IDLE_MS - 1_000);
    expect(await findActor(database.db, tokenHash, now, true)).not.toBeNull();
    later(SESSION_IDLE_MS - 1_000);
    expect(await findActor(database.db, tokenHash, now, false)).not.toBeNull();
    later(2_000);
    expect(await findActor(database.db, tokenHash, now, true)).toBeNull();
  });
  it("ends after 12 hours however busy", async () => {
    const { tokenHash } = await signedIn();
    const end = now.getTime() + SESSION_ABSOLUTE_MS;
    while (now.getTime() < end - 60_000 * 20) {
      later(60_000 * 20);
      expect(await findActor(database.db, tokenHash, now, true)).not.toBeNull();
    }
    now = new Date(end);
    expect(await findActor(database.db, tokenHash, now, true)).toBeNull();
  });
  it("ends at once: sign-out, everywhere, by an administrator, on disabling", async () => {
    const staffId = await person("b@city.example", [{ role: "viewer", sectionId: null }]);
    const admin = await signedIn();
    const ways: ((s: Awaited<ReturnType<typeof signedIn>>) => Promise<unknown>)[] = [
      (s) => signOut(ctx(), s.tokenHash),
      (s) => commands.endOwnSessions(s.ctx),
      (s) => commands.endOwnSession(s.ctx, { sessionId: s.ctx.actor.sessionId }),
      () => commands.endStaffSessions(admin.ctx, { staffId }),
      () => commands.disableStaff(admin.ctx, { staffId }),
    ];
    for (const end of ways) {
      const session = await signedIn("b@city.example");
      expect(await sessionStillValid(database.db, session.ctx.actor.sessionId, now)).toBe(true);
      await end(session);
      expect(await findActor(database.db, session.tokenHash, now, true)).toBeNull();
      expect(await sessionStillValid(database.db, session.ctx.actor.sessionId, now)).toBe(false);
    }
    expect(await findActor(database.db, admin.tokenHash, now, true)).not.toBeNull();
    await commands.enableStaff(admin.ctx, { staffId });
    expect((await listLiveActors(database.db, [admin.ctx.actor.sessionId], now)).size).toBe(1); // old ones stay ended
  });
  it("does not let one end another's session", async () => {
    await person("b@city.example");
    const other = await signedIn("b@city.example");
    const own = await signedIn();
    expect(await commands.endOwnSession(own.ctx, { sessionId: other.ctx.actor.sessionId })).toMatchObject({
      reason: "over",
    });
    expect(await findActor(database.db, other.tokenHash, now, true)).not.toBeNull();
  });
  it("has the roles of now, not of the sign-in", async () => {
    const staffId = await person("b@city.example", [{ role: "viewer", sectionId: null }]);
    const session = await signedIn("b@city.example");
    const admin = await signedIn();
    await commands.changeStaffRoles(admin.ctx, { staffId, roles: [{ role: "section", sectionId }] });
    expect((await findActor(database.db, session.tokenHash, now, true))?.roles).toEqual([
      { role: "section", sectionId },
    ]);
    expect(
      (await listLiveActors(database.db, [session.ctx.actor.sessionId], now)).get(session.ctx.actor.sessionId)
        ?.roles,
    ).toHaveLength(1);
  });
  it("ends the others when the password changes, and asks for the old one", async () => {
    const here = await signedIn();
    const there = await signedIn();
    expect(
      await commands.changePassword(here.ctx, {
        current: "nope nope nope",
        password: "green tram to the lake",
      }),
    ).toMatchObject({ reason: "wrong-password" });
    expect(await actions()).toContain("staff.refuse-password");
    expect(await commands.changePassword(here.ctx, { current: PASSWORD, password: "short" })).toMatchObject({
      reason: "too-short",
    });
    expect(
      await commands.changePassword(here.ctx, { current: PASSWORD, password: "green tram to the lake" }),
    ).toMatchObject({ ok: true });
    expect(await findActor(database.db, here.tokenHash, now, true)).not.toBeNull();
    expect(await findActor(database.db, there.tokenHash, now, true)).toBeNull();
    expect(await attempt()).toMatchObject({ ok: false });
    expect(await attempt({ password: "green tram to the lake" })).toMatchObject({ ok: true });
  });
});

describe("one-time links", () => {
  const link = async (staffId: number) =>
    (await issueLink(systemContext(database.db, "test", now), staffId)).split("token=")[1] ?? "";
  const redeem = (token: string, password = "green tram to the lake") =>
    redeemLink(ctx(), { token, password, userAgent: null });

  it("works once of ten clicks at once", async () => {
    const token = await link(await person("b@city.example"));
    const results = await Promise.all(Array.from({ length: 10 }, () => redeem(token)));
    expect(results.filter((r) => r.ok)).toHaveLength(1);
    expect(results.filter((r) => !r.ok && r.reason === "link-over")).toHaveLength(9);
    expect(await database.db.$count(staffSessions)).toBe(1);
    expect(await redeem(token)).toMatchObject({ reason: "link-over" });
  });
  it("stops after 24 hours, when a new one is made, and for a disabled person", async () => {
    const staffId = await person("b@city.example");
    const first = await link(staffId);
    const second = await link(staffId);
    expect(await redeem(first)).toMatchObject({ reason: "link-over" });
    await database.db.update(staff).set({ disabledAt: now }).where(eq(staff.id, staffId));
    expect(await redeem(second)).toMatchObject({ reason: "link-over" });
    await database.db.update(staff).set({ disabledAt: null }).where(eq(staff.id, staffId));
    later(24 * 3_600_000);
    expect(await redeem(second)).toMatchObject({ reason: "link-over" });
  });
  it("is kept as a hash, survives a refused password and ends sessions", async () => {
    const staffId = await person("b@city.example");
    const session = await signedIn("b@city.example");
    const token = await link(staffId);
    expect(JSON.stringify(await database.db.select().from(staffLinks))).not.toContain(token);
    expect(await redeem(token, "password2026!!")).toMatchObject({ reason: "common" });
    expect(await redeem(token)).toMatchObject({ ok: true });
    expect(await findActor(database.db, session.tokenHash, now, true)).toBeNull();
    expect(await actions()).toContain("staff.set-password");
  });
  it("gives the first administrator a way in, and again, and nobody disabled", async () => {
    const system = systemContext(database.db, "admin-link", now);
    const first = await commands.issueAdministratorLink(system, {
      email: "Boss＠city.example",
      name: "管理者",
    });
    expect(first).toMatchObject({ ok: true, value: { created: true } });
    expect(first.ok && first.value.link).toMatch(
      /^https:\/\/madoguchi\.city\.example\/welcome\?token=[\w-]{43}$/,
    );
    expect(
      await commands.issueAdministratorLink(system, { email: "boss@city.example", name: "x" }),
    ).toMatchObject({ ok: true, value: { created: false } });
    expect(await commands.issueAdministratorLink(system, { email: "boss", name: "x" })).toMatchObject({
      reason: "email-invalid",
    });
    await database.db.update(staff).set({ disabledAt: now });
    expect(
      await commands.issueAdministratorLink(system, { email: "boss@city.example", name: "x" }),
    ).toMatchObject({ reason: "disabled" });
  });
});

describe("staff", () => {
  it("gets no password from a program outside demo mode", async () => {
    const given = { email: "c@city.example", name: "x", roles: [], password: PASSWORD };
    await expect(commands.createStaff(systemContext(database.db, "t", now), given)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
  it("is made once per address, however it is spelt", async () => {
    const make = (email: string) =>
      commands.createStaff(systemContext(database.db, "t", now), { email, name: "x", roles: [] });
    const results = await Promise.all(["c@city.example", "C@city.example", "ｃ＠city.example"].map(make));
    expect(results.filter((r) => r.ok)).toHaveLength(1);
    expect(await make("not an address")).toMatchObject({ reason: "email-invalid" });
  });
  it.each<[commands.HeldRole[], boolean]>([
    [[{ role: "administrator", sectionId: null }], true],
    [[{ role: "administrator", sectionId: 1 }], false],
    [[{ role: "triage", sectionId: 1 }], false],
    [[{ role: "section", sectionId: null }], false],
    [[{ role: "section", sectionId: 999_999 }], false],
  ])("role fit %j: %s", async (roles, fits) => {
    const given = roles.map((r) => ({ ...r, sectionId: r.sectionId === 1 ? sectionId : r.sectionId }));
    const result = await commands.createStaff(systemContext(database.db, "t", now), {
      email: "c@city.example",
      name: "x",
      roles: given,
    });
    expect(result.ok).toBe(fits);
  });
  it("does not take an invitation, or an account of the demo, for an administrator who is left", async () => {
    const admin = { role: "administrator", sectionId: null } as const;
    const { ctx: only } = await signedIn();
    const invited = await commands.inviteStaff(only, {
      email: "typo@city.exmaple",
      name: "まちがい",
      roles: [admin],
    });
    expect(invited.ok).toBe(true);
    await person("admin@demo.example", [admin]);
    const leave = () => commands.changeStaffRoles(only, { staffId: only.actor.staffId, roles: [] });
    expect(await leave()).toMatchObject({ reason: "last-administrator" });
    await person("b@city.example", [admin]);
    expect(await leave()).toMatchObject({ ok: true });
  });
  it("keeps one administrator, also when two remove each other at once", async () => {
    const admin = { role: "administrator", sectionId: null } as const;
    const idA = (await signedIn()).ctx.actor.staffId;
    const idB = await person("b@city.example", [admin]);
    const a = (await signedIn()).ctx;
    const b = (await signedIn("b@city.example")).ctx;
    const results = await Promise.all([
      commands.changeStaffRoles(a, { staffId: idB, roles: [] }),
      commands.disableStaff(b, { staffId: idA }),
    ]);
    expect(results.filter((r) => r.ok)).toHaveLength(1);
    expect(results.find((r) => !r.ok)).toMatchObject({ reason: "last-administrator" });
  });
  it("does not disable oneself", async () => {
    const { ctx: own } = await signedIn();
    expect(await commands.disableStaff(own, { staffId: own.actor.staffId })).toMatchObject({
      reason: "own-account",
    });
  });
});
