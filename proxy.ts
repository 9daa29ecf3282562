import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { LIFF_HOSTS, pageHeaders } from "@/lib/auth/page-headers";
import { env, isDemo } from "@/lib/core/env";

/** Where LIFF finds out who a resident is: lib/auth/friend-gate.ts. */
const SETTINGS_ENTRY = "/settings";

/**
 * Headers of pages, nothing else: no decision about a person is made here, every gate stands where the data is
 * (lib/auth/gate.ts). Pages read the nonce as `(await headers()).get("x-nonce")`; Next puts it on its own scripts.
 */
export function proxy(request: NextRequest): NextResponse {
  const { APP_URL, MAP_TILE_URL, DEV_SERVER } = env();
  const answer = pageHeaders({
    nonce: randomBytes(16).toString("base64"),
    tileUrl: MAP_TILE_URL,
    https: APP_URL?.startsWith("https:") ?? false,
    devServer: DEV_SERVER === "1",
    connect: request.nextUrl.pathname === SETTINGS_ENTRY && !isDemo() ? LIFF_HOSTS : [],
  });
  const policy = answer["Content-Security-Policy"] ?? "";
  const url = new URL(request.url);
  url.searchParams.delete("_rsc");

  const inside = new Headers(request.headers);
  inside.delete("x-middleware-subrequest");
  inside.set("x-nonce", /'nonce-([^']+)'/.exec(policy)?.[1] ?? "");
  inside.set("Content-Security-Policy", policy); // where Next looks for the nonce
  inside.set("x-path", url.pathname + url.search); // where to come back to after signing in

  const response = NextResponse.next({ request: { headers: inside } });
  for (const [name, value] of Object.entries(answer)) response.headers.set(name, value);
  return response;
}

// Route handlers set their own headers; a proxy before them would buffer bodies and slow the webhook.
export const config = { matcher: "/((?!api/|_next/static/|_next/image|sandbox/api/|media/|favicon.ico).*)" };
