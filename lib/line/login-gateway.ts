import { z } from "zod";
import { AppError } from "@/lib/core/errors";

const ISSUER = "https://access.line.me";
const TIMEOUT_MS = 8_000;

const claims = z.object({
  iss: z.literal(ISSUER),
  sub: z.string().regex(/^U[0-9a-f]{32}$/),
  aud: z.string(),
  exp: z.number(),
});

/**
 * Whose ID token this is, as LINE tells: the address of LINE Login's verification is asked, the token is never read by
 * ourselves. Null: forged, expired, of another channel. Throws `unavailable` when LINE gave no answer.
 */
export async function verifyIdToken(
  settings: { LINE_API_BASE_URL: string; LINE_LOGIN_CHANNEL_ID: string },
  input: { idToken: string; now: Date },
): Promise<{ lineUserId: string } | null> {
  const clientId = settings.LINE_LOGIN_CHANNEL_ID;
  if (clientId === "") return null;
  const response = await fetch(`${settings.LINE_API_BASE_URL}/oauth2/v2.1/verify`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ id_token: input.idToken, client_id: clientId }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
    cache: "no-store",
  }).catch((cause: unknown) => {
    throw new AppError("unavailable", "LINE Login does not answer", { cause });
  });
  if (response.status >= 500 || response.status === 429)
    throw new AppError("unavailable", `LINE Login answered ${response.status}`);
  if (!response.ok) return null;
  const found = claims.safeParse(await response.json().catch(() => null));
  if (!found.success || found.data.aud !== clientId || found.data.exp * 1000 <= input.now.getTime())
    return null;
  return { lineUserId: found.data.sub };
}
