import type { Metadata } from "next";
import { SettingsScreen } from "@/components/settings/settings-screen";
import { WORDS } from "@/lib/preferences/messages";
import { loadSettings } from "@/lib/preferences/page/loaders";

export const metadata: Metadata = { title: { absolute: WORDS.title.ja } };

export default async function SettingsPage() {
  return <SettingsScreen {...(await loadSettings())} />;
}
