import { headers } from "next/headers";
import { notFound, unstable_rethrow } from "next/navigation";
import type { NextRequest } from "next/server";
import { ZodError, type z } from "zod";
import { env, isDemo, isLoopback } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import { readLimited } from "./body";
import { demandOwnOrigin, errorResponse, type PublicCtx, publicGate } from "./gate";

/** A phone that types, looks and polls stays far below this; a script that floods does not. */
const LIMIT = { points: 1200, seconds: 60 };

/**
 * The door of the sandbox phone: there is none outside demo mode. Nobody signs in here, so a page of another site must
 * not reach it through the visitor's browser either: the host name has to be this machine's own.
 */
export async function sandboxGate(): Promise<{ ctx: PublicCtx; sandboxUrl: string }> {
  const { SANDBOX_URL } = env();
  if (!isDemo() || !SANDBOX_URL) notFound();
  const host = (await headers()).get("host") ?? "";
  if (!URL.canParse(`http://${host}`) || !isLoopback(`http://${host}`)) notFound();
  return { ctx: await publicGate("sandbox", LIMIT), sandboxUrl: SANDBOX_URL };
}

type Handler<P> = (sandboxUrl: string, request: NextRequest, params: P) => Promise<Response>;

/** Wraps a route of the phone: 404 outside demo mode, changes only from our own page, errors as JSON. */
export function routeSandbox<P extends object = object>(
  handler: Handler<P>,
): (request: NextRequest, context: { params: Promise<P> }) => Promise<Response> {
  return async (request, context) => {
    try {
      const { sandboxUrl } = await sandboxGate();
      if (request.method !== "GET" && request.method !== "HEAD") await demandOwnOrigin();
      const response = await handler(sandboxUrl, request, await context.params);
      response.headers.set("X-Content-Type-Options", "nosniff");
      if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "private, no-store");
      return response;
    } catch (error) {
      unstable_rethrow(error); // notFound() is how the gate says that there is nothing here
      return errorResponse(
        error instanceof ZodError ? new AppError("invalid", "address not understood") : error,
      );
    }
  };
}

/** A small JSON body of the given shape. */
export async function readJson<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  const text = new TextDecoder().decode(await readLimited(request, 64 * 1024));
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new AppError("invalid", "body not understood", { cause });
  }
}
