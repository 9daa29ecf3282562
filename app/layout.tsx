import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { shellLabels } from "@/components/shell/labels";
import { NonceMark } from "@/components/shell/nonce-mark";
import { Providers } from "@/components/shell/providers";
import { parseTheme, THEME_COOKIE } from "@/components/shell/theme";
import "./globals.css";

// Nothing is made at build time: a build needs no settings, and a static page could not carry the nonce of the
// Content-Security-Policy.
export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: { default: shellLabels.product, template: `%s | ${shellLabels.product}` },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  colorScheme: "light dark",
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang="ja" data-theme={theme === "system" ? undefined : theme} suppressHydrationWarning>
      <head>{nonce && <NonceMark nonce={nonce} />}</head>
      <body>
        <Providers>{children}</Providers>
      </body>
    </html>
  );
}
