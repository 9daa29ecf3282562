import { randomUUID } from "node:crypto";
import type { DbOrTx } from "@/db";
import type { Role } from "@/db/enums";
import {
  areas,
  categories,
  conversations,
  friends,
  reportPhotos,
  reports,
  routes,
  sections,
  staff,
  staffRoles,
} from "@/db/schema";
import type { Submission } from "@/lib/conversations/talk";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { pointColumns, searchTextOf } from "../derive";

/** Rows for tests: a town with two sections and two areas. Every call mints what it makes. */

export type Town = { roads: number; parks: number; east: number; west: number };

export async function makeTown(db: DbOrTx): Promise<Town> {
  const [roads, parks] = await db
    .insert(sections)
    .values([
      { key: "roads", name: "道路課", position: 1 },
      { key: "parks", name: "公園課", position: 2 },
    ])
    .returning({ id: sections.id });
  const [east, west] = await db
    .insert(areas)
    .values([
      { key: "east", name: "東区", groupName: null, position: 1, lat: 32.8, lng: 130.75 },
      { key: "west", name: "西区", groupName: null, position: 2, lat: 32.8, lng: 130.65 },
    ])
    .returning({ id: areas.id });
  if (!roads || !parks || !east || !west) throw new Error("town rows");
  await db.insert(categories).values([
    { key: "road", label: "道路", icon: "road", position: 1 },
    { key: "road.hole", parentKey: "road", label: "舗装の穴", position: 1 },
    { key: "park", label: "公園", icon: "park", position: 2 },
  ]);
  await db.insert(routes).values([
    {
      categoryKey: "road",
      areaId: null,
      sectionId: roads.id,
      mailTo: ["road@example.jp", "duty@example.jp"],
    },
    { categoryKey: "park", areaId: null, sectionId: parks.id, mailTo: [] },
  ]);
  return { roads: roads.id, parks: parks.id, east: east.id, west: west.id };
}

export async function makeStaff(
  db: DbOrTx,
  name: string,
  roles: { role: Role; sectionId: number | null }[],
  now: Date = new Date(),
): Promise<Ctx<StaffActor>> {
  const email = `${randomUUID()}@example.jp`;
  const [row] = await db.insert(staff).values({ name, email }).returning({ id: staff.id });
  if (!row) throw new Error("staff row");
  if (roles.length > 0) await db.insert(staffRoles).values(roles.map((r) => ({ staffId: row.id, ...r })));
  return { db, actor: { kind: "staff", staffId: row.id, name, email, roles, sessionId: randomUUID() }, now };
}

export async function makeFriend(db: DbOrTx, state: "following" | "blocked" = "following"): Promise<number> {
  const lineUserId = `U${randomUUID().replaceAll("-", "")}`;
  const [row] = await db.insert(friends).values({ lineUserId, state }).returning({ id: friends.id });
  if (!row) throw new Error("friend row");
  return row.id;
}

/** A conversation as it is saved before its report is filed, with as many photos as asked for. */
export async function makeConversation(
  db: DbOrTx,
  photos = 0,
): Promise<{ id: string; friendId: number; messageIds: string[] }> {
  const friendId = await makeFriend(db);
  const id = randomUUID();
  const at = new Date("2026-11-22T14:40:00Z");
  await db.insert(conversations).values({
    id,
    friendId,
    scenarioKey: "report",
    scenarioVersion: 1,
    state: "submitted",
    draft: {},
    startedAt: at,
    lastEventAt: at,
    lastEventId: "e",
    expiresAt: at,
  });
  const messageIds = Array.from({ length: photos }, () => randomUUID());
  for (const [position, lineMessageId] of messageIds.entries()) {
    await db.insert(reportPhotos).values({ id: randomUUID(), conversationId: id, lineMessageId, position });
  }
  return { id, friendId, messageIds };
}

export const submissionOf = (conversationId: string, change: Partial<Submission> = {}): Submission => ({
  conversationId,
  scenarioKey: "report",
  scenarioVersion: 1,
  categoryKey: "road",
  subcategoryKey: "road.hole",
  answers: [{ stepId: "kind", label: "種類", display: "舗装の穴" }],
  body: "大きな穴があります",
  point: { lat: 32.79, lng: 130.74 },
  address: null,
  areaKey: null,
  inside: true,
  seenAt: null,
  seenText: "今日の夜",
  photos: [],
  startedAt: "2026-11-22T14:38:00.000Z",
  submittedAt: "2026-11-22T14:40:00.000Z",
  ...change,
});

let made = 0;

/** A report as it lies in the table. */
export async function makeReport(
  db: DbOrTx,
  change: Partial<typeof reports.$inferInsert> & { point?: { lat: number; lng: number } | null } = {},
): Promise<typeof reports.$inferSelect> {
  made += 1;
  const { point = { lat: 32.79, lng: 130.74 }, ...rest } = change;
  const number = rest.number ?? `R8-${String(500_000 + made)}`;
  const receivedAt = rest.receivedAt ?? new Date("2026-11-01T03:00:00Z");
  const [row] = await db
    .insert(reports)
    .values({
      id: randomUUID(),
      number,
      source: "line",
      sourceKey: randomUUID(),
      categoryKey: "road",
      subcategoryKey: null,
      answers: [],
      body: "",
      ...pointColumns(point),
      receivedAt,
      statusAt: receivedAt,
      searchText: searchTextOf({
        number,
        labels: ["道路"],
        address: null,
        body: rest.body ?? "",
        answers: [],
      }),
      ...rest,
    })
    .returning();
  if (!row) throw new Error("report row");
  return row;
}
