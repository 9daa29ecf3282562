import "server-only";
import { findSketchText } from "@/lib/areas/queries";
import type { SketchText } from "@/lib/areas/sketch";
import { sandboxGate } from "@/lib/auth/sandbox-gate";
import { findCityProfile } from "@/lib/city/queries";
import { env } from "@/lib/core/env";
import { settingsUrl } from "@/lib/preferences/settings-url";

export type SandboxTown = {
  /** Null until a city is loaded. */
  accountName: string | null;
  disclaimer: string;
  sketch: SketchText | null;
  tileUrl: string;
  publicOrigin: string | null;
  /** The address in the talk that opens the residents' page, as LIFF would. */
  liffLink: string | null;
};

/** What the phone shows of the city round the talk. Answers 404 outside demo mode. */
export async function loadSandboxTown(): Promise<SandboxTown> {
  const { ctx } = await sandboxGate();
  const [profile, sketch] = await Promise.all([findCityProfile(ctx), findSketchText(ctx)]);
  const { MAP_TILE_URL, PUBLIC_URL, LIFF_ID } = env();
  return {
    accountName: profile?.accountName ?? null,
    disclaimer: profile?.disclaimer ?? "",
    sketch,
    tileUrl: MAP_TILE_URL,
    publicOrigin: PUBLIC_URL ? new URL(PUBLIC_URL).origin : null,
    liffLink: settingsUrl(LIFF_ID),
  };
}
