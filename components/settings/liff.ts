import type { LiffMockApi } from "@line/liff-mock";

/** LINE's front-end framework, as far as we need it: loaded on the page that finds out who a resident is, nowhere else. */
async function loadLiff() {
  const [core, inClient, loggedIn, login, logout, idToken] = await Promise.all([
    import("@line/liff/core"),
    import("@line/liff/is-in-client"),
    import("@line/liff/is-logged-in"),
    import("@line/liff/login"),
    import("@line/liff/logout"),
    import("@line/liff/get-id-token"),
  ]);
  const liff = core.default;
  liff.use(new inClient.default());
  liff.use(new loggedIn.default());
  liff.use(new login.default());
  liff.use(new logout.default());
  liff.use(new idToken.default());
  return liff;
}

/** Null: the browser is on its way to LINE's sign-in, or LINE gave no token. */
export async function liffIdToken(liffId: string): Promise<string | null> {
  const liff = await loadLiff();
  await liff.init({ liffId });
  if (liff.isLoggedIn()) return liff.getIDToken();
  liff.login();
  return null;
}

/** LIFF keeps a token for as long as it likes: one that was refused is dropped, so that the next opening gets another. */
export async function forgetLiffToken(): Promise<void> {
  const liff = await loadLiff();
  if (!liff.isInClient() && liff.isLoggedIn()) liff.logout();
}

/** The demo's: LINE's own mock of LIFF, with a token of the sandbox's LINE Login for the resident of the phone. */
export async function mockIdToken(liffId: string, residentId: string): Promise<string | null> {
  const [liff, { LiffMockPlugin }] = await Promise.all([loadLiff(), import("@line/liff-mock")]);
  const issued = await fetch(`/sandbox/api/residents/${encodeURIComponent(residentId)}/id-token`, {
    method: "POST",
  });
  if (!issued.ok) return null;
  const { idToken }: { idToken: string } = await issued.json();
  // The mock is typed for the whole SDK; it needs no more than is-in-client of it.
  liff.use(new LiffMockPlugin() as unknown as Parameters<typeof liff.use>[0]);
  await liff.init({ liffId, mock: true } as Parameters<typeof liff.init>[0]);
  (liff as unknown as { $mock: LiffMockApi }).$mock.set((data) => ({ ...data, getIDToken: idToken }));
  return liff.getIDToken();
}
