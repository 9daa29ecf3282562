import { unstable_rethrow } from "next/navigation";
import { NextRequest } from "next/server";
import NextAuth, { type NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { systemContext } from "@/lib/core/context";
import { appDb } from "@/lib/core/database";
import { env } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import { sha256 } from "@/lib/core/id";
import { log } from "@/lib/core/log";
import { readLimited } from "./body";
import { cookieName, cookieOptions, SESSION_COOKIE } from "./cookie";
import { signInFacts } from "./flow";
import { errorResponse, publicGate } from "./gate";
import { SESSION_ABSOLUTE_MS } from "./sessions";
import { signIn, signOut } from "./sign-in";

/** next-auth's own endpoints: programs sign in here, and single sign-on providers will. People use /sign-in. */
function options(request: NextRequest): NextAuthOptions {
  const cookie = (name: string) => ({ name: cookieName(name), options: cookieOptions() });
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_ABSOLUTE_MS / 1000 },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    cookies: {
      sessionToken: cookie(SESSION_COOKIE),
      csrfToken: cookie("csrf"),
      callbackUrl: cookie("callback"),
    },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        async authorize(given) {
          const { email, password } = given ?? {};
          if (typeof email !== "string" || typeof password !== "string" || password.length > 512) return null;
          const ctx = await publicGate("sign-in", { points: 120, seconds: 60 });
          const facts = signInFacts(
            email,
            request.headers,
            request.cookies.get(cookieName("browser"))?.value,
          );
          const result = await signIn(ctx, { email: email.slice(0, 254), password, ...facts });
          if (result.ok) return { id: String(result.value.staffId), st: result.value.token };
          if (result.reason === "wait") throw new Error("wait");
          return null;
        },
      }),
    ],
    callbacks: {
      // The cookie carries the random token alone; who that is, and whether still, only staff_sessions knows.
      jwt: ({ token, user }) => ({ st: user && "st" in user ? user.st : token.st }),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.st === "string")
          await signOut(systemContext(appDb(), "sign-out"), sha256(token.st));
      },
    },
    logger: {
      error: (code) => log.warn({ event: "next-auth", code }),
      warn: () => {},
      debug: () => {},
    },
  };
}

type Context = { params: Promise<{ nextauth: string[] }> };

/** An address, a password, a token: nothing longer comes here, and next-auth itself reads whatever is sent. */
const MOST_BYTES = 16 * 1024;

async function bounded(request: NextRequest): Promise<NextRequest> {
  if (request.body === null) return request;
  const { url, method, headers } = request;
  return new NextRequest(url, { method, headers, body: await readLimited(request, MOST_BYTES) });
}

export async function nextAuth(request: NextRequest, context: Context): Promise<Response> {
  try {
    // It writes what a stranger sends into the log, as it comes.
    if ((await context.params).nextauth[0] === "_log") throw new AppError("not-found", "next-auth log");
    const short = await bounded(request);
    return await NextAuth(short, context, options(short));
  } catch (error) {
    unstable_rethrow(error);
    return errorResponse(
      error instanceof SyntaxError ? new AppError("invalid", "body not understood") : error,
    );
  }
}
