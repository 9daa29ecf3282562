import { randomUUID } from "node:crypto";
import type { Db } from "@/db";
import type { BroadcastKind, Role } from "@/db/enums";
import { friends, settings, staff, staffRoles } from "@/db/schema";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { EVERYONE, type Rule } from "@/lib/segments/rule";
import type { Content } from "../content";
import { createDraft, saveDraft } from "../draft/commands";
import { NOW, type Schedule } from "../schedule";

/** Rows for tests of the composing desk. Noon in Tokyo: nothing rings anybody out of bed. */
export const NOON = new Date("2026-11-22T03:00:00Z");
export const ACCOUNT = "架空市";

export async function makePerson(
  db: Db,
  name: string,
  roles: Role[],
  now = NOON,
  sectionId: number | null = null,
): Promise<Ctx<StaffActor>> {
  const email = `${randomUUID()}@example.jp`;
  const [row] = await db.insert(staff).values({ name, email }).returning({ id: staff.id });
  if (!row) throw new Error("staff row");
  const held = roles.map((role) => ({ role, sectionId }));
  if (held.length > 0) await db.insert(staffRoles).values(held.map((r) => ({ staffId: row.id, ...r })));
  return {
    db,
    actor: { kind: "staff", staffId: row.id, name, email, roles: held, sessionId: randomUUID() },
    now,
  };
}

export async function makeFriends(db: Db, n: number): Promise<number[]> {
  const rows = await db
    .insert(friends)
    .values(
      Array.from({ length: n }, () => ({
        lineUserId: `U${randomUUID().replaceAll("-", "")}`,
        state: "following" as const,
      })),
    )
    .returning({ id: friends.id });
  return rows.map((row) => row.id);
}

export const makeCity = (db: Db) =>
  db.insert(settings).values({
    key: "profile",
    value: {
      key: "kasora",
      name: "架空市",
      accountName: ACCOUNT,
      center: { lat: 35, lng: 139 },
      zoom: 12,
      bounds: { south: 34, west: 138, north: 36, east: 140 },
      view: { south: 34, west: 138, north: 36, east: 140 },
      phones: [],
      officeHours: { ja: "平日" },
      disclaimer: "",
    },
  });

export const saying = (text: string): Content => ({ variants: { ja: [{ kind: "text", text }] } });

/** A draft somebody has finished writing. */
export async function makeDraft(
  author: Ctx<StaffActor>,
  change: {
    kind?: BroadcastKind;
    title?: string;
    content?: Content;
    rule?: Rule;
    schedule?: Schedule;
    sectionId?: number;
  } = {},
): Promise<{ id: string; revision: number }> {
  const { kind = "routine", title = "秋のお知らせ", sectionId = null } = change;
  const made = await createDraft(author, { kind, title, sectionId });
  if (!made.ok) throw new Error(made.reason);
  const saved = await saveDraft(author, {
    id: made.value.id,
    revision: 1,
    title,
    content: change.content ?? saying("秋まつりを開きます。"),
    rule: change.rule ?? EVERYONE,
    schedule: change.schedule ?? NOW,
  });
  if (!saved.ok || saved.value.kind !== "saved") throw new Error("draft");
  return { id: made.value.id, revision: saved.value.revision };
}
