import type { Metadata } from "next";
import { tilesFrom } from "@/components/map/map-data";
import { phoneLabels } from "@/components/phone/labels";
import { SandboxScreen } from "@/components/phone/sandbox-screen";
import { loadSandboxTown } from "@/lib/sandbox-client/loaders";

export const metadata: Metadata = { title: phoneLabels.title };

/** The sandbox phone: demo mode only, no sign-in. */
export default async function SandboxPage() {
  const { tileUrl, accountName, ...town } = await loadSandboxTown();
  return (
    <SandboxScreen
      town={{ ...town, accountName: accountName ?? phoneLabels.accountFallback, tiles: tilesFrom(tileUrl) }}
    />
  );
}
