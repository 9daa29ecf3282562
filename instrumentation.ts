/** Next calls this once in a server process, before the first request. */
export async function register(): Promise<void> {
  // A constant at build time, not a setting: keeps Node's modules out of the edge bundle that Next makes as well.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { stampPeers } = await import("@/lib/auth/peer");
    stampPeers();
    const { openFirstConnections } = await import("@/lib/core/database");
    void openFirstConnections();
  }
}
