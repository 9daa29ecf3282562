import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import type { DbOrTx } from "@/db";
import { auditEntries, auditSeals } from "@/db/schema/index";
import type { Ctx } from "@/lib/core/context";
import { errorFields, log } from "@/lib/core/log";
import type { AnchorGateway } from "./anchor-gateway";
import { CHAIN_START, type Link, type Seal, sealAfter } from "./chain";
import { chainColumns } from "./sql";
import { sealerTools } from "./store";

const BATCH = 1_000;
/** How far back an ordinary run looks for entries that were committed late; the sweep looks everywhere. */
const LOOK_BACK_IDS = 20_000;
const ANCHOR_EVERY_MS = 10_000;

async function headOf(db: DbOrTx): Promise<Link> {
  const [head] = await db
    .select({ seq: auditSeals.seq, hash: auditSeals.hash })
    .from(auditSeals)
    .orderBy(desc(auditSeals.seq))
    .limit(1);
  return head ?? CHAIN_START;
}

async function listUnsealed(db: DbOrTx, everything: boolean) {
  const newest = sql`(select coalesce(max(${auditSeals.entryId}), 0) - ${LOOK_BACK_IDS} from ${auditSeals})`;
  return db
    .select(chainColumns)
    .from(auditEntries)
    .leftJoin(auditSeals, eq(auditSeals.entryId, auditEntries.id))
    .where(and(isNull(auditSeals.entryId), everything ? undefined : gt(auditEntries.id, newest)))
    .orderBy(auditEntries.id)
    .limit(BATCH);
}

/**
 * Chains what is committed and not yet sealed, in id order within a run; an entry that commits later than its
 * neighbours simply comes later in the chain. One sealer at a time over all processes. Then writes the head down
 * outside. Answers how many entries it sealed.
 */
export async function sealAudit(
  ctx: Ctx,
  tools: { anchor: AnchorGateway; everything: boolean } = sealerTools(ctx.now),
): Promise<number> {
  const sealed = await ctx.db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ got: boolean }>(sql`select pg_try_advisory_xact_lock(726003) as got`);
    if (!rows[0]?.got) return [];
    const seals: Seal[] = [];
    let head = await headOf(tx);
    for (const entry of await listUnsealed(tx, tools.everything)) {
      const seal = sealAfter(head, entry);
      seals.push(seal);
      head = seal;
    }
    if (seals.length > 0)
      await tx.insert(auditSeals).values(seals.map((seal) => ({ ...seal, sealedAt: ctx.now })));
    return seals;
  });
  await writeHeadDown(ctx, tools.anchor);
  return sealed.length;
}

const anchored = new WeakMap<AnchorGateway, { seq: number; atMs: number }>();

/** After the commit: a head that was never committed must not be written down. Not more often than every 10 s. */
async function writeHeadDown(ctx: Ctx, anchor: AnchorGateway): Promise<void> {
  const last = anchored.get(anchor);
  if (last && ctx.now.getTime() - last.atMs < ANCHOR_EVERY_MS) return;
  const head = await headOf(ctx.db);
  if (head.seq === 0 || head.seq === last?.seq) return;
  try {
    const [first] = await ctx.db
      .select({ hash: auditSeals.hash })
      .from(auditSeals)
      .where(eq(auditSeals.seq, 1));
    await anchor.append({ ...head, chain: first?.hash ?? "" }, ctx.now);
    anchored.set(anchor, { seq: head.seq, atMs: ctx.now.getTime() });
  } catch (error) {
    log.error({ event: "audit.not-anchored", ...errorFields(error) });
  }
}
