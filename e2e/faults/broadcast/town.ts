import { randomUUID } from "node:crypto";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "@/db";
import type { BroadcastKind, BroadcastState } from "@/db/enums";
import { hashPassword } from "@/lib/auth/password";
import { versionHash } from "@/lib/broadcasts/fingerprint";
import { type Ctx, type StaffActor, systemContext } from "@/lib/core/context";
import { openArmFile } from "@/lib/delivery/arm-gateway";
import { armDatabase, resumeChannel } from "@/lib/delivery/channel/commands";
import { pauseBroadcast, releaseNow, resumeBroadcast, stopBroadcast } from "@/lib/delivery/commands";
import { EVERYONE, type Rule } from "@/lib/segments/rule";
import type { House } from "../../support/house";
import { sandboxCall } from "../../support/house";
import type { Desk } from "./desk";

export const ENGLISH: Rule = { op: "spoken", spoken: ["en"] };

const DEEDS = {
  release: { command: releaseNow, action: "releaseBroadcastAction" },
  pause: { command: pauseBroadcast, action: "pauseBroadcastAction" },
  resume: { command: resumeBroadcast, action: "resumeBroadcastAction" },
  stop: { command: stopBroadcast, action: "stopBroadcastAction" },
};

/** Who approves, and signs in at the console where there is one. */
export const APPROVER = { email: "approver@faults.example", password: "a password of the fault runs" };

/** What was meant to happen to one broadcast, written down before it could. */
export type Plan = {
  id: string;
  name: string;
  kind: BroadcastKind;
  /** LINE user ids of everybody who could be reached and matched when it was scheduled. */
  audience: Set<string>;
  /** It must never go out. */
  isLate: boolean;
};

/** The town: its residents, its staff, and what they send. It lives through a database that dies. */
export type Town = Awaited<ReturnType<typeof openTown>>;

/** `desk`: the console at which staff do what they do; without one they do it past it. */
export async function openTown(house: House, seed: string, residents: number, desk: Desk | null) {
  const database = openDatabase(house.databaseUrl, { max: 4, connectTimeoutMs: 2_000, name: "faults-town" });
  const { pool } = database;

  /** Until the database is there again: what staff do is done. */
  const steadily = async <T>(work: () => Promise<T>): Promise<T> => {
    const until = Date.now() + 60_000;
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (Date.now() > until) throw error;
        await sleep(150);
      }
    }
  };
  const query = <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
    steadily(async () => (await pool.query(text, values)).rows as T[]);

  await sandboxCall(house, "/residents", { count: residents, seed, follow: "silent" });
  await query(
    `insert into friends (line_user_id, state, spoken, followed_at)
     select 'U' || md5($1 || ':' || n), 'following', case when n % 5 = 0 then 2 else 0 end, now() from generate_series(1, $2::int) n`,
    [seed, residents],
  );
  const [writer] = await query<{ id: number }>(
    "insert into staff (email, name, password_hash) values ('author@faults.example', '作成', null), ($1, '承認', $2) returning id",
    [APPROVER.email, await hashPassword(APPROVER.password)],
  );
  const authorId = writer?.id ?? 0;
  await query("insert into staff_roles (staff_id, role) values ($1, 'administrator')", [authorId + 1]);
  const actor: StaffActor = {
    kind: "staff",
    staffId: authorId + 1,
    name: "承認",
    email: APPROVER.email,
    roles: [{ role: "administrator", sectionId: null }],
    sessionId: "faults",
  };
  const ctx = (): Ctx<StaffActor> => ({ db: database.db, actor, now: new Date() });
  const arm = () =>
    armDatabase(systemContext(database.db, "faults"), openArmFile(path.join(house.folder, "arm.json")));
  await steadily(arm);

  return {
    query,
    plans: [] as Plan[],
    arm: () => steadily(arm),
    /** Writes down who is meant, then schedules it for `dueInMs` from now. */
    async schedule(
      name: string,
      options: { kind?: BroadcastKind; rule?: Rule; dueInMs?: number } = {},
    ): Promise<Plan> {
      const rule = options.rule ?? EVERYONE;
      const kind = options.kind ?? "routine";
      const meant = await query<{ user: string }>(
        `select line_user_id as user from friends where state = 'following' and stopped_at is null ${rule === ENGLISH ? "and spoken = 2" : ""}`,
      );
      const dueInMs = options.dueInMs ?? 0;
      const plan: Plan = {
        id: randomUUID(),
        name,
        kind,
        audience: new Set(meant.map((row) => row.user)),
        isLate: dueInMs < -900_000,
      };
      this.plans.push(plan);
      const content = {
        variants: {
          ja: [{ kind: "text", text: `${name} お知らせ` }],
          en: [{ kind: "text", text: `${name} news` }],
        },
      };
      // Runs begin at any hour, and a late one is released then.
      const schedule = { kind: "now", quietReason: "試験" };
      const common = [kind, JSON.stringify(content), JSON.stringify(rule), JSON.stringify(schedule)];
      await query(
        `with made as (
           insert into broadcasts (id, kind, state, title, author_id, content, rule, schedule, version, due_at)
           values ($5, $1, 'scheduled', $6, $7, $2, $3, $4, 1, now() + make_interval(secs => $8)) on conflict do nothing returning id)
         insert into broadcast_versions (broadcast_id, version, kind, title, content, rule, schedule, hash, submitted_by, submitted_at, decision)
         select id, 1, $1, $6, $2, $3, $4, $9, $7, now(), 'approved' from made`,
        [...common, plan.id, name, authorId, dueInMs / 1_000, versionHash({ kind, content, rule, schedule })],
      );
      return plan;
    },
    stateOf: async (plan: Plan): Promise<BroadcastState> =>
      (await query<{ state: BroadcastState }>("select state from broadcasts where id = $1", [plan.id]))[0]
        ?.state ?? "draft",
    /** Nothing of it is open any more: a stopped one still asks about what is in doubt. */
    isOver: async (plan: Plan): Promise<boolean> =>
      (await query("select 1 from broadcasts where id = $1 and finished_at is not null", [plan.id])).length >
      0,
    /** A person does it; false when it was no longer possible. */
    do: (deed: keyof typeof DEEDS, plan: Plan): Promise<boolean> =>
      steadily(async () =>
        desk
          ? desk.do(DEEDS[deed].action, plan.id, { id: plan.id, reason: "確かめました" })
          : (await DEEDS[deed].command(ctx(), { id: plan.id, reason: "確かめました" })).ok,
      ),
    isChannelPaused: async (): Promise<boolean> =>
      (await query("select 1 from channel_state where paused_at is not null")).length > 0,
    resumeChannel: (): Promise<boolean> =>
      steadily(async () => (desk ? desk.do("resumeChannelAction", "", {}) : (await resumeChannel(ctx())).ok)),
    close: () => database.close().catch(() => {}),
  };
}
