import type { Metadata } from "next";
import { NotFoundMessage } from "@/components/shell/known-messages";

import { shellLabels } from "@/components/shell/labels";

export const metadata: Metadata = { title: shellLabels.notFound.title };

export default function NotFound() {
  return (
    <main className="flex min-h-dvh flex-col">
      <NotFoundMessage />
    </main>
  );
}
