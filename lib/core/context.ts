import type { DbOrTx } from "@/db";
import type { Role } from "@/db/enums";

/** A staff member as the permission table sees one. `sectionId` null: the role holds in every section. */
export type StaffActor = {
  kind: "staff";
  staffId: number;
  name: string;
  email: string;
  roles: { role: Role; sectionId: number | null }[];
  sessionId: string;
};
export type Actor =
  | StaffActor
  | { kind: "friend"; friendId: number }
  | { kind: "system"; job: string }
  | { kind: "public" };

/**
 * What queries and commands run with. Only gates make one: lib/auth/gate.ts for people, `systemContext` for jobs and
 * the command line. `now` is fixed for the whole piece of work.
 */
export type Ctx<A extends Actor = Actor> = { readonly db: DbOrTx; readonly actor: A; readonly now: Date };

export function systemContext(db: DbOrTx, job: string, now: Date = new Date()): Ctx {
  return { db, actor: { kind: "system", job }, now };
}

/** The same context inside a transaction. */
export const within = <A extends Actor>(ctx: Ctx<A>, db: DbOrTx): Ctx<A> => ({ ...ctx, db });
