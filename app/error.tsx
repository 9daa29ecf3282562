"use client";

import { FailedMessage } from "@/components/shell/failed-message";

export default function RootError({ reset }: { error: Error; reset: () => void }) {
  return (
    <main className="flex min-h-dvh flex-col">
      <FailedMessage onRetry={reset} />
    </main>
  );
}
