import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Db } from "@/db";
import { auditEntries } from "@/db/schema/index";
import { systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { type AnchorGateway, anchorFile } from "./anchor-gateway";
import { CHAIN_START, sealAfter } from "./chain";
import { recordAudit } from "./commands";
import { sealAudit } from "./jobs";
import { listAudit, verifyChain } from "./queries";
import { parseAuditSearch } from "./search";
import { chainColumns } from "./sql";

const database = testDatabase();
let now = new Date("2026-11-22T01:00:00Z");
const ctx = (db = database.db) => systemContext(db, "test", now);
const note = (n: number) => ({ action: "test.note", subjectKind: "thing", subjectId: n, fields: ["a"] });

let anchor: AnchorGateway;
let anchorPath: string;
const seal = async () => {
  now = new Date(now.getTime() + 60_000); // each seal writes its head down
  return sealAudit(ctx(), { anchor, everything: true });
};

/** What somebody with a superuser's rights could do: take the guard away, change, put it back. */
async function tamper(statement: string): Promise<void> {
  await database.db.transaction(async (tx) => {
    await tx.execute(sql`alter table audit_entries disable trigger all`);
    await tx.execute(sql`alter table audit_seals disable trigger all`);
    await tx.execute(sql.raw(statement));
    await tx.execute(sql`alter table audit_entries enable always trigger audit_entries_append_only`);
    await tx.execute(sql`alter table audit_seals enable always trigger audit_seals_append_only`);
  });
}

afterEach(() => fs.rm(path.dirname(anchorPath), { recursive: true, force: true }));
beforeEach(async () => {
  await tamper("truncate audit_entries, audit_seals restart identity");
  anchorPath = path.join(await fs.mkdtemp(path.join(os.tmpdir(), "anchor-")), "heads.jsonl");
  anchor = anchorFile(anchorPath);
  for (let n = 1; n <= 6; n++) await recordAudit(ctx(), note(n));
  await seal();
});

describe("the guard", () => {
  it.each([
    "update audit_entries set action = 'x'",
    "update audit_entries set action = 'x' where false",
    "delete from audit_entries",
    "truncate audit_entries",
    "update audit_seals set hash = 'x'",
    "delete from audit_seals",
    "truncate audit_seals",
    "insert into audit_seals (seq, entry_id, previous_hash, hash) values (1, 1, '', '') on conflict (seq) do update set hash = 'x'",
  ])("refuses to the owner: %s", async (statement) => {
    await expect(database.db.execute(sql.raw(statement))).rejects.toMatchObject({ cause: { code: "42501" } });
    expect((await verifyChain(ctx(), anchor)).breach).toBeNull();
  });
  it("holds for replication too", async () => {
    await expect(
      database.db.transaction(async (tx) => {
        await tx.execute(sql`set local session_replication_role = replica`);
        await tx.execute(sql`delete from audit_entries`);
      }),
    ).rejects.toMatchObject({ cause: { code: "42501" } });
  });
  it("gives the application's role everything but that", async () => {
    const role = `app_${Date.now()}`;
    await database.db.execute(sql.raw(`create role ${role}`));
    const as = (statement: string) =>
      database.db.transaction(async (tx) => {
        await tx.execute(sql.raw(`set local role ${role}`));
        await tx.execute(sql.raw(statement));
      });
    try {
      await database.db.execute(sql`select grant_application_role(${role})`);
      await database.db.execute(sql`select grant_application_role(${role})`);
      await as(
        "insert into audit_entries (at, actor_kind, action, subject_kind, subject_id) values (now(), 'system', 'x', 'y', 'z')",
      );
      await as("update settings set value = value");
      const { rows } = await database.db.execute<{ may: boolean }>(
        sql`select has_table_privilege(${role}, 'audit_entries', 'UPDATE, DELETE, TRUNCATE') or has_table_privilege(${role}, 'audit_seals', 'UPDATE, DELETE, TRUNCATE') as may`,
      );
      expect(rows[0]?.may).toBe(false);
      await expect(as("alter table audit_entries disable trigger all")).rejects.toMatchObject({
        cause: { code: "42501" },
      });
    } finally {
      await database.db.execute(sql.raw(`drop owned by ${role}; drop role ${role}`));
    }
  });
});

describe("the sealer", () => {
  it("seals each entry once, whoever runs", async () => {
    for (let n = 7; n <= 40; n++) await recordAudit(ctx(), note(n));
    await Promise.all(Array.from({ length: 4 }, () => sealAudit(ctx(), { anchor, everything: true })));
    await seal();
    expect(await verifyChain(ctx(), anchor)).toMatchObject({ breach: null, sealed: 40, unsealed: 0 });
  });
  it("seals an entry whose transaction commits after its neighbours", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let inserted = () => {};
    const ready = new Promise<void>((resolve) => {
      inserted = resolve;
    });
    const late = database.db.transaction(async (tx) => {
      await recordAudit(systemContext(tx, "late", now), note(7));
      inserted();
      await held;
    });
    await ready;
    await recordAudit(ctx(), note(8));
    expect(await seal()).toBe(1);
    expect(await verifyChain(ctx(), anchor)).toMatchObject({ sealed: 7, unsealed: 0 });
    release();
    await late;
    expect(await verifyChain(ctx(), anchor)).toMatchObject({ breach: null, sealed: 7, unsealed: 1 });
    expect(await sealAudit(ctx(), { anchor, everything: false })).toBe(1);
    expect(await verifyChain(ctx(), anchor)).toMatchObject({ breach: null, sealed: 8, unsealed: 0 });
  });
  it("leaves nothing of a change that was rolled back", async () => {
    await database.db
      .transaction(async (tx) => {
        await recordAudit(systemContext(tx, "undone", now), note(7));
        throw new Error("undo");
      })
      .catch(() => {});
    expect(await seal()).toBe(0);
  });
  it("goes on when the place outside cannot be written", async () => {
    const broken: AnchorGateway = {
      append: () => Promise.reject(new Error("disk full")),
      list: () => anchor.list(),
    };
    await recordAudit(ctx(), note(7));
    expect(await sealAudit(ctx(), { anchor: broken, everything: true })).toBe(1);
  });
  it("ignores a line outside that a crash cut", async () => {
    await fs.appendFile(anchorPath, '{"seq": 3, "ha');
    expect(await anchor.list()).toMatchObject({ unreadable: 1 });
    expect((await verifyChain(ctx(), anchor)).breach).toBeNull();
  });
});

describe("verify tells", () => {
  it.each([
    ["a changed action", "update audit_entries set action = 'other' where id = 3", "changed-entry", 3],
    ["a changed person", "update audit_entries set actor_id = 9 where id = 2", "changed-entry", 2],
    [
      "a time moved by a microsecond",
      "update audit_entries set at = at + interval '1 microsecond' where id = 4",
      "changed-entry",
      4,
    ],
    ["a changed field name", "update audit_entries set fields = '{b}' where id = 1", "changed-entry", 1],
    ["a removed entry", "delete from audit_entries where id = 3", "missing-entry", 3],
    ["a removed seal", "delete from audit_seals where seq = 3", "missing-seal", 3],
    [
      "entry and seal removed",
      "delete from audit_entries where id = 3; delete from audit_seals where seq = 3",
      "missing-seal",
      3,
    ],
    ["a changed hash", "update audit_seals set hash = repeat('a', 64) where seq = 2", "changed-entry", 2],
    [
      "a changed link",
      "update audit_seals set previous_hash = repeat('a', 64) where seq = 5",
      "broken-link",
      5,
    ],
    [
      "two seals swapped",
      "update audit_seals set entry_id = -entry_id where seq in (2, 3); update audit_seals set entry_id = 5 + entry_id where seq in (2, 3)",
      "changed-entry",
      2,
    ],
    [
      "a cut tail",
      "delete from audit_seals where seq > 4; delete from audit_entries where id > 4",
      "truncated",
      5,
    ],
    ["everything removed", "truncate audit_entries, audit_seals", "other-chain", 1],
  ])("%s", async (_, statement, reason, seq) => {
    await tamper(statement);
    expect((await verifyChain(ctx(), anchor)).breach).toMatchObject({ reason, seq });
  });

  it("a tail that was cut and grown again", async () => {
    await tamper("delete from audit_seals where seq > 4; delete from audit_entries where id > 4");
    for (let n = 7; n <= 12; n++) await recordAudit(ctx(), note(n));
    await seal();
    expect((await verifyChain(ctx(), anchor)).breach).toEqual({ reason: "rewritten", seq: 6, entryId: 8 });
  });

  it("a chain computed anew from its start", async () => {
    const rebuild = async (db: Db) => {
      await tamper("update audit_entries set action = 'other' where id = 2; truncate audit_seals");
      let head = CHAIN_START;
      for (const entry of await db.select(chainColumns).from(auditEntries).orderBy(auditEntries.id)) {
        const next = sealAfter(head, entry);
        await db.execute(
          sql`insert into audit_seals (seq, entry_id, previous_hash, hash) values (${next.seq}, ${next.entryId}, ${next.previousHash}, ${next.hash})`,
        );
        head = next;
      }
    };
    await rebuild(database.db);
    expect((await verifyChain(ctx(), anchor)).breach).toEqual({ reason: "rewritten", seq: 6, entryId: 6 });
  });

  it("nothing when nothing was done, and entries that nobody sealed yet", async () => {
    await recordAudit(ctx(), note(7));
    const verdict = await verifyChain(ctx(), anchor);
    expect(verdict).toMatchObject({ breach: null, sealed: 6, unsealed: 1, anchors: { own: 1, foreign: 0 } });
    expect(verdict.oldestUnsealedAt).toEqual(now);
  });
});

describe("the list", () => {
  beforeAll(() => {
    now = new Date("2026-11-22T01:00:00Z");
  });
  it("pages without gaps or repeats", async () => {
    for (let n = 7; n <= 120; n++) await recordAudit(ctx(), note(n));
    const seen: number[] = [];
    let before: number | null = null;
    do {
      const page = await listAudit(ctx(), { ...parseAuditSearch({ action: "test.note" }), before });
      seen.push(...page.rows.map((r) => r.id));
      before = page.next;
    } while (before !== null);
    expect(seen).toEqual(Array.from({ length: 120 }, (_, i) => 120 - i));
  });
  it.each([
    [{ subject: "thing", id: "3" }, 1],
    [{ action: "test.note" }, 6],
    [{ action: "test.other" }, 0],
    [{ staff: "1" }, 0],
    [{ id: "3\0" }, 1],
    [{ subject: "\0thing", id: "\ud800" }, 0],
    [{ staff: "１'; drop table staff" }, 6],
    [{ from: "2026-11-23" }, 0],
    [{ to: "2026-11-22" }, 6],
    [{ to: "2026-02-30" }, 6],
  ])("%j finds %i", async (params, count) => {
    expect((await listAudit(ctx(), parseAuditSearch(params))).rows).toHaveLength(count);
  });
});
