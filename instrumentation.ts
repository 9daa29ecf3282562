/** Next calls this once in a server process, before the first request. */
export async function register(): Promise<void> {
  // A constant at build time, not a setting: keeps Node's modules out of the edge bundle that Next makes as well.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startSettings } = await import("@/lib/core/env");
    startSettings("web", true);
    // Whoever develops wants to see what failed; nobody else's words are there.
    if (process.env.NODE_ENV === "production") {
      const { logConsole } = await import("@/lib/core/console");
      logConsole();
    }
    const { stampPeers } = await import("@/lib/auth/peer");
    stampPeers();
    const { endFeedsWithProcess } = await import("@/lib/live/stop-store");
    endFeedsWithProcess();
    const { openFirstConnections } = await import("@/lib/core/database");
    void openFirstConnections();
  }
}
