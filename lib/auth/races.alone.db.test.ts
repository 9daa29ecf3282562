import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { staffSessions } from "@/db/schema/index";
import { systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import * as commands from "./commands";
import { issueLink, redeemLink } from "./links";
import { confirmPassword } from "./proof";
import { openOffice, PASSWORD, peopleIn } from "./testing/people";

/** Runs while a password is being looked at: the 30 ms in which somebody else may change everything. */
const meanwhile = vi.hoisted(() => ({ act: null as null | (() => Promise<unknown>) }));
vi.mock("./password", async (load) => {
  const real = await load<typeof import("./password")>();
  const verifyPassword: typeof real.verifyPassword = async (stored, password) => {
    const act = meanwhile.act;
    meanwhile.act = null;
    const matches = await real.verifyPassword(stored, password);
    await act?.();
    return matches;
  };
  return { ...real, verifyPassword };
});

const database = testDatabase();
const OTHER = "green tram to the lake";
let staffId: number;
const now = new Date("2026-11-22T00:00:00Z");
const { ctx, person, clear, ...door } = peopleIn(database, () => now);
const { signedIn } = door;
const attempt = (email: string, password = PASSWORD) => door.attempt({ email, password, address: null });
const tokenFor = async (id: number) =>
  (await issueLink(systemContext(database.db, "test", now), id)).split("token=")[1] ?? "";
const redeem = (token: string, password = OTHER) => redeemLink(ctx(), { token, password, userAgent: null });
const openSessions = async () =>
  (await database.db.select().from(staffSessions).where(eq(staffSessions.staffId, staffId))).filter(
    (s) => s.endedAt === null,
  ).length;

beforeAll(() => openOffice(database));
beforeEach(async () => {
  meanwhile.act = null;
  await clear();
  await person("admin@city.example", [{ role: "administrator", sectionId: null }]);
  staffId = await person("b@city.example", [{ role: "viewer", sectionId: null }]);
});

describe("while a password is being looked at", () => {
  it("an account that is disabled gets no session, also not one that wakes up when it is enabled again", async () => {
    const admin = await signedIn("admin@city.example");
    meanwhile.act = () => commands.disableStaff(admin.ctx, { staffId });
    expect(await attempt("b@city.example")).toMatchObject({ reason: "no-match" });
    await commands.enableStaff(admin.ctx, { staffId });
    expect(await openSessions()).toBe(0);
  });
  it("a password that is replaced opens nothing any more", async () => {
    const token = await tokenFor(staffId);
    meanwhile.act = () => redeem(token);
    expect(await attempt("b@city.example")).toMatchObject({ reason: "no-match" });
    expect(await openSessions()).toBe(1); // the one that the link opened
  });
  it("a one-time link wins over a stranger who changes the password with the old one", async () => {
    const stranger = await signedIn("b@city.example");
    const token = await tokenFor(staffId);
    meanwhile.act = () => redeem(token);
    const changed = await commands.changePassword(stranger.ctx, {
      current: PASSWORD,
      password: "the stranger's own words",
    });
    expect(changed).toMatchObject({ reason: "wrong-password" });
    expect(await openSessions()).toBe(1);
    expect(await attempt("b@city.example", OTHER)).toMatchObject({ ok: true });
  });
});

it("a password that was replaced while it was looked at proves nothing", async () => {
  const own = await signedIn("b@city.example");
  const token = await tokenFor(staffId);
  meanwhile.act = () => redeem(token);
  expect(await confirmPassword(own.ctx, { password: PASSWORD })).toMatchObject({ reason: "wrong-password" });
});

describe("a one-time link that nobody has used", () => {
  it("does not come back to life with a disabled account", async () => {
    const admin = await signedIn("admin@city.example");
    const token = await tokenFor(staffId);
    await commands.disableStaff(admin.ctx, { staffId });
    await commands.enableStaff(admin.ctx, { staffId });
    expect(await redeem(token)).toMatchObject({ reason: "link-over" });
  });
  it("is over when its owner sets a password without it", async () => {
    const token = await tokenFor(staffId);
    const own = await signedIn("b@city.example");
    expect(await commands.changePassword(own.ctx, { current: PASSWORD, password: OTHER })).toMatchObject({
      ok: true,
    });
    expect(await redeem(token, "another one altogether")).toMatchObject({ reason: "link-over" });
  });
});

it("nobody outside can keep a person from changing their password", async () => {
  const own = await signedIn("b@city.example");
  for (let i = 0; i < 6; i++) await attempt(`own:${staffId}`, "whatever it may be");
  expect(await commands.changePassword(own.ctx, { current: PASSWORD, password: OTHER })).toMatchObject({
    ok: true,
  });
});

it("knows no demo account outside demo mode, whatever database it is given", async () => {
  await person("admin@demo.example", [{ role: "administrator", sectionId: null }]);
  expect(await attempt("admin@demo.example")).toMatchObject({ reason: "no-match" });
});
