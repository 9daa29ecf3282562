/** Next calls this once in a server process, before the first request. */
export async function register(): Promise<void> {
  const { stampPeers } = await import("@/lib/auth/peer");
  stampPeers();
}
