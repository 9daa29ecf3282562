import { eq } from "drizzle-orm";
import { vi } from "vitest";
import type { Db } from "@/db";
import { sections, signInThrottles, staff, staffLinks, staffRoles, staffSessions } from "@/db/schema/index";
import { type Ctx, type StaffActor, systemContext } from "@/lib/core/context";
import { startSettings } from "@/lib/core/env";
import { sha256 } from "@/lib/core/id";
import { createStaff, type HeldRole } from "../commands";
import { hashPassword } from "../password";
import { findActor } from "../sessions";
import { type SignInInput, signIn } from "../sign-in";

/** People with a password, for tests of sessions. Hashed once: each hash takes 30 ms. */
export const PASSWORD = "四つの 山と 川 2026";
let passwordHash: Promise<string> | undefined;

/** Settings as a program of the command line has them, and a section to hold roles in. Answers its id. */
export async function openOffice(database: { db: Db; url: string }): Promise<number> {
  vi.stubEnv("DATABASE_URL", database.url);
  vi.stubEnv("APP_URL", "https://madoguchi.city.example");
  startSettings("command");
  const [section] = await database.db
    .insert(sections)
    .values({ key: "road", name: "道路整備課", position: 1 })
    .returning();
  return section?.id ?? 0;
}

type SignedIn = { ctx: Ctx<StaffActor>; tokenHash: string };

export function peopleIn(database: { db: Db }, clock: () => Date) {
  const ctx = (): Ctx => ({ db: database.db, actor: { kind: "public" }, now: clock() });
  const attempt = (over: Partial<SignInInput> = {}) =>
    signIn(ctx(), {
      email: "a@city.example",
      password: PASSWORD,
      address: "192.0.2.1",
      browserId: null,
      userAgent: "test",
      ...over,
    });
  return {
    ctx,
    attempt,
    async person(email: string, roles: HeldRole[] = []): Promise<number> {
      passwordHash ??= hashPassword(PASSWORD);
      const made = await createStaff(systemContext(database.db, "test", clock()), {
        email,
        name: "職員",
        roles,
      });
      if (!made.ok) throw new Error(made.reason);
      await database.db
        .update(staff)
        .set({ passwordHash: await passwordHash })
        .where(eq(staff.id, made.value.staffId));
      return made.value.staffId;
    },
    async signedIn(email = "a@city.example"): Promise<SignedIn> {
      const result = await attempt({ email });
      if (!result.ok) throw new Error(result.reason);
      const tokenHash = sha256(result.value.token);
      const actor = await findActor(database.db, tokenHash, clock(), true);
      if (!actor) throw new Error("no session");
      return { ctx: { db: database.db, actor, now: clock() }, tokenHash };
    },
    async clear(): Promise<void> {
      for (const table of [staffSessions, staffLinks, staffRoles, signInThrottles])
        await database.db.delete(table);
      await database.db.delete(staff);
    },
  };
}
