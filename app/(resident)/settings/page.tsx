import type { Metadata } from "next";
import { Entry } from "@/components/settings/entry";
import { settingsLabel } from "@/components/settings/labels";
import { WORDS } from "@/lib/preferences/messages";
import { loadSettingsEntry } from "@/lib/preferences/page/loaders";

export const metadata: Metadata = { title: { absolute: WORDS.title.ja } };

type Props = { searchParams: Promise<{ as?: string | string[] }> };

/** Where LIFF opens: finds out who it is and goes on to /settings/mine. */
export default async function SettingsEntryPage({ searchParams }: Props) {
  const [{ as }, { cityName, liffId, mock }] = await Promise.all([searchParams, loadSettingsEntry()]);
  return (
    <div className="flex flex-col gap-4">
      <header>
        <p className="text-base text-muted">{cityName}</p>
        <h1 className="text-2xl font-bold leading-9">{WORDS.title.ja}</h1>
      </header>
      <Entry liffId={liffId} mock={mock} residentId={mock && typeof as === "string" ? as : null} />
      <noscript>
        <p className="text-lg leading-8">{settingsLabel("needsScript", "ja")}</p>
      </noscript>
    </div>
  );
}
