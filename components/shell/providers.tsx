"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { I18nProvider, RouterProvider } from "react-aria-components";
import { ToastProvider } from "@/components/ui/toast";

/** What every page's components need: Japanese with the Japanese calendar, client-side links, quiet notices. */
export function Providers({ children }: { children: ReactNode }) {
  const router = useRouter();
  return (
    <I18nProvider locale="ja-JP-u-ca-japanese">
      <RouterProvider navigate={router.push}>
        <ToastProvider>{children}</ToastProvider>
      </RouterProvider>
    </I18nProvider>
  );
}
