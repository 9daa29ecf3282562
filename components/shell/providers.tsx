"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { I18nProvider, RouterProvider } from "react-aria-components";
import { AnnouncerProvider } from "@/components/ui/announcer";
import { FocusKeeper } from "@/components/ui/focus-keeper";
import { ToastProvider } from "@/components/ui/toast";

/** What every page's components need: Japanese with the Japanese calendar, client-side links, quiet notices, a kept focus. */
export function Providers({ children }: { children: ReactNode }) {
  const router = useRouter();
  return (
    <I18nProvider locale="ja-JP-u-ca-japanese">
      <RouterProvider navigate={router.push}>
        <AnnouncerProvider>
          <ToastProvider>{children}</ToastProvider>
        </AnnouncerProvider>
        <FocusKeeper />
      </RouterProvider>
    </I18nProvider>
  );
}
