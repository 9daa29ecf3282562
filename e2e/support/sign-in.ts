/**
 * Signs in over HTTP, as a browser would; answers the session's cookie. A refusal is an error with the status answered.
 */
export async function signIn(appUrl: string, person: { email: string; password: string }): Promise<string> {
  const cookiesOf = (response: Response) =>
    response.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
  const asked = await fetch(`${appUrl}/api/auth/csrf`, { signal: AbortSignal.timeout(10_000) });
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const answered = await fetch(`${appUrl}/api/auth/callback/credentials`, {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      cookie: cookiesOf(asked).join("; "),
      origin: appUrl,
    },
    body: new URLSearchParams({ csrfToken, ...person, json: "true" }),
    redirect: "manual",
    signal: AbortSignal.timeout(10_000),
  });
  const cookie = cookiesOf(answered).find((each) => each.includes("session="));
  if (!cookie) throw new Error(`not signed in: ${answered.status}`);
  return cookie;
}
