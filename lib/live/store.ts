import type { Db } from "@/db";
import { listLiveActors } from "@/lib/auth/sessions";
import type { StaffActor } from "@/lib/core/context";
import { appDb } from "@/lib/core/database";
import { env } from "@/lib/core/env";
import { errorFields, log } from "@/lib/core/log";
import { listen } from "@/lib/core/wake-up";
import { type LiveEvent, parseReportLine, type ReportEvent } from "@/lib/reports/event";
import { reportScope } from "@/lib/reports/scope";
import { listForFeed } from "./queries";

/** One open console page. `close` ends its stream; it may be called more than once. */
export type Subscriber = {
  actor: StaffActor;
  send: (event: LiveEvent, id: number) => void;
  beat: () => void;
  close: () => void;
};

/** Sessions are asked for again this often, so that whoever is signed out hears nothing after 5 s. */
const CHECK_EVERY_MS = 4_000;
const MOST_SUBSCRIBERS = 2_000;
const MOST_PER_SESSION = 12;
const REMEMBERED = 5_000;
const UUID = /^[0-9a-f-]{36}$/;

type Deps = {
  db: () => Db;
  /** Starts listening; the callback gets the lines of each wake-up, `*` after a break. */
  listen: (onLines: (lines: string[]) => void) => void;
  clock: () => Date;
};

/** Passes what happens to reports on to the open consoles of one process, each within its scope. */
export function createHub(deps: Deps) {
  const subscribers = new Set<Subscriber>();
  const known = new Set<string>();
  let listening = false;
  let ended = false;
  let timer: NodeJS.Timeout | undefined;

  const tell = (event: ReportEvent) => {
    const { kind, number, sectionIds } = event;
    const id = deps.clock().getTime();
    for (const subscriber of [...subscribers]) {
      const scope = reportScope(subscriber.actor);
      const hears = scope.kind === "all" || sectionIds.some((s) => scope.sectionIds.includes(s));
      if (hears) subscriber.send({ kind, number }, id);
    }
  };

  /** A report is new once in a process: its photo, stored a second later, is a change of it. */
  const firstSeen = (id: string): boolean => {
    if (known.has(id)) return false;
    known.add(id);
    const [oldest] = known;
    if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
    return true;
  };

  const onLines = async (lines: string[]) => {
    if (subscribers.size === 0) return;
    if (lines.includes("*")) {
      const id = deps.clock().getTime();
      for (const subscriber of [...subscribers]) subscriber.send({ kind: "resync" }, id);
      return;
    }
    for (const line of lines) {
      const event = parseReportLine(line);
      if (event) tell(event);
    }
    const ids = lines.filter((line) => UUID.test(line));
    for (const row of await listForFeed(deps.db(), ids)) {
      const created = firstSeen(row.id) && row.fresh;
      tell({
        kind: created ? "created" : "changed",
        number: row.number,
        sectionIds: row.sectionId === null ? [] : [row.sectionId],
      });
    }
  };

  const check = async () => {
    const open = [...subscribers];
    try {
      const actors = await listLiveActors(
        deps.db(),
        [...new Set(open.map((s) => s.actor.sessionId))],
        deps.clock(),
      );
      for (const subscriber of open) {
        const actor = actors.get(subscriber.actor.sessionId);
        if (!actor) {
          drop(subscriber);
        } else {
          subscriber.actor = actor;
          subscriber.beat();
        }
      }
    } catch (error) {
      // Nobody can be recognised now: better no news than news to the wrong person. Browsers come back by themselves.
      log.warn({ event: "live.check-failed", ...errorFields(error) });
      for (const subscriber of open) drop(subscriber);
    }
    timer = subscribers.size > 0 ? setTimeout(check, CHECK_EVERY_MS) : undefined;
  };

  const drop = (subscriber: Subscriber) => {
    subscribers.delete(subscriber);
    subscriber.close();
    if (subscribers.size === 0) {
      clearTimeout(timer);
      timer = undefined;
    }
  };

  return {
    /** Null when there are too many already, or the process ends; else how to leave. */
    subscribe(subscriber: Subscriber): (() => void) | null {
      if (ended) return null;
      const own = [...subscribers].filter((s) => s.actor.sessionId === subscriber.actor.sessionId);
      if (subscribers.size >= MOST_SUBSCRIBERS) return null;
      // The oldest pages of a session make room: a browser sometimes leaves a stream behind without saying so.
      const [oldest] = own;
      if (own.length >= MOST_PER_SESSION && oldest) drop(oldest);
      subscribers.add(subscriber);
      timer ??= setTimeout(check, CHECK_EVERY_MS);
      if (!listening) {
        listening = true;
        deps.listen((lines) => {
          onLines(lines).catch((error) => log.warn({ event: "live.lost", ...errorFields(error) }));
        });
      }
      return () => drop(subscriber);
    },
    onLines,
    check,
    hasEnded: () => ended,
    /** The process is about to end: it waits for all who are answered, and a feed is an answer without an end. */
    end(): void {
      ended = true;
      for (const subscriber of [...subscribers]) drop(subscriber);
    },
  };
}
type Hub = ReturnType<typeof createHub>;

// On globalThis: the bundler may load this module more than once in a process, the hub must stay one.
const shared = globalThis as typeof globalThis & { madoguchiHub?: Hub };

export function getHub(): Hub {
  shared.madoguchiHub ??= createHub({
    db: appDb,
    listen: (onLines) => {
      listen(env().DATABASE_URL ?? "", ["reports"], (_channel, lines) => onLines(lines));
    },
    clock: () => new Date(),
  });
  return shared.madoguchiHub;
}
