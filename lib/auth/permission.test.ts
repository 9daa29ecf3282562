import { describe, expect, it } from "vitest";
import { ROLES, type Role } from "@/db/enums";
import { assertCan, can, PERMISSIONS, type Permission, reachOf } from "./permission";

const ROAD = 1;
const PARK = 2;
const holder = (...roles: [Role, number | null][]) => ({
  roles: roles.map(([role, sectionId]) => ({ role, sectionId })),
});
const everywhere = (role: Role) => holder([role, null]);

/** The whole table again, by hand: who may at all, when the role is held in every section. */
const EXPECTED: Record<Permission, Role[]> = {
  "console.enter": ["administrator", "triage", "section", "author", "approver", "viewer"],
  "report.view": ["administrator", "triage", "section", "viewer"],
  "report.photo.view": ["administrator", "triage", "section", "viewer"],
  "report.create": ["administrator", "triage", "section"],
  "report.change-status": ["administrator", "triage", "section"],
  "report.assign": ["administrator", "triage", "section"],
  "report.note": ["administrator", "triage", "section"],
  "report.message": ["administrator", "triage", "section"],
  "report.place": ["administrator", "triage", "section"],
  "photo.hide": ["administrator", "triage", "section"],
  "inbox.view": ["administrator", "triage"],
  "inbox.retry": ["administrator", "triage"],
  "broadcast.view": ["administrator", "author", "approver", "viewer"],
  "broadcast.write": ["administrator", "author"],
  "broadcast.approve": ["administrator", "approver"],
  "segment.small-counts": ["administrator"],
  "broadcast.emergency": ["administrator", "approver"],
  "broadcast.control": ["administrator", "author", "approver"],
  "channel.manage": ["administrator"],
  "analytics.view": ["administrator", "triage", "section", "author", "approver", "viewer"],
  "bot.view": ["administrator", "triage", "section", "author", "approver", "viewer"],
  "bot.write": ["administrator", "author"],
  "bot.publish": ["administrator", "approver"],
  "content.manage": ["administrator"],
  "menu.view": ["administrator", "triage", "section", "author", "approver", "viewer"],
  "menu.switch": ["administrator", "approver"],
  "audit.view": ["administrator"],
  "staff.manage": ["administrator"],
};

describe("the permission table", () => {
  const cells = (Object.keys(PERMISSIONS) as Permission[]).flatMap((permission) =>
    ROLES.map((role) => ({ permission, role })),
  );
  it.each(cells)("$role · $permission", ({ permission, role }) => {
    const may = EXPECTED[permission].includes(role);
    expect(can(everywhere(role), permission)).toEqual(may ? { ok: true } : { ok: false, reason: "role" });
    expect(can(everywhere(role), permission, { sectionId: ROAD }).ok).toBe(may);
    expect(can(everywhere(role), permission, { sectionId: null }).ok).toBe(may);
    const oneSection = may && PERMISSIONS[permission].about === "section";
    expect(can(holder([role, ROAD]), permission).ok).toBe(oneSection);
    expect(can(holder([role, ROAD]), permission, { sectionId: ROAD }).ok).toBe(oneSection);
    expect(can(holder([role, ROAD]), permission, { sectionId: PARK }).ok).toBe(false);
    expect(can(holder([role, ROAD]), permission, { sectionId: null }).ok).toBe(false);
  });
  it("permits nothing to nobody", () => {
    for (const permission of Object.keys(PERMISSIONS) as Permission[]) {
      expect(can({ roles: [] }, permission)).toEqual({ ok: false, reason: "role" });
      expect(reachOf({ roles: [] }, permission)).toEqual([]);
    }
  });
});

describe("roles together", () => {
  const both = holder(["section", ROAD], ["viewer", null]);
  it("sees everything, works only its own", () => {
    expect(can(both, "report.view", { sectionId: PARK })).toEqual({ ok: true });
    expect(can(both, "report.note", { sectionId: PARK })).toEqual({ ok: false, reason: "section" });
    expect(can(both, "report.note", { sectionId: ROAD })).toEqual({ ok: true });
    expect(reachOf(both, "report.view")).toBe("all");
    expect(reachOf(both, "report.note")).toEqual([ROAD]);
  });
  it("reaches two sections once each", () => {
    expect(reachOf(holder(["section", PARK], ["section", ROAD], ["viewer", ROAD]), "report.view")).toEqual([
      PARK,
      ROAD,
    ]);
  });
  it("throws what the edges map to 403", () => {
    expect(() => assertCan(both, "report.note", { sectionId: PARK })).toThrow(
      expect.objectContaining({ code: "forbidden" }),
    );
    expect(() => assertCan(both, "report.note", { sectionId: ROAD })).not.toThrow();
  });
});
