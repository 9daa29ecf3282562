import { cookies, headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { type NextRequest, NextResponse } from "next/server";
import { cache } from "react";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { appDb } from "@/lib/core/database";
import { env } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import { errorFields, log } from "@/lib/core/log";
import { cookieName, openSessionCookie, SESSION_COOKIE } from "./cookie";
import { isOwnOrigin, safeReturnPath } from "./origin";
import { clientAddress, networkOf } from "./peer";
import { can, type Permission } from "./permission";
import { noteRefusal } from "./refusal";
import { findActor } from "./sessions";
import { takeTurn } from "./turns";
import { UNASKED_COOKIE } from "./unasked";

export type StaffCtx = Ctx<StaffActor>;
export type PublicCtx = Ctx<{ kind: "public" }>;

/**
 * The signed-in person, asked of the database once a request. `background` requests (polling, SSE) and pages that read
 * themselves again do not keep a session awake.
 */
const currentStaff = cache(async (background: boolean): Promise<StaffCtx | null> => {
  const now = new Date();
  const jar = await cookies();
  const tokenHash = await openSessionCookie(jar.get(cookieName(SESSION_COOKIE))?.value);
  if (!tokenHash) return null;
  const unasked = background || jar.get(UNASKED_COOKIE) !== undefined;
  const actor = await findActor(appDb(), tokenHash, now, !unasked);
  return actor && { db: appDb(), actor, now };
});

/** For sign-in pages and the like: who is here, if anybody. */
export const findStaff = (): Promise<StaffCtx | null> => currentStaff(false);

/** A page asks its gate more than once; one refusal is one line. */
const refusePage = cache((permission: Permission, staffId: number): void =>
  noteRefusal(new AppError("forbidden", "page"), { permission, staffId }),
);

/**
 * For loaders: signed out goes to /sign-in (and back afterwards), not permitted ends in the 403 page. Ask for a
 * section's thing again with `can` once it is loaded.
 */
export async function requireStaff(permission: Permission): Promise<StaffCtx> {
  const ctx = await currentStaff(false);
  if (!ctx) {
    const path = safeReturnPath((await headers()).get("x-path"));
    redirect(path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`);
  }
  if (!can(ctx.actor, permission).ok) {
    refusePage(permission, ctx.actor.staffId);
    forbidden();
  }
  return ctx;
}

/** For loaders of one thing: what is not there for this person ends in the 404 page, and the log tells. */
export async function orNotFound<T>(
  ctx: StaffCtx,
  asked: { permission: Permission; target: Record<string, string> },
  read: () => Promise<T>,
): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "not-found") throw error;
    noteRefusal(error, { ...asked, staffId: ctx.actor.staffId });
    notFound();
  }
}

/** For actions and routes: throws AppError instead of going elsewhere. */
export async function demandStaff(permission: Permission, background = false): Promise<StaffCtx> {
  const ctx = await currentStaff(background);
  if (!ctx) throw new AppError("unauthenticated");
  const verdict = can(ctx.actor, permission);
  if (!verdict.ok) {
    const error = new AppError("forbidden", verdict.reason);
    noteRefusal(error, { permission, staffId: ctx.actor.staffId });
    throw error;
  }
  return ctx;
}

/** The refusal of a request that another site made, noted. */
export function foreignOrigin(site: "console" | "residents"): AppError {
  const error = new AppError("forbidden", "request of another origin");
  noteRefusal(error, { permission: site, staffId: null });
  return error;
}

/** Throws unless the request comes from one of our own pages. */
export const demandOwnOrigin = async (): Promise<void> => {
  const given = await headers();
  const site = given.get("sec-fetch-site");
  const own =
    isOwnOrigin(given.get("origin"), env().APP_URL ?? "") && (site === null || site === "same-origin");
  if (!own) throw foreignOrigin("console");
};

/** Limits each address by name, in this process: a brake against floods, not a lock. */
export async function publicGate(name: string, limit = { points: 60, seconds: 60 }): Promise<PublicCtx> {
  const address = clientAddress(await headers());
  if (!takeTurn(`${name}:${address ? networkOf(address) : "?"}`, limit))
    throw new AppError("too-many", `public gate ${name}`);
  return { db: appDb(), actor: { kind: "public" }, now: new Date() };
}

const PRIVATE = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };

/** An error as a JSON answer: `{ error: code }`, nothing of the inside. */
export function errorResponse(error: unknown): NextResponse {
  const known = error instanceof AppError ? error : new AppError("unavailable");
  if (!(error instanceof AppError)) log.error({ event: "route-failed", ...errorFields(error) });
  const status = error instanceof AppError ? known.httpStatus : 500;
  return NextResponse.json(
    { error: error instanceof AppError ? known.code : "internal" },
    { status, headers: PRIVATE },
  );
}

/**
 * Wraps a route handler: 401 and 403 as JSON, requests that change something only from our own pages, answers never
 * cached. `background` for what a page polls by itself.
 */
export function routeStaff<P extends object = object>(
  permission: Permission,
  handler: (ctx: StaffCtx, request: NextRequest, params: P) => Promise<Response>,
  options: { background?: boolean } = {},
): (request: NextRequest, context: { params: Promise<P> }) => Promise<Response> {
  return async (request, context) => {
    let admitted: StaffCtx | undefined;
    try {
      if (request.method !== "GET" && request.method !== "HEAD") await demandOwnOrigin();
      admitted = await demandStaff(permission, options.background);
      const response = await handler(admitted, request, await context.params);
      for (const [key, value] of Object.entries(PRIVATE))
        if (!response.headers.has(key)) response.headers.set(key, value);
      return response;
    } catch (error) {
      // What the gate itself refuses it has noted already.
      if (admitted)
        noteRefusal(error, { permission, staffId: admitted.actor.staffId, target: await context.params });
      return errorResponse(error);
    }
  };
}
