import { HTTPFetchError, type messagingApi } from "@line/bot-sdk";
import type { Ctx } from "@/lib/core/context";
import { errorFields, log } from "@/lib/core/log";
import type { ChannelGateway } from "@/lib/line/channel-gateway";
import { afterLook, type Batch, batchStep } from "./batch";
import { menuPng, menuSvg } from "./draw-gateway";
import { afterFailure } from "./outcome";
import { findLiveContents, findState } from "./queries";
import { type AtLine, compare, isSame, type Seen } from "./seen";
import { ALIAS_PREFIX, markOf, type Wanted, type WantedMenu, wantedMenus } from "./wanted";
import {
  claimWork,
  holdWork,
  leaveWork,
  noteReleased,
  noteSeen,
  noteShown,
  settleWork,
  type Work,
} from "./work/commands";

/** Longer than any call to LINE may take: a lease is renewed before each. */
const LEASE_MS = 12_000;

/** The attempt ends here: it is not ours any more, or a newer job wants something else. */
class Ended extends Error {}

/** The attempt ends here for now: LINE is still giving tabs back, and is asked again by the next round. */
class Waiting extends Error {
  constructor(readonly afterMs: number) {
    super("LINE is still at it");
  }
}

const statusOf = (error: unknown): number | null => (error instanceof HTTPFetchError ? error.status : null);
const errorWord = (error: unknown): string => {
  const status = statusOf(error);
  return status === null ? "no-answer" : `http-${status}`;
};

async function lookAtLine(channel: ChannelGateway): Promise<AtLine> {
  const [menus, aliases, standing] = await Promise.all([
    channel.listMenus(),
    channel.listAliases(),
    channel.defaultMenu(),
  ]);
  return {
    menus: menus.map(({ richMenuId, name, areas }) => ({
      richMenuId,
      name,
      areas: areas.map(({ bounds, action }) => ({
        bounds: {
          x: bounds?.x ?? 0,
          y: bounds?.y ?? 0,
          width: bounds?.width ?? 0,
          height: bounds?.height ?? 0,
        },
        action: { ...(action?.type ? { type: action.type } : {}) },
      })),
    })),
    aliases,
    standing,
  };
}

/** The menu at LINE, made and given its picture when it is not there yet. A picture that failed half-way is given again. */
async function ensureMenu(
  channel: ChannelGateway,
  wanted: WantedMenu,
  line: AtLine,
  stillOurs: () => Promise<void>,
): Promise<string> {
  const known = line.menus.find((menu) => isSame(menu, wanted))?.richMenuId;
  // The SDK's type asks for concrete action classes; the object is LINE's documented shape.
  const id = known ?? (await channel.createMenu(wanted.request as messagingApi.RichMenuRequest));
  await stillOurs();
  if (known === undefined || !(await channel.hasImage(id))) {
    const picture = await menuPng(wanted.svg);
    await stillOurs();
    await channel.setImage(id, picture);
  }
  return id;
}

/** Null: LINE takes no more calls of this kind now. */
async function askRelease(
  channel: ChannelGateway,
  stale: readonly string[],
  steps: Steps,
  calls: number,
): Promise<Batch | "unnamed" | null> {
  await steps.step("release");
  try {
    const requestId = await channel.unlinkFrom(stale, steps.resumeKey);
    if (requestId !== null) return { requestId, calls: calls + 1, looks: 0 };
    log.warn({ event: "menu.release-unnamed" }, "LINE took the call without a request id");
    return "unnamed";
  } catch (error) {
    if (statusOf(error) !== 429) throw error;
    return null;
  }
}

/** Does LINE say that everybody was given the common menu back? False: it cannot, or not any more. */
async function isReleased(channel: ChannelGateway, stale: readonly string[], steps: Steps): Promise<boolean> {
  let [batch, calls] = [steps.batch, 0];
  for (;;) {
    if (batch === null) {
      const asked = await askRelease(channel, stale, steps, calls);
      // Taken, with nothing to ask by: nobody will ever know more.
      if (asked === null || asked === "unnamed") return asked === "unnamed";
      batch = asked;
    }
    const looked = { ...batch, looks: batch.looks + 1 };
    await steps.underWay(looked);
    const after = afterLook(await channel.unlinkProgress(looked.requestId), looked);
    if (after.next === "wait") throw new Waiting(after.afterMs);
    if (after.next !== "again") return after.next === "released";
    [batch, calls] = [null, looked.calls];
  }
}

/**
 * Residents who opened a tab have that tab as a menu of their own, and the common one changes nothing for them. LINE gives
 * it back to all of them after one call, three times an hour. It answers before it has done so: it is asked until it says
 * how that ended. If it takes no call or does not bring it about, the menus are deleted, which does the same, and made
 * anew later.
 */
async function release(channel: ChannelGateway, stale: readonly string[], steps: Steps): Promise<string[]> {
  if (stale.length === 0 || (await isReleased(channel, stale, steps))) return [];
  for (const id of stale) {
    await steps.step("release");
    await channel.deleteMenu(id);
  }
  return [...stale];
}

export type Steps = {
  mustRelease: boolean;
  /** Unlinking again with it goes on where it stopped. */
  resumeKey: string;
  /** What an earlier round asked LINE for, and nobody knows yet how it ended. */
  batch: Batch | null;
  /** Before each call that changes something at LINE; throws when the attempt has to end. */
  step: (name: string) => Promise<void>;
  /** Written down before LINE is asked how far it is: the next round goes on from there. */
  underWay: (batch: Batch) => Promise<void>;
  shown: () => Promise<void>;
  released: () => Promise<void>;
};

/**
 * Brings LINE to what is wanted: what is shown first, then what is only kept ready. Every step may be repeated, and begun
 * again from the start, at any time: menus are told by the mark in their name.
 */
export async function bringToLine(channel: ChannelGateway, wanted: Wanted, steps: Steps): Promise<void> {
  await steps.step("look");
  let line = await lookAtLine(channel);
  const ids = new Map<string, string>();
  const ensure = async (menus: readonly WantedMenu[], step: string) => {
    for (const menu of menus) {
      await steps.step(step);
      ids.set(menu.mark, await ensureMenu(channel, menu, line, () => steps.step(step)));
    }
  };
  const idOf = (mark: string): string => {
    const id = ids.get(mark);
    if (id === undefined) throw new Error("a menu that was not made");
    return id;
  };

  const [shown, kept] = [
    wanted.menus.filter((menu) => menu.mode === wanted.mode),
    wanted.menus.filter((menu) => menu.mode !== wanted.mode),
  ];
  await ensure(shown, "prepare");
  const targets = new Map(line.aliases.map(({ alias, richMenuId }) => [alias, richMenuId]));
  for (const { alias, mark } of wanted.aliases) {
    const target = targets.get(alias);
    if (target === idOf(mark)) continue;
    await steps.step("show");
    await channel.pointAlias(alias, idOf(mark), target !== undefined);
  }
  const standing = idOf(shown[0]?.mark ?? "");
  await steps.step("show");
  if (line.standing !== standing) await channel.setDefaultMenu(standing);
  await steps.shown();

  const ours = line.menus.filter((menu) => markOf(menu.name) !== null).map((menu) => menu.richMenuId);
  if (steps.mustRelease) {
    await steps.step("release");
    const inUse = new Set(shown.map((menu) => idOf(menu.mark)));
    const stale = ours.filter((id) => !inUse.has(id));
    const deleted = new Set(await release(channel, stale, steps));
    line = { ...line, menus: line.menus.filter((menu) => !deleted.has(menu.richMenuId)) };
    await steps.released();
  }

  await ensure(kept, "keep-ready");
  const wantedIds = new Set(ids.values());
  const known = new Set(wanted.aliases.map(({ alias }) => alias));
  const replaced = line.menus.filter((menu) => markOf(menu.name) !== null && !wantedIds.has(menu.richMenuId));
  for (const { richMenuId } of replaced) {
    await steps.step("tidy");
    await channel.deleteMenu(richMenuId);
  }
  for (const { alias } of line.aliases.filter((one) => one.alias.startsWith(ALIAS_PREFIX))) {
    if (known.has(alias)) continue;
    await steps.step("tidy");
    await channel.deleteAlias(alias);
  }
}

const wantedOf = (work: Pick<Work, "mode" | "contents">): Wanted =>
  wantedMenus(work.mode, work.contents, menuSvg);

/** Takes one job, if any is due, and does it. Returns how many were taken. */
export async function workMenus(
  ctx: Ctx,
  tools: { channel: ChannelGateway; owner: string; leaseMs?: number },
): Promise<number> {
  const { channel, owner, leaseMs = LEASE_MS } = tools;
  const work = await claimWork(ctx, { owner, leaseMs });
  if (!work) return 0;
  const { jobId } = work;
  // What is under way at LINE stands in the job's step, which no other step may take away before it is known how it ended.
  let batch = work.batch;
  const hold = async (step: string) => {
    const footing = await holdWork(ctx, { owner, leaseMs, jobId, step });
    if (footing !== "firm") throw new Ended(footing);
  };
  try {
    await bringToLine(channel, wantedOf(work), {
      mustRelease: work.mustRelease,
      resumeKey: `madoguchi-${jobId}`,
      batch,
      step: (step) => hold(batch ? batchStep(batch) : step),
      underWay: (next) => {
        batch = next;
        return hold(batchStep(next));
      },
      shown: () => noteShown(ctx, jobId),
      released: async () => {
        batch = null;
        await noteReleased(ctx, jobId);
      },
    });
    await settleWork(ctx, { owner, jobId, outcome: "done" });
    log.info({ event: "menu.done", job: jobId, mode: work.mode, attempts: work.attempts });
  } catch (error) {
    if (error instanceof Ended) {
      await leaveWork(ctx, owner);
      return 1;
    }
    if (error instanceof Waiting) {
      await settleWork(ctx, { owner, jobId, outcome: { next: "wait", afterMs: error.afterMs } });
      log.info({ event: "menu.waiting", job: jobId, afterMs: error.afterMs });
      await keepSeen(ctx, channel);
      return 1;
    }
    const after = afterFailure(statusOf(error), work.attempts);
    log.warn({ event: "menu.not-done", job: jobId, attempts: work.attempts, ...errorFields(error) });
    await settleWork(ctx, { owner, jobId, outcome: { ...after, error: errorWord(error) } });
  }
  await keepSeen(ctx, channel);
  return 1;
}

/** What LINE shows now, beside what is wanted; null while there is no content. */
export async function askLine(ctx: Ctx, channel: ChannelGateway): Promise<Seen | null> {
  const [contents, state] = [await findLiveContents(ctx), await findState(ctx)];
  if (!contents) return null;
  return compare(wantedOf({ mode: state?.mode ?? "normal", contents }), await lookAtLine(channel));
}

/** Asks LINE what it shows and writes it down, for the page. */
export async function keepSeen(ctx: Ctx, channel: ChannelGateway): Promise<void> {
  try {
    const seen = await askLine(ctx, channel);
    if (seen) await noteSeen(ctx, { seen });
  } catch (error) {
    log.warn({ event: "menu.not-seen", ...errorFields(error) });
    await noteSeen(ctx, { error: errorWord(error) });
  }
}
